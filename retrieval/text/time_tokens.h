// Cuts a text into the words, numbers and marks that expressions of time are
// made of.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_TOKENS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_TOKENS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/time_words.h"

namespace footnote {

// A word, number or mark of a text.
struct TimeToken {
  uint32_t begin = 0;  // Bytes of the text.
  uint32_t end = 0;
  int32_t value = 0;  // See TimeWord.
  TimeWord word = TimeWord::kOther;
  bool capital = false;  // Its first letter is one, or it is a digit.
  bool spaced = false;   // White space stands before it.
  bool starts = false;   // A sentence or paragraph begins with it.
  uint8_t digits = 0;    // Of a kNumber.
};

// Returns the words, numbers and marks of `text` in order. Linear in the size
// of `text`, which may hold any bytes but fewer than 2^32.
std::vector<TimeToken> CutTimeTokens(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_TOKENS_H_
