// The words of a sentence, by what they may answer.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_

#include <cstdint>
#include <vector>

#include "retrieval/answer/candidate.h"

namespace footnote {

// What a word is. Several may hold at once.
enum WordClass : uint8_t {
  kFunctionWord = 1 << 0,     // As IsStopWord().
  kQuestionWord = 1 << 1,     // A term of the question.
  kCapitalWord = 1 << 2,      // Begins with a capital, and is no function word.
  kNumberWordClass = 1 << 3,  // Has a digit, or is "three".
  kTimeWord = 1 << 4,         // Inside of a time that the sentence names.
};

// The classes of the terms of a sentence, one a term, in order of place.
struct SentenceWords {
  std::vector<uint8_t> classes;

  bool Is(size_t i, uint8_t any_of) const { return (classes[i] & any_of) != 0; }
};

// Returns the words of the sentence of `candidate`. Thread-safe.
SentenceWords ReadSentenceWords(const Candidate& candidate);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_
