#include "retrieval/question/related_terms.h"

#include <cstdint>
#include <utility>

#include "retrieval/question/word_relations.h"

namespace footnote {

void AddRelatedTerms(const WordNet& wordnet, QueryPlan* plan) {
  for (uint32_t i = 0; i < plan->terms.size(); ++i) {
    const PlannedTerm& term = plan->terms[i];
    if (term.is_name || term.is_number || term.is_synonym) continue;
    for (RelatedWord& related : RelatedWords(wordnet, term.word)) {
      plan->related[std::move(related.term)].push_back({i, related.relation});
    }
  }
  if (!plan->focus.empty()) plan->kinds = KindsOf(wordnet, plan->focus);
}

}  // namespace footnote
