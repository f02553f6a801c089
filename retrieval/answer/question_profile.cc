#include "retrieval/answer/question_profile.h"

#include <algorithm>
#include <cstddef>

#include "retrieval/rank/bm25.h"
#include "retrieval/text/terms.h"

namespace footnote {

uint64_t HashPair(uint64_t a, uint64_t b) {
  // FNV's prime (see HashTerm()) keeps "a b" and "b a" apart.
  constexpr uint64_t kPrime = 0x100000001b3;
  return a * kPrime ^ b;
}

QuestionProfile MakeProfile(const QueryPlan& plan,
                            const std::vector<TermStatistics>& statistics) {
  QuestionProfile profile;
  profile.plan = &plan;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    const PlannedTerm& term = plan.terms[i];
    // What stands for a term adds nothing to what that term weighs.
    const double weight =
        term.is_synonym ? 0 : statistics[i].idf * term.importance;
    profile.weights.push_back(weight);
    profile.total_weight += weight;
    profile.greatest_passage_score +=
        statistics[i].idf * (Bm25Parameters().k1 + 1);
    profile.greatest_weight = std::max(profile.greatest_weight, weight);
  }
  ForEachTerm(plan.focus, [&](absl::string_view focus, ByteRange) {
    for (uint32_t i = 0; i < plan.terms.size(); ++i) {
      if (plan.terms[i].term == focus) profile.focus = i;
    }
    return true;
  });
  for (size_t i = 0; i + 1 < plan.text_terms.size(); ++i) {
    profile.pairs.insert(HashPair(plan.text_terms[i], plan.text_terms[i + 1]));
  }
  return profile;
}

}  // namespace footnote
