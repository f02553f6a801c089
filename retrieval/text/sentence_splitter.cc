#include "retrieval/text/sentence_splitter.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "retrieval/text/glued_leftovers.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/line_breaks.h"
#include "retrieval/text/list_labels.h"
#include "retrieval/text/sentence_stops.h"

namespace footnote {
namespace {

// The first bytes that a stop mark or a colon can have, in UTF-8.
constexpr std::array<bool, 256> MakeStopBytes() {
  std::array<bool, 256> bytes{};
  for (const int byte : {0x2E, 0x21, 0x3F, 0x3A, 0xE2, 0xE3, 0xEF}) {
    bytes[static_cast<size_t>(byte)] = true;
  }
  return bytes;
}
constexpr std::array<bool, 256> kStopBytes = MakeStopBytes();

// Cuts one block into sentences.
class BlockSplitter {
 public:
  BlockSplitter(absl::string_view text, ByteRange block,
                std::vector<ByteRange>& sentences)
      : block_(Slice(text, block)),
        offset_(block.begin),
        sentences_(sentences) {}

  void Split() {
    const size_t leftover = GluedLeftoverEnd(block_);
    if (leftover > 0) EndSentence(leftover);
    label_ = ListLabelAt(block_, begin_);
    while (pos_ < block_.size()) Step();
    EndSentence(block_.size());
  }

 private:
  // Goes on from pos_ to behind the next character or stop.
  void Step() {
    const auto byte = static_cast<uint8_t>(block_[pos_]);
    if (label_.has_value() && (byte == ' ' || byte >= 0x80)) {
      if (SkipToListItem()) return;
    }
    if (byte == ':') EndBeforeCredit();
    if (kStopBytes[byte]) {
      if (const auto stop = StopAt(block_, pos_)) {
        if (const auto end = SentenceEnd(block_, begin_, *stop)) {
          EndSentence(*end);
        }
        pos_ = stop->end;
        return;
      }
    }
    ++pos_;
  }

  // Skips the white space at pos_, if any, and ends the sentence before it if
  // the label of the next list item stands behind. Returns whether it skipped.
  bool SkipToListItem() {
    const size_t next = SkipWhiteSpace(block_, pos_);
    if (next == pos_) return false;
    const auto label = ListLabelAt(block_, next);
    if (!label.has_value() || !Follows(*label, *label_) || pos_ <= begin_) {
      pos_ = next;
      return true;
    }
    EndSentence(pos_);
    label_ = label;
    pos_ = next + label->size;
    return true;
  }

  // Ends the sentence before the label of an image credit that the colon at
  // pos_ ends, if there is one.
  void EndBeforeCredit() {
    const auto begin = GluedCreditBefore(block_, pos_);
    if (begin.has_value() && *begin > begin_) EndSentence(*begin);
  }

  // Appends the sentence from begin_ to `end` and begins the next behind it.
  void EndSentence(size_t end) {
    const ByteRange sentence = Trim(
        block_, {static_cast<uint32_t>(begin_), static_cast<uint32_t>(end)});
    if (!sentence.empty()) {
      sentences_.push_back({sentence.begin + offset_, sentence.end + offset_});
    }
    begin_ = SkipWhiteSpace(block_, end);
    if (pos_ < begin_) pos_ = begin_;
  }

  absl::string_view block_;
  uint32_t offset_;
  std::vector<ByteRange>& sentences_;
  std::optional<ListLabel> label_;  // Of the current list item.
  size_t begin_ = 0;                // Of the current sentence.
  size_t pos_ = 0;
};

}  // namespace

std::vector<ByteRange> SplitSentences(absl::string_view text) {
  std::vector<ByteRange> sentences;
  for (const ByteRange block : FindBlocks(text)) {
    BlockSplitter(text, block, sentences).Split();
  }
  return sentences;
}

}  // namespace footnote
