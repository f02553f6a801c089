#include "retrieval/answer/decision_features.h"

#include <cmath>

#include "retrieval/answer/plain_model.h"

namespace footnote {
namespace {

// Returns the probability that a sentence of the passage of `sentences[chosen]`
// answers. Sentences of one passage share its rank.
double PassageAnswers(size_t chosen,
                      absl::Span<const SentenceFeatures> sentences,
                      absl::Span<const double> log_odds) {
  double none = 1;
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].passage_rank == sentences[chosen].passage_rank) {
      none *= 1 / (1 + std::exp(log_odds[i]));
    }
  }
  return 1 - none;
}

}  // namespace

std::optional<DecisionFeature> FindDecisionFeature(absl::string_view name) {
  if (name == "plain_confidence") {
    return DecisionFeature{&DecisionFeatures::plain_confidence, nullptr};
  }
  if (name == "passage_answers") {
    return DecisionFeature{&DecisionFeatures::passage_answers, nullptr};
  }
  const NamedFeature* const found = FindFeature(name);
  if (found == nullptr) return std::nullopt;
  return DecisionFeature{nullptr, found->value};
}

std::vector<float> DecisionRow(absl::Span<const DecisionFeature> features,
                               const DecisionFeatures& sentence) {
  std::vector<float> row;
  for (const DecisionFeature& feature : features) {
    row.push_back(static_cast<float>(feature.Of(sentence)));
  }
  return row;
}

DecisionFeatures ComputeDecisionFeatures(
    size_t chosen, absl::Span<const SentenceFeatures> sentences,
    absl::Span<const double> log_odds) {
  DecisionFeatures features;
  features.sentence = sentences[chosen];
  features.plain_confidence = Confidence(sentences[chosen]);
  features.passage_answers = PassageAnswers(chosen, sentences, log_odds);
  return features;
}

}  // namespace footnote
