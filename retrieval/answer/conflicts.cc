#include "retrieval/answer/conflicts.h"
namespace footnote {
std::vector<FoundConflict> FindConflicts(
    const std::vector<Candidate>&, const std::vector<size_t>&,
    const std::vector<std::optional<TypedSpan>>&, const QueryPlan&) {
  return {};
}
}  // namespace footnote
