// What holds of the sentences of any text.

#ifndef FOOTNOTE_TESTS_TESTING_SENTENCE_INVARIANTS_H_
#define FOOTNOTE_TESTS_TESTING_SENTENCE_INVARIANTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/letters.h"

namespace footnote::testing {

// Returns whether `pos` lies between code points of `text`.
inline bool IsBoundary(absl::string_view text, size_t pos) {
  return pos == text.size() ||
         (static_cast<unsigned char>(text[pos]) & 0xC0) != 0x80;
}

// Returns what of the contract of SplitSentences() `sentences` breaks, or
// nothing: ranges in order and not empty, cut between code points, without
// white space at their ends and with nothing else between them.
//
// REQUIRES: text is valid UTF-8.
inline std::string BrokenInvariant(absl::string_view text,
                                   const std::vector<ByteRange>& sentences) {
  size_t covered = 0;
  for (const ByteRange& range : sentences) {
    if (range.begin < covered) return "ranges overlap or are out of order";
    if (range.empty() || range.end > text.size()) return "a range is empty";
    if (!IsBoundary(text, range.begin) || !IsBoundary(text, range.end)) {
      return "a range cuts a code point";
    }
    if (SkipWhiteSpace(text, covered) != range.begin) {
      return "text between sentences is lost, or white space is kept";
    }
    if (SkipWhiteSpaceBack(text, range.end) != range.end) {
      return "a range ends in white space";
    }
    covered = range.end;
  }
  if (SkipWhiteSpace(text, covered) != text.size()) return "the end is lost";
  return "";
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_SENTENCE_INVARIANTS_H_
