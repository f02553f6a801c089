// A sentence as the rules look at it that tell prose from what a page is
// furnished with.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_PAGE_SENTENCE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_PAGE_SENTENCE_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/page_words.h"

namespace footnote {

// A sentence and its place on the page.
//
// REQUIRES: `kinds` is AllKinds(words).
struct PageSentence {
  absl::string_view text;
  const std::vector<PageWord>& words;  // Of `text`, all of them; at least one.
  bool alone = false;                  // The only sentence of its line.
  bool at_edge = false;  // On one of the document's first or last lines.

  uint32_t kinds = 0;  // All kinds that its words are of.

  // Returns how many words are of any of these kinds.
  size_t Count(uint32_t any_of) const;
  bool Has(uint32_t any_of) const { return (kinds & any_of) != 0; }

  // Returns whether every word is of any of these kinds.
  bool HasOnly(uint32_t any_of) const { return Count(any_of) == words.size(); }

  // Returns whether the word at `i` is `lower`, given in lower case.
  bool IsWord(size_t i, absl::string_view lower) const;

  // Returns whether the words from `i` on read `lower`, given in lower case.
  bool ReadsAt(size_t i, std::initializer_list<absl::string_view> lower) const;

  // Returns whether it ends in a full stop, question or exclamation mark,
  // quotes and brackets aside; an ellipsis is none.
  bool HasStop() const;

  // Returns whether it begins in a quotation, or ends one that began before.
  bool IsQuoted() const;

  // Returns whether it tells of someone, or of what was, as prose does.
  bool Tells() const;

  // Returns the text between word `i` and the next, or the end.
  absl::string_view Gap(size_t i) const;

  // Returns the index of the first of its first `limit` words that a colon or
  // bar follows, or the number of words if none does.
  size_t LeadEnd(size_t limit) const;
};

// Returns all kinds that any of `words` is of.
uint32_t AllKinds(const std::vector<PageWord>& words);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_PAGE_SENTENCE_H_
