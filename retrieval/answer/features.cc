#include "retrieval/answer/features.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/answer_form.h"

namespace footnote {
namespace {

// BM25 of sentences: the usual k1, and less weight on length than passages
// have, since a long sentence of news says more than a short one.
constexpr double kSentenceK1 = 1.2;
constexpr double kSentenceB = 0.5;
constexpr double kUsualSentenceTerms = 22;

// How many terms two neighbours of the question may stand apart and still be
// close.
constexpr uint32_t kCloseTerms = 4;

constexpr size_t kYearDigits = 4;

std::vector<double> TermWeights(const QueryPlan& plan,
                                const std::vector<TermStatistics>& statistics) {
  std::vector<double> weights;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    // What stands for a term adds nothing to what that term weighs.
    weights.push_back(plan.terms[i].is_synonym
                          ? 0
                          : statistics[i].idf * plan.terms[i].importance);
  }
  return weights;
}

double SentenceBm25(const Candidate& candidate,
                    const std::vector<double>& weights) {
  std::vector<int> frequencies(weights.size());
  for (const TermHit& hit : candidate.hits) ++frequencies[hit.term];
  for (size_t i = 0; i < weights.size(); ++i) {
    // By what stands for it.
    if (candidate.in_sentence[i]) frequencies[i] = std::max(frequencies[i], 1);
  }
  const double norm =
      kSentenceK1 * (1 - kSentenceB +
                     kSentenceB * candidate.term_count / kUsualSentenceTerms);
  double score = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    score += weights[i] * frequencies[i] / (frequencies[i] + norm);
  }
  return score;
}

double Coverage(const std::vector<bool>& found,
                const std::vector<double>& weights) {
  double covered = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (found[i]) covered += weights[i];
  }
  return covered;
}

std::vector<bool> WithContext(const Candidate& candidate) {
  std::vector<bool> found = candidate.in_sentence;
  for (size_t i = 0; i < found.size(); ++i) {
    if (candidate.in_neighbours[i] || candidate.in_title[i] ||
        candidate.in_meaning[i]) {
      found[i] = true;
    }
  }
  return found;
}

// Returns whether term `i` of the question stands at most kCloseTerms before
// term `i + 1`.
bool AreClose(const Candidate& candidate, uint32_t i) {
  const auto& hits = candidate.hits;
  for (auto first = hits.begin(); first != hits.end(); ++first) {
    if (first->term != i) continue;
    for (auto second = first + 1;
         second != hits.end() &&
         second->position - first->position <= kCloseTerms;
         ++second) {
      if (second->term == i + 1) return true;
    }
  }
  return false;
}

double Closeness(const Candidate& candidate,
                 const std::vector<double>& weights) {
  double close = 0;
  double total = 0;
  for (uint32_t i = 0; i + 1 < weights.size(); ++i) {
    const double weight = std::min(weights[i], weights[i + 1]);
    total += weight;
    if (AreClose(candidate, i)) close += weight;
  }
  return total > 0 ? close / total : 0;
}

// Returns the share of the terms that `is_wanted` selects and `found` lacks.
template <typename IsWanted>
double MissingShare(const QueryPlan& plan, const std::vector<bool>& found,
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

double MissingNumbers(const Candidate& candidate, const QueryPlan& plan,
                      std::vector<bool> found) {
  const std::string& published = candidate.document->summary.published;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    const std::string& term = plan.terms[i].term;
    // A report of 2025 need not say the year.
    if (term.size() == kYearDigits && absl::StartsWith(published, term)) {
      found[i] = true;
    }
  }
  return MissingShare(plan, found,
                      [](const PlannedTerm& term) { return term.is_number; });
}

absl::string_view WithoutClosers(absl::string_view text) {
  constexpr absl::string_view kClosers[] = {"\"", "'",      ")",
                                            "]",  "\u201D", "\u2019"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const absl::string_view closer : kClosers) {
      if (absl::EndsWith(text, closer)) {
        text.remove_suffix(closer.size());
        cut = true;
      }
    }
  }
  return text;
}

bool EndsAsSentence(absl::string_view text) {
  constexpr absl::string_view kEnds = ".!?:;";
  text = WithoutClosers(text);
  return !text.empty() && (absl::StrContains(kEnds, text.back()) ||
                           absl::EndsWith(text, "\u2026"));
}

bool IsSaidByNamed(const Candidate& candidate, const QueryPlan& plan) {
  return !plan.speaker.empty() &&
         SpeechOf(plan.speaker, candidate.annotations,
                  candidate.document->annotations, candidate.range) != nullptr;
}

bool HasWordOfQuestion(const Candidate& candidate, const QueryPlan& plan) {
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    const PlannedTerm& term = plan.terms[i];
    if (candidate.in_sentence[i] && !term.is_name && !term.is_number &&
        term.importance == 1) {
      return true;
    }
  }
  return false;
}

bool GivesTimeToCome(const Candidate& candidate) {
  const auto published = PublicationTime(candidate.document->summary.published);
  const auto& times = candidate.annotations.times;
  return published.has_value() &&
         std::any_of(times.begin(), times.end(),
                     [&](const TimeExpression& time) {
                       return time.period.has_value() &&
                              time.period->begin > *published;
                     });
}

}  // namespace

SentenceFeatures ComputeFeatures(
    const Candidate& candidate, const QueryPlan& plan,
    const std::vector<TermStatistics>& statistics) {
  SentenceFeatures features;
  const std::vector<double> weights = TermWeights(plan, statistics);
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (total <= 0) return features;
  const std::vector<bool> context = WithContext(candidate);
  features.bm25 = SentenceBm25(candidate, weights) / total;
  features.coverage = Coverage(candidate.in_sentence, weights) / total;
  features.context_coverage = Coverage(context, weights) / total;
  features.closeness = Closeness(candidate, weights);
  features.speaker = IsSaidByNamed(candidate, plan) ? 1 : 0;
  features.passage = candidate.passage_score;
  features.form = HoldsForm(candidate, plan) ? 1 : 0;
  features.heading = EndsAsSentence(candidate.text) ? 0 : 1;
  features.question =
      absl::EndsWith(WithoutClosers(candidate.text), "?") ? 1 : 0;
  features.missing_numbers = MissingNumbers(candidate, plan, context);
  features.missing_names = MissingShare(
      plan, context, [](const PlannedTerm& term) { return term.is_name; });
  features.outlook = plan.type == AnswerType::kDate && plan.asks_for_future &&
                             features.missing_names == 0 &&
                             HasWordOfQuestion(candidate, plan) &&
                             GivesTimeToCome(candidate)
                         ? 1
                         : 0;
  return features;
}

}  // namespace footnote
