#include "retrieval/index/fts_doclist.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

#include "retrieval/index/fts_structure.h"
#include "retrieval/index/fts_varint.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Stands before a column's number where the positions in it begin. Those of
// column 0, the title, begin without.
constexpr uint64_t kColumnMark = 1;
constexpr uint64_t kTextColumn = 1;

// What FTS5 adds to a difference of positions, to keep it from the mark.
constexpr uint64_t kPositionBias = 2;

// No number begins with it: a shorter one would do.
constexpr uint8_t kLeadingZero = 0x80;

// So many entries are given to the sink at once.
constexpr size_t kEntriesAtOnce = 256;

// Returns how many positions begin `bytes` and take `size` of them, if all are
// in the text and a byte each, as nearly all of a passage of less than 126
// terms are; else, or if there are many, 0. It looks at eight at once: a loop
// over them, as a passage seldom has as many as the one before, takes longer
// than all else that is done for it.
uint32_t CountBytesInText(absl::string_view bytes, uint64_t size) {
  constexpr size_t kMarkBytes = 2;
  constexpr uint64_t kEach = 0x0101010101010101;
  constexpr uint64_t kHighBits = 0x80 * kEach;
  uint64_t positions = 0;
  if (std::endian::native != std::endian::little || size <= kMarkBytes ||
      size > kMarkBytes + sizeof(positions) ||
      bytes.size() < kMarkBytes + sizeof(positions) ||
      bytes[0] != kColumnMark || bytes[1] != kTextColumn) {
    return 0;
  }
  std::memcpy(&positions, bytes.data() + kMarkBytes, sizeof(positions));
  // The high bit of each byte that is no position, or not all of one.
  const uint64_t others =
      kHighBits &
      (positions | ~((positions | kHighBits) - kPositionBias * kEach));
  const uint64_t behind = 8 * (kMarkBytes + sizeof(positions) - size);
  return others << behind == 0 ? static_cast<uint32_t>(size - kMarkBytes) : 0;
}

}  // namespace

absl::Status FtsDoclistDecoder::Begin(const FtsDoclist& list) {
  FOOTNOTE_RETURN_IF_ERROR(Decode(list.bytes));
  if (list.is_last) return absl::OkStatus();
  return End();
}

absl::Status FtsDoclistDecoder::BeginLater(const FtsLeaf& leaf) {
  FOOTNOTE_RETURN_IF_ERROR(Decode(leaf.BeforeTerms(leaf.first_passage)));
  if (!leaf.has_terms()) return absl::OkStatus();
  return End();
}

absl::Status FtsDoclistDecoder::Continue(const FtsLeaf& leaf) {
  leaf_passages_ = 0;
  size_t offset = FtsLeaf::kHeaderBytes;
  if (is_cut_off_) {
    offset += AppendCutOff(leaf.BeforeTerms(offset));
    if (missing_ == 0) {
      is_cut_off_ = false;
      entries_.push_back({static_cast<PassageNumber>(passage_), 0, positions_});
      if (!Flush()) return DamagedFtsIndex();
    }
  }
  if (leaf.first_passage != 0) {
    if (offset != leaf.first_passage) return DamagedFtsIndex();
    FOOTNOTE_RETURN_IF_ERROR(Decode(leaf.BeforeTerms(offset)));
  } else if (offset != leaf.first_term) {
    return DamagedFtsIndex();
  }
  return leaf.has_terms() ? End() : absl::OkStatus();
}

absl::Status FtsDoclistDecoder::End() {
  has_ended_ = true;
  return is_cut_off_ ? DamagedFtsIndex() : absl::OkStatus();
}

absl::Status FtsDoclistDecoder::Decode(absl::string_view bytes) {
  // A list that was cut off has to go on before anything else does.
  if (is_cut_off_) return DamagedFtsIndex();
  uint64_t least = passage_ + 1;  // Of the next.
  uint64_t before = 0;            // The first number is whole.
  while (!bytes.empty()) {
    uint64_t number = 0;
    uint64_t size = 0;
    if (!ReadFtsVarint(&bytes, &number) || !ReadFtsVarint(&bytes, &size)) {
      return DamagedFtsIndex();
    }
    // The sum can't overflow: what came before has 32 bits.
    before += std::min<uint64_t>(number, kMaxPassageNumber + 1);
    if (before < least || before > kMaxPassageNumber) return DamagedFtsIndex();
    least = before + 1;
    size /= 2;
    if (size > bytes.size()) {
      positions_.assign(bytes.data(), bytes.size());
      missing_ = size - bytes.size();
      is_cut_off_ = true;
      break;
    }
    entries_.push_back({static_cast<PassageNumber>(before),
                        CountBytesInText(bytes, size), bytes.substr(0, size)});
    if (entries_.size() == kEntriesAtOnce && !Flush()) return DamagedFtsIndex();
    bytes.remove_prefix(size);
  }
  passage_ = least - 1;
  return Flush() ? absl::OkStatus() : DamagedFtsIndex();
}

size_t FtsDoclistDecoder::AppendCutOff(absl::string_view bytes) {
  const size_t count = std::min<uint64_t>(missing_, bytes.size());
  positions_.append(bytes.data(), count);
  missing_ -= count;
  return count;
}

bool FtsDoclistDecoder::Flush() {
  leaf_passages_ += entries_.size();
  const bool is_taken = entries_.empty() || sink_.Add(entries_);
  entries_.clear();
  return is_taken;
}

bool CountPositions(absl::string_view positions, Posting* posting) {
  uint32_t* count = &posting->title_frequency;
  const char* at = positions.data();
  const char* const end = at + positions.size();
  // No position is read, only where each one ends.
  while (at != end) {
    auto byte = static_cast<uint8_t>(*at++);
    if (byte < kPositionBias) {
      if (byte != kColumnMark || count == &posting->text_frequency ||
          at == end || static_cast<uint8_t>(*at) != kTextColumn) {
        return false;
      }
      ++at;
      count = &posting->text_frequency;
      continue;
    }
    if (byte == kLeadingZero) return false;
    for (; byte >= 0x80; byte = static_cast<uint8_t>(*at++)) {
      if (at == end) return false;
    }
    ++*count;
  }
  return posting->holds_term();
}

bool AppendPlaces(PassageNumber passage, absl::string_view positions,
                  std::vector<TermPlace>* places) {
  const size_t before = places->size();
  TermPlace place = {passage, false, 0};
  bool is_first = true;  // In its column.
  while (!positions.empty()) {
    uint64_t value = 0;
    if (!ReadFtsVarint(&positions, &value)) return false;
    if (value == kColumnMark) {
      if (place.in_text || !ReadFtsVarint(&positions, &value) ||
          value != kTextColumn) {
        return false;
      }
      place = {passage, true, 0};
      is_first = true;
      continue;
    }
    if (value < kPositionBias + (is_first ? 0 : 1)) return false;
    const uint64_t step = value - kPositionBias;
    if (step > std::numeric_limits<uint32_t>::max() - place.position) {
      return false;
    }
    place.position += static_cast<uint32_t>(step);
    is_first = false;
    places->push_back(place);
  }
  return places->size() > before;
}

}  // namespace footnote
