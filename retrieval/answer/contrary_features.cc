#include "retrieval/answer/contrary_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "retrieval/answer/saturation.h"

namespace footnote {
namespace {

size_t CountOpposites(const Candidate& candidate) {
  size_t count = 0;
  for (size_t i = 0; i < candidate.in_opposites.size(); ++i) {
    count += candidate.in_opposites[i] && !candidate.in_sentence[i] &&
             !candidate.in_synonyms[i];
  }
  return count;
}

bool LacksName(const Candidate& candidate, const QueryPlan& plan) {
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    if (plan.terms[i].is_name && !candidate.in_sentence[i]) return true;
  }
  return false;
}

}  // namespace

ContraryFeatures ComputeContraryFeatures(const Candidate& candidate,
                                         const SentenceWords& words,
                                         const QuestionProfile& profile) {
  ContraryFeatures features;
  const auto& terms = candidate.term_hashes;
  features.missing_denial =
      profile.denies && std::none_of(terms.begin(), terms.end(), IsDenial) ? 1
                                                                           : 0;
  features.missing_negation =
      std::any_of(profile.negations.begin(), profile.negations.end(),
                  [&](uint64_t negation) {
                    return std::find(terms.begin(), terms.end(), negation) ==
                           terms.end();
                  })
          ? 1
          : 0;
  features.opposites = SaturatedCount(CountOpposites(candidate));
  features.swapped_name =
      words.new_names > 0 && LacksName(candidate, *profile.plan) ? 1 : 0;
  if (!words.classes.empty()) {
    features.new_share = static_cast<double>(words.new_all) /
                         static_cast<double>(words.classes.size());
  }
  return features;
}

}  // namespace footnote
