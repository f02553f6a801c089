// Stops, and whether one ends a sentence.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_SENTENCE_STOPS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_SENTENCE_STOPS_H_

#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"

namespace footnote {

// A run of stops ("." "?!" "..." ". . .") with the closing quotes and brackets
// behind it. Offsets are in bytes of the block it was read from.
struct Stop {
  size_t begin = 0;      // The first mark.
  size_t marks_end = 0;  // Behind the last mark.
  size_t end = 0;        // Behind the last quote or bracket.
  int dots = 0;          // Full stops; an ellipsis character counts three.
  bool asks = false;     // Holds a question or exclamation mark.
  bool spaced = false;   // There are spaces between the marks.
};

// Returns the stop that begins at `pos`, if one does.
std::optional<Stop> StopAt(absl::string_view block, size_t pos);

// Returns where the sentence ends that began at `sentence` and reached `stop`:
// an offset at most stop.end; or nothing if it goes on. Looks at no more than a
// fixed number of bytes around the stop, white space aside.
//
// Abbreviations, initials, numbers, ellipses, list labels, web addresses and
// stops inside a quotation that the sentence goes on behind do not end it.
std::optional<size_t> SentenceEnd(absl::string_view block, size_t sentence,
                                  const Stop& stop);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_SENTENCE_STOPS_H_
