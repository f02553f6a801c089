// Chooses the sentences of an answer.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_

#include <cstddef>
#include <vector>

#include "retrieval/answer/candidate.h"

namespace footnote {

// A candidate and its score.
struct ScoredSentence {
  size_t candidate = 0;  // Its position among the candidates.
  double score = 0;
};

// Returns at most `max_sentences` of `candidates`, whose scores are `scores` in
// the same order, best first; equal scores by the candidates' order. A sentence
// that says what a better one says in nearly the same words is left out, and
// one that holds no term of the question. Thread-safe.
//
// REQUIRES: scores.size() == candidates.size().
std::vector<ScoredSentence> SelectSentences(
    const std::vector<Candidate>& candidates, const std::vector<double>& scores,
    int max_sentences);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_
