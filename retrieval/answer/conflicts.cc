#include "retrieval/answer/conflicts.h"

#include "retrieval/answer/claim_conflicts.h"
#include "retrieval/answer/matter.h"
#include "retrieval/answer/value_conflicts.h"
#include "retrieval/question/answer_type.h"

namespace footnote {

std::vector<FoundConflict> FindConflicts(
    const std::vector<Candidate>& candidates, const std::vector<size_t>& good,
    const std::vector<std::optional<TypedSpan>>& spans, const QueryPlan& plan) {
  const Matter matter(plan);
  return plan.type == AnswerType::kYesNo
             ? FindClaimConflicts(candidates, good, plan, matter)
             : FindValueConflicts(candidates, good, spans, plan, matter);
}

}  // namespace footnote
