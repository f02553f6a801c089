// What tells whether the best sentence answers at all.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_DECISION_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_DECISION_FEATURES_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/answer/features.h"

namespace footnote {

// A sentence beside the others of its question.
struct DecisionFeatures {
  SentenceFeatures sentence;

  // Confidence() by fixed weights, in [0, 1].
  double plain_confidence = 0;

  // The probability that a sentence of its passage answers, if one does so
  // whatever the others do.
  double passage_answers = 0;
};

// A feature of the decision: one of its own, or one of the sentence's.
struct DecisionFeature {
  double DecisionFeatures::*own = nullptr;
  double SentenceFeatures::*of_sentence = nullptr;

  double Of(const DecisionFeatures& features) const {
    return own != nullptr ? features.*own : features.sentence.*of_sentence;
  }
};

// Returns the feature called `name`, or nothing.
std::optional<DecisionFeature> FindDecisionFeature(absl::string_view name);

// Returns the values of `features` of `sentence`, as models read them.
std::vector<float> DecisionRow(absl::Span<const DecisionFeature> features,
                               const DecisionFeatures& sentence);

// Returns the features of sentence `chosen` of `sentences`, whose logarithms of
// odds are `log_odds`, one each. Thread-safe.
DecisionFeatures ComputeDecisionFeatures(
    size_t chosen, absl::Span<const SentenceFeatures> sentences,
    absl::Span<const double> log_odds);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_DECISION_FEATURES_H_
