#include "retrieval/answer/contrary_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
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

bool HoldsAny(const std::vector<uint64_t>& terms, const TermSet& wanted) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](uint64_t term) { return wanted.contains(term); });
}

// Returns whether the question has a word that denies or leaves out, and the
// sentence has not that word.
bool LacksNegation(const std::vector<uint64_t>& question,
                   const std::vector<uint64_t>& sentence) {
  return std::any_of(question.begin(), question.end(), [&](uint64_t term) {
    return (Denials().contains(term) || Negations().contains(term)) &&
           std::find(sentence.begin(), sentence.end(), term) == sentence.end();
  });
}

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
  const QueryPlan& plan = *profile.plan;
  features.missing_denial = HoldsAny(plan.text_terms, Denials()) &&
                                    !HoldsAny(candidate.term_hashes, Denials())
                                ? 1
                                : 0;
  features.missing_negation =
      LacksNegation(plan.text_terms, candidate.term_hashes) ? 1 : 0;
  const auto opposites = static_cast<double>(CountOpposites(candidate));
  features.opposites = opposites / (opposites + 2);
  size_t new_words = 0;
  bool has_new_name = false;
  for (size_t i = 0; i < words.classes.size(); ++i) {
    if (words.Is(i, kQuestionWord | kFunctionWord)) continue;
    ++new_words;
    has_new_name = has_new_name || (i > 0 && words.Is(i, kCapitalWord));
  }
  features.swapped_name = has_new_name && LacksName(candidate, plan) ? 1 : 0;
  if (!words.classes.empty()) {
    features.new_share = static_cast<double>(new_words) /
                         static_cast<double>(words.classes.size());
  }
  return features;
}

}  // namespace footnote
