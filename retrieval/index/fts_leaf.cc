#include "retrieval/index/fts_leaf.h"

#include <cstdint>
#include <string>

#include "retrieval/index/fts_structure.h"
#include "retrieval/index/fts_varint.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

size_t ReadUint16(absl::string_view bytes) {
  return static_cast<size_t>(static_cast<uint8_t>(bytes[0]) << 8 |
                             static_cast<uint8_t>(bytes[1]));
}

// Goes through the terms of a leaf.
class TermWalk {
 public:
  explicit TermWalk(const FtsLeaf& leaf)
      : content_(leaf.content), offsets_(leaf.term_offsets) {}

  bool has_next() const { return !offsets_.empty(); }

  // Moves on by one offset. Returns false if it lies outside of the leaf.
  bool Move() {
    uint64_t step = 0;
    if (!ReadFtsVarint(&offsets_, &step)) return false;
    if (step > content_.size() - offset_) return false;
    offset_ += step;
    return true;
  }

  // Reads the term at the offset. Returns false if it does not fit the leaf.
  bool ReadTerm() {
    absl::string_view rest = content_.substr(offset_);
    uint64_t shared = 0;
    uint64_t added = 0;
    const bool is_first = term_.empty();
    if (!is_first && !ReadFtsVarint(&rest, &shared)) return false;
    if (!ReadFtsVarint(&rest, &added)) return false;
    if (shared > term_.size() || added == 0 || added > rest.size()) {
      return false;
    }
    term_.resize(shared);
    term_.append(rest.data(), added);
    term_end_ = content_.size() - rest.size() + added;
    return true;
  }

  absl::string_view term() const { return term_; }
  size_t offset() const { return offset_; }
  size_t term_end() const { return term_end_; }

 private:
  absl::string_view content_;
  absl::string_view offsets_;
  std::string term_;
  size_t offset_ = 0;
  size_t term_end_ = 0;
};

}  // namespace

absl::StatusOr<FtsLeaf> FtsLeaf::Parse(absl::string_view block) {
  if (block.size() < kHeaderBytes) return DamagedFtsIndex();
  const size_t end = ReadUint16(block.substr(2));
  if (end < kHeaderBytes || end > block.size()) return DamagedFtsIndex();
  FtsLeaf leaf;
  leaf.content = block.substr(0, end);
  leaf.term_offsets = block.substr(end);
  leaf.first_passage = ReadUint16(block);
  leaf.first_term = end;
  if (leaf.has_terms()) {
    absl::string_view offsets = leaf.term_offsets;
    uint64_t offset = 0;
    if (!ReadFtsVarint(&offsets, &offset) || offset < kHeaderBytes ||
        offset >= end) {
      return DamagedFtsIndex();
    }
    leaf.first_term = offset;
  }
  if (leaf.first_passage != 0 && (leaf.first_passage < kHeaderBytes ||
                                  leaf.first_passage >= leaf.first_term)) {
    return DamagedFtsIndex();
  }
  return leaf;
}

absl::StatusOr<std::optional<FtsDoclist>> FindDoclist(const FtsLeaf& leaf,
                                                      absl::string_view term) {
  TermWalk walk(leaf);
  while (walk.has_next()) {
    if (!walk.Move() || !walk.ReadTerm()) return DamagedFtsIndex();
    const int order = walk.term().compare(term);
    if (order > 0) break;
    if (order < 0) continue;
    const size_t begin = walk.term_end();
    FtsDoclist list = {leaf.content.substr(begin), !walk.has_next()};
    if (list.is_last) return std::make_optional(list);
    if (!walk.Move() || walk.offset() <= begin) return DamagedFtsIndex();
    list.bytes = leaf.content.substr(begin, walk.offset() - begin);
    return std::make_optional(list);
  }
  return std::nullopt;
}

}  // namespace footnote
