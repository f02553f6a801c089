// The words that a question may lack without losing what it asks about.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_STOP_WORDS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_STOP_WORDS_H_

#include "absl/strings/string_view.h"

namespace footnote {

// Returns whether `word`, in lower case with "'" for every apostrophe, is a
// function word of English: an article, pronoun, preposition, conjunction,
// auxiliary or question word. Thread-safe.
bool IsStopWord(absl::string_view word);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_STOP_WORDS_H_
