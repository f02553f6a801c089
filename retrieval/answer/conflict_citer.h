// Cites the sides of a conflict.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CONFLICT_CITER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CONFLICT_CITER_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/answer/answer.h"
#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/answer/conflicts.h"
#include "retrieval/answer/corroboration.h"
#include "retrieval/answer/selector.h"
#include "retrieval/answer/sentence_citer.h"

namespace footnote {

// Cites conflicts between candidates. Not thread-safe.
class ConflictCiter {
 public:
  // All of them outlive the citer; `scored` tells of each candidate, and
  // `spans` holds what FindAnswerSpan() found in it.
  ConflictCiter(const std::vector<Candidate>& candidates,
                const std::vector<ScoredCandidate>& scored,
                const std::vector<std::optional<TypedSpan>>& spans,
                StatementComparison& comparison, SentenceCiter& citer)
      : candidates_(candidates),
        scored_(scored),
        spans_(spans),
        comparison_(comparison),
        citer_(citer) {}

  // Returns `found` with its sides cited and in order of their first report,
  // each with its best kMaxConflictSentences.
  //
  // Errors: as Citer::Cite().
  absl::StatusOr<Conflict> Cite(const FoundConflict& found);

 private:
  absl::StatusOr<ConflictPosition> CitePosition(const FoundPosition& found);

  const std::vector<Candidate>& candidates_;
  const std::vector<ScoredCandidate>& scored_;
  const std::vector<std::optional<TypedSpan>>& spans_;
  StatementComparison& comparison_;
  SentenceCiter& citer_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CONFLICT_CITER_H_
