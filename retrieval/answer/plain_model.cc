#include "retrieval/answer/plain_model.h"

#include <algorithm>

namespace footnote {
namespace {

constexpr double kBm25Weight = 2.0;
constexpr double kCoverageWeight = 0.5;
constexpr double kContextWeight = 0.3;
constexpr double kClosenessWeight = 0.3;
constexpr double kPassageWeight = 0.8;
constexpr double kFormWeight = 0.3;
constexpr double kHeadingPenalty = 0.3;
constexpr double kQuestionPenalty = 0.3;

// How much of the confidence the sentence itself decides; the rest is its
// context's.
constexpr double kOwnShare = 0.65;

// What is left of the confidence where something is missing altogether.
constexpr double kWithoutForm = 0.6;
constexpr double kWithoutNumbers = 0.5;
constexpr double kWithoutNames = 0.6;

// Returns 1 if nothing is missing, `least` if everything is.
double Discount(double missing, double least) {
  return 1 - missing * (1 - least);
}

}  // namespace

double ScoreSentence(const SentenceFeatures& features) {
  const double score =
      kBm25Weight * features.bm25 + kCoverageWeight * features.coverage +
      kContextWeight * features.context_coverage +
      kClosenessWeight * features.closeness +
      kPassageWeight * features.passage + kFormWeight * features.form -
      kHeadingPenalty * features.heading - kQuestionPenalty * features.question;
  return std::max(score, 0.0);
}

double Confidence(const SentenceFeatures& features) {
  const double evidence = kOwnShare * features.coverage +
                          (1 - kOwnShare) * features.context_coverage;
  return evidence * Discount(1 - features.form, kWithoutForm) *
         Discount(features.missing_numbers, kWithoutNumbers) *
         Discount(features.missing_names, kWithoutNames);
}

}  // namespace footnote
