// The words of a clause that name who acts.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_NOUN_PHRASE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_NOUN_PHRASE_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "retrieval/text/statement_unit.h"

namespace footnote {

// What a noun phrase is built around.
enum class PhraseHead {
  kName,     // "Prime Minister Ishiba"
  kPronoun,  // "he", "who"
  kHuman,    // "a senior official", "the prime minister"
  kBody,     // "the ministry", "a statement"
  kOther,    // "the decision"
};

// The items [begin, end) of a unit.
struct NounPhrase {
  size_t begin = 0;
  size_t end = 0;
  PhraseHead head = PhraseHead::kOther;
  size_t head_end = 0;   // Behind the head: "a spokesman" of "... for Lind".
  int32_t mention = -1;  // The name that it stands for, if it is a kName.
};

// Returns the noun phrase that ends before the item at `end`, or nothing. An
// apposition behind it belongs to it: "Falk, the minister,". No more than some
// forty items are looked at.
std::optional<NounPhrase> PhraseBefore(const StatementUnit& unit, size_t end);

// Returns the noun phrase that begins at the item at `begin`, or nothing.
std::optional<NounPhrase> PhraseAt(const StatementUnit& unit, size_t begin);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_NOUN_PHRASE_H_
