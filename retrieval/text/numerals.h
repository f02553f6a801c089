// Reads a number written in digits or words.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_NUMERALS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_NUMERALS_H_

#include <cstddef>
#include <optional>

#include "retrieval/text/quantity_tokens.h"

namespace footnote {

// A number in a text.
struct Numeral {
  size_t end = 0;  // Behind its last token.
  double value = 0;
  double scale = 1;       // Of the scale words at its end: 1e6 of "10 million".
  bool words = false;     // Begins with a word: "ten".
  bool fraction = false;  // A part of a whole: "two-thirds", "1/2".
  // The digits of one without separators, decimals and scale, as a year has
  // them; else 0.
  size_t plain_digits = 0;
};

// How a number is to be read.
struct NumeralContext {
  bool money = false;    // Behind a sign of money: "$3m" is three million.
  bool between = false;  // "And" separates: "between one hundred and two".
};

// Returns the number that begins at token `i`, as "12.5 million", "a hundred
// and twenty", "half a million", "two and a half", or nothing. Reads no further
// than the number and a few tokens behind it. Thread-safe.
std::optional<Numeral> ReadNumeral(const QuantityTokens& tokens, size_t i,
                                   NumeralContext context);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_NUMERALS_H_
