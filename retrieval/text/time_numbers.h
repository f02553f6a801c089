// Numbers as dates, clocks and years are written with them.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_NUMBERS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_NUMBERS_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "retrieval/text/time_words.h"

namespace footnote {

// What begins with a digit.
struct TimeNumber {
  size_t end = 0;  // The byte behind it.

  // kNumber, kIsoDay, kClock, kDecade or kOrdinal; kAmount for what is none of
  // them.
  TimeWord word = TimeWord::kAmount;
  int32_t value = 0;   // See TimeWord.
  uint8_t digits = 0;  // Of a kNumber.
};

// Returns the number at byte `pos` of `text`. A date with slashes is one only
// if it can be read in one way: "2/27/2025", "2025/02/27", not "2/3/2025".
//
// REQUIRES: a digit stands there.
TimeNumber TimeNumberAt(absl::string_view text, size_t pos);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_NUMBERS_H_
