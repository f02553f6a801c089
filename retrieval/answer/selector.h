// Chooses the sentences of an answer.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/answer/answer.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/deadline.h"

namespace footnote {

// A candidate and its score.
struct ScoredSentence {
  size_t candidate = 0;  // Its position among the candidates.
  double score = 0;
};

// A candidate that was left out, and why.
struct RejectedCandidate {
  size_t candidate = 0;  // Its position among the candidates.
  double score = 0;
  RejectionReason reason = RejectionReason::kNoMatch;
};

// What was chosen and what was not, each best first.
struct Selection {
  std::vector<ScoredSentence> chosen;
  std::vector<RejectedCandidate> rejected;

  // Rejects what was chosen, for want of confidence, and leaves at most
  // `max_rejected` that are rejected.
  void RejectChosen(int max_rejected);
};

// Returns at most `max_sentences` of `candidates`, whose scores are `scores` in
// the same order; equal scores by the candidates' order. A sentence that says
// what a better one says in nearly the same words is left out, and one that
// holds no term of the question. Of those left out at most `max_rejected` are
// told. Thread-safe.
//
// Errors: those of `deadline`.
//
// REQUIRES: scores.size() == candidates.size().
absl::StatusOr<Selection> SelectSentences(
    const std::vector<Candidate>& candidates, const std::vector<double>& scores,
    int max_sentences, int max_rejected, const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_
