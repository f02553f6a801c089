#include "retrieval/answer/term_features.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/match.h"
#include "retrieval/question/question.h"

namespace footnote {
namespace {

// BM25 of sentences: the usual k1, and less weight on length than passages
// have, since a long sentence of news says more than a short one.
constexpr double kSentenceK1 = 1.2;
constexpr double kSentenceB = 0.5;
constexpr double kUsualSentenceTerms = 22;

constexpr size_t kYearDigits = 4;

double SentenceBm25(const Candidate& candidate,
                    const std::vector<double>& weights) {
  absl::InlinedVector<int, kMaxQuestionTerms> frequencies(weights.size());
  for (const TermHit& hit : candidate.hits) ++frequencies[hit.term];
  const double norm =
      kSentenceK1 * (1 - kSentenceB +
                     kSentenceB * candidate.term_count / kUsualSentenceTerms);
  double score = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    // By what stands for it, at least once.
    if (candidate.in_sentence[i]) frequencies[i] = std::max(frequencies[i], 1);
    score += weights[i] * frequencies[i] / (frequencies[i] + norm);
  }
  return score;
}

// Returns the weight of the terms of which `is_found(i)`.
template <typename IsFound>
double WeightOf(const std::vector<double>& weights, IsFound is_found) {
  double found = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (is_found(i)) found += weights[i];
  }
  return found;
}

// Returns the greatest weight of the terms of which `is_wanted(i)`.
template <typename IsWanted>
double GreatestWeight(const std::vector<double>& weights, IsWanted is_wanted) {
  double greatest = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (is_wanted(i)) greatest = std::max(greatest, weights[i]);
  }
  return greatest;
}

TermMarks WithContext(const Candidate& candidate) {
  TermMarks found = candidate.in_sentence;
  for (size_t i = 0; i < found.size(); ++i) {
    if (candidate.IsInNeighbours(i) || candidate.in_title[i] ||
        candidate.in_meaning[i]) {
      found[i] = true;
    }
  }
  return found;
}

// Returns the share, by number, of the terms that `is_wanted` selects and
// `found` lacks; 0 if it selects none.
template <typename IsWanted>
double MissingShare(const QueryPlan& plan, const TermMarks& found,
                    IsWanted is_wanted) {
  int wanted = 0;
  int missing = 0;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    if (!is_wanted(plan.terms[i])) continue;
    ++wanted;
    missing += !found[i];
  }
  return wanted > 0 ? static_cast<double>(missing) / wanted : 0;
}

bool IsNumber(const PlannedTerm& term) { return term.is_number; }

double MissingNumbers(const Candidate& candidate, const QueryPlan& plan,
                      TermMarks found) {
  const std::string& published = candidate.document->summary.published;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    const std::string& term = plan.terms[i].term;
    // A report of 2025 need not say the year.
    if (term.size() == kYearDigits && absl::StartsWith(published, term)) {
      found[i] = true;
    }
  }
  return MissingShare(plan, found, IsNumber);
}

bool IsName(const PlannedTerm& term) { return term.is_name; }

// Fills in what the sentence holds by itself.
void AddOwn(const Candidate& candidate, const QuestionProfile& profile,
            TermFeatures* features) {
  const std::vector<double>& weights = profile.weights;
  const TermMarks& found = candidate.in_sentence;
  const QueryPlan& plan = *profile.plan;
  const auto is_found = [&](size_t i) { return found[i]; };
  features->bm25 = SentenceBm25(candidate, weights) / profile.total_weight;
  features->coverage = WeightOf(weights, is_found) / profile.total_weight;
  features->family_coverage =
      WeightOf(weights,
               [&](size_t i) { return found[i] || candidate.in_family[i]; }) /
      profile.total_weight;
  features->synonym_coverage = WeightOf(weights,
                                        [&](size_t i) {
                                          return found[i] ||
                                                 candidate.in_family[i] ||
                                                 candidate.in_synonyms[i];
                                        }) /
                               profile.total_weight;
  features->related_coverage =
      WeightOf(weights,
               [&](size_t i) {
                 return found[i] || candidate.in_family[i] ||
                        candidate.in_synonyms[i] || candidate.in_related[i];
               }) /
      profile.total_weight;
  features->term_count_coverage =
      static_cast<double>(std::count(found.begin(), found.end(), true)) /
      static_cast<double>(found.size());
  features->rarest_found =
      GreatestWeight(weights, is_found) / profile.greatest_weight;
  features->rarest_missing =
      GreatestWeight(weights, [&](size_t i) { return !found[i]; }) /
      profile.greatest_weight;
  features->name_coverage = 1 - MissingShare(plan, found, IsName);
  features->number_coverage = 1 - MissingShare(plan, found, IsNumber);
  features->word_coverage =
      1 - MissingShare(plan, found, [](const PlannedTerm& term) {
        return !term.is_name && !term.is_number && !term.is_synonym;
      });
}

// Fills in what stands around it.
void AddContext(const Candidate& candidate, const QuestionProfile& profile,
                TermFeatures* features) {
  const auto gain = [&](const TermMarks& other) {
    return WeightOf(profile.weights,
                    [&](size_t i) {
                      return other[i] && !candidate.in_sentence[i];
                    }) /
           profile.total_weight;
  };
  const TermMarks context = WithContext(candidate);
  features->context_coverage =
      WeightOf(profile.weights, [&](size_t i) { return context[i]; }) /
      profile.total_weight;
  features->previous_gain = gain(candidate.in_previous);
  features->next_gain = gain(candidate.in_next);
  features->title_gain = gain(candidate.in_title);
  features->meaning_gain = gain(candidate.in_meaning);
  features->rarest_missing_around =
      GreatestWeight(profile.weights, [&](size_t i) { return !context[i]; }) /
      profile.greatest_weight;
  features->missing_numbers = MissingNumbers(candidate, *profile.plan, context);
  features->missing_names = MissingShare(*profile.plan, context, IsName);
}

}  // namespace

TermFeatures ComputeTermFeatures(const Candidate& candidate,
                                 const QuestionProfile& profile) {
  TermFeatures features;
  if (profile.total_weight <= 0) return features;
  AddOwn(candidate, profile, &features);
  AddContext(candidate, profile, &features);
  return features;
}

}  // namespace footnote
