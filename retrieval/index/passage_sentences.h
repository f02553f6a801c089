// The sentences of a passage as every question sees them, read and cut into
// terms once.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SENTENCES_H_
#define FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SENTENCES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/index/document_record.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A sentence of prose and its terms, in order of place.
class CutSentence {
 public:
  // That of those bytes, the sentence at `range` of its document.
  CutSentence(uint32_t index, ByteRange range, absl::string_view text);

  uint32_t index() const { return index_; }  // Among the document's sentences.
  ByteRange range() const { return range_; }
  const std::string& text() const { return text_; }

  // Of each term: HashTerm() of it, where it stands in text(), and what it is,
  // as WordClassesOf() says of the word there.
  const std::vector<uint64_t>& hashes() const { return hashes_; }
  const std::vector<ByteRange>& ranges() const { return ranges_; }
  const std::vector<uint8_t>& classes() const { return classes_; }

  // Returns the term at that position, as ForEachTerm() spells it.
  absl::string_view term(size_t position) const {
    const uint32_t begin = position == 0 ? 0 : term_ends_[position - 1];
    return absl::string_view(terms_).substr(begin,
                                            term_ends_[position] - begin);
  }

  // Returns how much memory it takes.
  size_t bytes() const;

 private:
  uint32_t index_;
  ByteRange range_;
  std::string text_;
  std::vector<uint64_t> hashes_;
  std::vector<ByteRange> ranges_;
  std::vector<uint8_t> classes_;
  std::string terms_;  // One behind the other.
  std::vector<uint32_t> term_ends_;
};

// A passage with its sentences of prose, and one more on each side if that is
// prose. A passage's number is not used twice: it is the same for every
// question of every revision that finds it. Immutable, so thread-safe.
struct PassageSentences {
  Passage passage;
  std::shared_ptr<const DocumentRecord> document;
  std::vector<CutSentence> sentences;  // In order.

  // Returns how much memory it takes, the document's record included.
  size_t bytes() const;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SENTENCES_H_
