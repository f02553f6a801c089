// The words of a sentence, by what they may answer.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "retrieval/answer/candidate.h"
#include "retrieval/text/word_class.h"

namespace footnote {

// The terms of a sentence by their classes.
struct SentenceWords {
  std::vector<uint8_t> classes;  // One a term, in order of place.

  // How many are neither function words nor the question's: in all, and of
  // them names (the first word aside), times, other numbers, and the rest.
  size_t new_all = 0;
  size_t new_names = 0;
  size_t new_times = 0;
  size_t new_numbers = 0;
  size_t new_others = 0;

  bool Is(size_t i, uint8_t any_of) const { return (classes[i] & any_of) != 0; }
};

// Returns the words of the sentence of `candidate`. Thread-safe.
SentenceWords ReadSentenceWords(const Candidate& candidate);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_WORDS_H_
