// A stretch of text in which cue, source and content of a statement are looked
// for: one sentence, or several that a quotation joins.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_STATEMENT_UNIT_H_
#define FOOTNOTE_RETRIEVAL_TEXT_STATEMENT_UNIT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/document.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/names.h"
#include "retrieval/text/prose_words.h"

namespace footnote {

// A word, a mark, or a whole quotation.
struct StatementItem {
  ProseWord word;  // Of a quotation: only its range is set.
  bool is_quotation = false;
  int32_t mention = -1;  // Position in DocumentNames::mentions, or -1.

  ByteRange range() const { return word.range; }
  bool IsWord() const { return !is_quotation && word.IsWord(); }
  bool IsMark(char32_t mark) const {
    return !is_quotation && word.mark == mark;
  }
  bool Is(uint32_t any_of) const { return !is_quotation && word.Is(any_of); }
};

// The words, marks and quotations of a unit, in order.
struct StatementUnit {
  absl::string_view text;  // The document's.
  ByteRange range;
  std::vector<StatementItem> items;
  size_t paragraph = 0;  // How many line breaks part it from the beginning.

  size_t size() const { return items.size(); }

  // Returns whether the item at `i` is the word `lower`, which is given in
  // lower case; an item that does not exist is none.
  bool IsWord(size_t i, absl::string_view lower) const;

  // Returns whether the item at `i` exists and plays one of these roles.
  bool Is(size_t i, uint32_t any_of) const {
    return i < items.size() && items[i].Is(any_of);
  }

  // Returns whether the item at `i` is a quotation.
  bool IsQuotation(size_t i) const {
    return i < items.size() && items[i].is_quotation;
  }

  // Returns whether the item at `i` is the mark `mark`.
  bool IsMark(size_t i, char32_t mark) const {
    return i < items.size() && items[i].IsMark(mark);
  }

  // Returns whether it is made of quotations alone.
  bool IsAllQuotation() const;

  // Returns the bytes of the items [begin, end).
  //
  // REQUIRES: begin < end <= size().
  ByteRange Bytes(size_t begin, size_t end) const {
    return {items[begin].range().begin, items[end - 1].range().end};
  }
};

// Cuts a document into units, one after the other. Not thread-safe.
class StatementUnitReader {
 public:
  // The arguments outlive the reader; `quotations` are FindQuotations(text).
  StatementUnitReader(absl::string_view text,
                      const std::vector<Sentence>& sentences,
                      const DocumentNames& names,
                      absl::Span<const ByteRange> quotations)
      : text_(text),
        sentences_(sentences),
        names_(names),
        quotations_(quotations) {}

  // Sets `*unit` to the next and returns true, or returns false at the end.
  bool Next(StatementUnit* unit);

 private:
  // Returns the end of the unit that begins with the sentence at next_, which
  // advances behind it.
  uint32_t UnitEnd();

  void AddWords(ByteRange range, StatementUnit* unit);

  absl::string_view text_;
  const std::vector<Sentence>& sentences_;
  const DocumentNames& names_;
  absl::Span<const ByteRange> quotations_;
  size_t next_ = 0;       // The next sentence.
  size_t quotation_ = 0;  // The next quotation.
  size_t mention_ = 0;    // The next mention.
  size_t paragraph_ = 0;
  uint32_t last_end_ = 0;  // Of the unit before.
  std::vector<ProseWord> words_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_STATEMENT_UNIT_H_
