// Where sentences give different values.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_VALUE_CONFLICTS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_VALUE_CONFLICTS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/answer/conflicts.h"
#include "retrieval/answer/matter.h"

namespace footnote {

// As FindConflicts(), of values alone. `matter` is that of `plan`. Thread-safe.
std::vector<FoundConflict> FindValueConflicts(
    const std::vector<Candidate>& candidates, const std::vector<size_t>& good,
    const std::vector<std::optional<TypedSpan>>& spans, const QueryPlan& plan,
    const Matter& matter);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_VALUE_CONFLICTS_H_
