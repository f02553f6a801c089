#include "retrieval/answer/plain_model.h"

#include <algorithm>

namespace footnote {
namespace {

// A feature and what a unit of it is worth, 0 being the least.
struct WeightedFeature {
  const char* name;
  double SentenceFeatures::*value;
  double weight;
};

constexpr WeightedFeature kWeightedFeatures[] = {
    {"bm25", &SentenceFeatures::bm25, 2.0},
    {"coverage", &SentenceFeatures::coverage, 0.5},
    {"context_coverage", &SentenceFeatures::context_coverage, 0.3},
    {"closeness", &SentenceFeatures::closeness, 0.3},
    {"speaker", &SentenceFeatures::speaker, 0.3},
    {"outlook", &SentenceFeatures::outlook, 1.5},
    {"passage", &SentenceFeatures::passage, 0.8},
    {"form", &SentenceFeatures::form, 0.3},
    {"heading", &SentenceFeatures::heading, -0.3},
    {"question", &SentenceFeatures::question, -0.3},
};

// How much of the confidence the sentence itself decides; the rest is its
// context's.
constexpr double kOwnShare = 0.65;

// What a time to come adds to the confidence where one is asked for.
constexpr double kOutlookShare = 0.2;

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
  double score = 0;
  for (const auto& [name, value, weight] : kWeightedFeatures) {
    score += weight * features.*value;
  }
  return std::max(score, 0.0);
}

std::vector<FeatureShare> ExplainScore(const SentenceFeatures& features) {
  std::vector<FeatureShare> shares;
  double score = 0;
  for (const auto& [name, value, weight] : kWeightedFeatures) {
    const double share = weight * features.*value;
    shares.push_back({name, features.*value, weight, share});
    score += share;
  }
  if (score < 0) shares.push_back({"floor", -score, 1, -score});
  return shares;
}

double Confidence(const SentenceFeatures& features) {
  const double evidence = kOwnShare * features.coverage +
                          (1 - kOwnShare) * features.context_coverage;
  // A day to come that is told beside all that is named is rarely another's.
  const double outlook = kOutlookShare * features.outlook;
  return std::min(evidence + outlook, 1.0) *
         Discount(1 - features.form, kWithoutForm) *
         Discount(features.missing_numbers, kWithoutNumbers) *
         Discount(features.missing_names, kWithoutNames);
}

}  // namespace footnote
