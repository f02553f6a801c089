// Reads expressions of time from the words of a text.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_GRAMMAR_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_GRAMMAR_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/time_reading.h"
#include "retrieval/text/time_tokens.h"

namespace footnote {

// Returns what the expressions of time in `text` say, in order, not
// overlapping. The two ends of a range follow each other, and one that leaves
// out its year takes it from the other. `tokens` are those of the text. Linear:
// no expression looks at more than a few tokens.
std::vector<TimeReading> ReadTimes(absl::string_view text,
                                   const std::vector<TimeToken>& tokens);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_GRAMMAR_H_
