// Chooses the sentences of an answer.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_

#include <cstddef>
#include <optional>
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
  void RejectChosen(size_t max_rejected);
};

// How many sentences are chosen.
struct SelectionLimits {
  size_t sentences = 3;
  size_t sentences_per_document = 0;  // 0: any number.
  size_t rejected = 0;                // That are told.
};

// What is known of a candidate before any is chosen.
struct ScoredCandidate {
  double score = 0;
  std::optional<RejectionReason> failed;  // The condition that it fails.
  bool is_unlikely = false;               // Chosen only if nothing better is.
};

// Returns the best of `candidates` that pass, of which `scored` tells in the
// same order; equal scores by the candidates' order. A sentence that says what
// a better one says in nearly the same words is left out. Thread-safe.
//
// Errors: those of `deadline`.
//
// REQUIRES: scored.size() == candidates.size().
absl::StatusOr<Selection> SelectSentences(
    const std::vector<Candidate>& candidates,
    const std::vector<ScoredCandidate>& scored, const SelectionLimits& limits,
    const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SELECTOR_H_
