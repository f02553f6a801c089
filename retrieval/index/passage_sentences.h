// The sentences of a passage as every question sees them, read and cut into
// terms once.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SENTENCES_H_
#define FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SENTENCES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/index/document_record.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A sentence of prose and its terms, in order of place. All of it lies in one
// piece of memory, so that as many as possible are kept.
class CutSentence {
 public:
  // That of those bytes, the sentence at `range` of its document.
  CutSentence(uint32_t index, ByteRange range, absl::string_view text);

  uint32_t index() const { return index_; }  // Among the document's sentences.
  ByteRange range() const { return range_; }
  absl::string_view text() const {
    return absl::string_view(At<char>(text_at()), text_bytes_);
  }

  // Of each term: HashTerm() of it, where it stands in text(), and what it is,
  // as WordClassesOf() says of the word there.
  absl::Span<const uint64_t> hashes() const { return {At<uint64_t>(0), size_}; }
  absl::Span<const ByteRange> ranges() const {
    return {At<ByteRange>(ranges_at()), size_};
  }
  absl::Span<const uint8_t> classes() const {
    return {At<uint8_t>(classes_at()), size_};
  }

  // Returns the term at that position, as ForEachTerm() spells it.
  absl::string_view term(size_t position) const {
    const auto* const ends = At<uint32_t>(ends_at());
    const uint32_t begin = position == 0 ? 0 : ends[position - 1];
    return {At<char>(terms_at()) + begin, ends[position] - begin};
  }

  // Returns how much memory it takes.
  size_t bytes() const;

 private:
  // The parts of `memory_`, in this order, by where each begins: hashes,
  // ranges, where the terms end, classes, the text, and the terms one behind
  // the other.
  size_t ranges_at() const { return size_ * sizeof(uint64_t); }
  size_t ends_at() const { return ranges_at() + size_ * sizeof(ByteRange); }
  size_t classes_at() const { return ends_at() + size_ * sizeof(uint32_t); }
  size_t text_at() const { return classes_at() + size_; }
  size_t terms_at() const { return text_at() + text_bytes_; }

  template <typename T>
  const T* At(size_t offset) const {
    return reinterpret_cast<const T*>(memory_.get() + offset);
  }

  uint32_t index_;
  ByteRange range_;
  uint32_t size_ = 0;  // In terms.
  uint32_t text_bytes_ = 0;
  uint32_t terms_bytes_ = 0;  // Of the terms together.
  std::unique_ptr<char[]> memory_;
};

// A passage with its sentences of prose, and one more on each side if that is
// prose. A passage's number is not used twice: it is the same for every
// question of every revision that finds it. Immutable, so thread-safe.
struct PassageSentences {
  Passage passage;
  std::shared_ptr<const DocumentRecord> document;
  std::vector<CutSentence> sentences;  // In order.

  // HashTerm() of the terms of the document's title.
  std::vector<uint64_t> title_terms;

  // Returns how much memory it takes, the document's record included.
  size_t bytes() const;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SENTENCES_H_
