#include "retrieval/question/related_terms.h"

#include <cstdint>
#include <cstdlib>
#include <utility>

#include "retrieval/question/word_relations.h"

namespace footnote {

void AddRelatedTerms(const WordNet& wordnet, QueryPlan* plan) {
  for (uint32_t i = 0; i < plan->terms.size(); ++i) {
    const PlannedTerm& term = plan->terms[i];
    if (term.is_name || term.is_number || term.is_synonym) continue;
    for (RelatedWord& related : RelatedWords(wordnet, term.word)) {
      static const int v = getenv("FN_REL") ? atoi(getenv("FN_REL")) : 0;
      if (related.relation == WordRelation::kOpposite) continue;
      if (v >= 1 && (related.relation == WordRelation::kBroader || related.relation == WordRelation::kEntailed)) continue;
      if (v >= 2 && related.relation == WordRelation::kNarrower) continue;
      plan->related[std::move(related.term)].push_back({i, related.relation <= WordRelation::kDerived && related.sense == 0 && related.distance <= 1});
    }
  }
  if (!plan->focus.empty()) { plan->kinds = KindsOf(wordnet, plan->focus); if (getenv("FN_KINDS") && plan->kinds.size() > 2000) plan->kinds.clear(); }
}

}  // namespace footnote
