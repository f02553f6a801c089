#include "retrieval/answer/question_profile.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/string_view.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

constexpr absl::string_view kDenials =
    "not never no nor neither none without cannot can't won't don't doesn't "
    "didn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't "
    "wouldn't shouldn't";

// They leave out, turn down, or put at the other end of a scale.
constexpr absl::string_view kNegations =
    "except least refuse reject deny fail unable unsuccessful lack ignore "
    "avoid "
    "prevent exclude stop hardly rarely seldom little few less against oppose "
    "false incorrect unlike instead";

TermSet TermsOf(absl::string_view words) {
  TermSet terms;
  ForEachTerm(words, [&](absl::string_view term, ByteRange) {
    terms.insert(HashTerm(term));
    return true;
  });
  return terms;
}

const TermSet& Denials() {
  static const auto* const kTerms = new TermSet(TermsOf(kDenials));
  return *kTerms;
}

const TermSet& Negations() {
  static const auto* const kTerms = new TermSet(TermsOf(kNegations));
  return *kTerms;
}

}  // namespace

bool IsDenial(uint64_t term) { return Denials().contains(term); }

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
  for (const uint64_t term : plan.text_terms) {
    profile.denies = profile.denies || IsDenial(term);
    if (IsDenial(term) || Negations().contains(term)) {
      profile.negations.push_back(term);
    }
  }
  for (size_t i = 0; i + 1 < plan.text_terms.size(); ++i) {
    profile.pairs.insert(HashPair(plan.text_terms[i], plan.text_terms[i + 1]));
  }
  return profile;
}

}  // namespace footnote
