// Numbers that are no quantities: what names, dates or orders something.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_NUMBER_CONTEXT_H_
#define FOOTNOTE_RETRIEVAL_TEXT_NUMBER_CONTEXT_H_

#include <cstddef>

#include "retrieval/text/numerals.h"
#include "retrieval/text/quantity_tokens.h"

namespace footnote {

// Returns whether the numeral at token `i` is part of a name or code: "F-35",
// "Article 5", "202-555-0147". Thread-safe.
bool IsPartOfName(const QuantityTokens& tokens, size_t i,
                  const Numeral& numeral);

// Returns whether it is part of a date or a time of day: "February 7", "7-9
// Feb.", "10 a.m.". Thread-safe.
bool IsPartOfDate(const QuantityTokens& tokens, size_t i,
                  const Numeral& numeral);

// Returns whether it is part of a ratio or a list's label: "one in five",
// "(3)", "1. " at the beginning of a line. Thread-safe.
bool IsRatioOrLabel(const QuantityTokens& tokens, size_t i,
                    const Numeral& numeral);

// Returns whether it reads as a year: four digits from 1900 to 2099, or from
// 1100 behind a word like "in". Thread-safe.
bool LooksLikeYear(const QuantityTokens& tokens, size_t i,
                   const Numeral& numeral);

// Returns whether the digits at token `i` are an ordinal: "No. 3", "#3".
// `*begin` is then the token that it begins with. Thread-safe.
bool IsOrdinal(const QuantityTokens& tokens, size_t i, size_t* begin);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_NUMBER_CONTEXT_H_
