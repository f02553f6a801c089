// The words of a sentence, by what they may answer.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_

#include <cstdint>
#include <vector>

#include "retrieval/answer/candidate.h"
#include "retrieval/text/word_class.h"

namespace footnote {

// The classes of the terms of a sentence, one a term, in order of place.
struct SentenceWords {
  std::vector<uint8_t> classes;

  bool Is(size_t i, uint8_t any_of) const { return (classes[i] & any_of) != 0; }
};

// Returns the words of the sentence of `candidate`. Thread-safe.
SentenceWords ReadSentenceWords(const Candidate& candidate);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_
