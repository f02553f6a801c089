// Where sentences give different answers to one question.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CONFLICTS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CONFLICTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/question/planner.h"

namespace footnote {

// In what sentences differ.
enum class ConflictKind {
  kValues,  // They give different values of one type.
  kClaims,  // One says what another denies.
};

// One side of a conflict.
struct FoundPosition {
  std::string value;               // As TypedSpan::value; "affirmed", "denied".
  std::vector<size_t> candidates;  // That say so, best first.
};

// A conflict between candidates.
struct FoundConflict {
  ConflictKind kind = ConflictKind::kValues;
  std::string subject;                   // The question's words they share.
  std::vector<FoundPosition> positions;  // Two or more, in no order.
};

// Returns the conflicts among `good`, positions in `candidates` of those that
// are good enough to be shown, best first; `spans` holds what FindAnswerSpan()
// found in each candidate. Only what is plain: no conflict is better than a
// false one. Thread-safe.
std::vector<FoundConflict> FindConflicts(
    const std::vector<Candidate>& candidates, const std::vector<size_t>& good,
    const std::vector<std::optional<TypedSpan>>& spans, const QueryPlan& plan);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CONFLICTS_H_
