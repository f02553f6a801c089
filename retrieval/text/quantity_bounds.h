// The words that qualify a number: "over", "at least", "or so".

#ifndef FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_BOUNDS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_BOUNDS_H_

#include <cstddef>

#include "retrieval/text/quantities.h"
#include "retrieval/text/quantity_tokens.h"

namespace footnote {

// A qualifier, and the token that it reaches to.
struct Qualifier {
  size_t edge = 0;
  QuantityBound bound = QuantityBound::kExactly;
};

// Returns what qualifies the number at token `begin` before it; `edge` is its
// first token, and `begin` if there is none. Tokens before `floor` belong to
// another number. Of a `time`, "over" says no more than "during", save behind
// "for". Thread-safe.
Qualifier QualifierBefore(const QuantityTokens& tokens, size_t floor,
                          size_t begin, bool time);

// Returns what qualifies the number that ends before token `end` behind it, as
// "or more", "+"; `edge` is behind its last token, and `end` if there is none.
// Thread-safe.
Qualifier QualifierBehind(const QuantityTokens& tokens, size_t end);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_BOUNDS_H_
