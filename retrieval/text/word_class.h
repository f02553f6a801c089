// What a word is by itself: a function word, a number.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_WORD_CLASS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_WORD_CLASS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace footnote {

// What a word of a sentence is. Several may hold at once.
enum WordClass : uint8_t {
  kFunctionWord = 1 << 0,     // As IsStopWord().
  kQuestionWord = 1 << 1,     // A term of the question.
  kCapitalWord = 1 << 2,      // Begins with a capital, and is no function word.
  kNumberWordClass = 1 << 3,  // Has a digit, or is "three".
  kTimeWord = 1 << 4,         // Inside of a time that the sentence names.
};

// Returns those of `word` that depend neither on its place nor on the case of
// its letters: kFunctionWord, kNumberWordClass or none. Thread-safe.
uint8_t WordClassesOf(absl::string_view word);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_WORD_CLASS_H_
