// The words and marks around a place in a sentence.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_CLAUSE_WORDS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_CLAUSE_WORDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A word, or a mark between words.
struct ClauseWord {
  // A word in lower case, with "'" for every apostrophe and "not" as a word of
  // its own ("didn't" is "did", "not"; "cannot" is "can", "not"); or one of
  // "," ";" ":" "(" ")" "-", the last for a dash.
  std::string text;
  ByteRange range;  // In the sentence.
};

// Returns where the words and marks begin that ClauseWordsAround() returns.
ByteRange ClauseWindow(absl::string_view sentence, ByteRange around,
                       size_t reach);

// Returns the words and marks of `sentence` at `around` and those that begin
// less than `reach` bytes before or behind it, in order. Quotes and other marks
// are left out.
std::vector<ClauseWord> ClauseWordsAround(absl::string_view sentence,
                                          ByteRange around, size_t reach);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_CLAUSE_WORDS_H_
