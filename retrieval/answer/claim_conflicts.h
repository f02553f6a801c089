// Where one sentence says what another denies.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CLAIM_CONFLICTS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CLAIM_CONFLICTS_H_

#include <cstddef>
#include <vector>

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/conflicts.h"
#include "retrieval/answer/matter.h"
#include "retrieval/question/planner.h"

namespace footnote {

// As FindConflicts(), of claims alone: at most one conflict, with two
// positions. `matter` is that of `plan`. Thread-safe.
std::vector<FoundConflict> FindClaimConflicts(
    const std::vector<Candidate>& candidates, const std::vector<size_t>& good,
    const QueryPlan& plan, const Matter& matter);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CLAIM_CONFLICTS_H_
