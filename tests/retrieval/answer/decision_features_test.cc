#include "retrieval/answer/decision_features.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "retrieval/answer/plain_model.h"

namespace footnote {
namespace {

// Returns the logarithm of the odds of `probability`.
double LogOdds(double probability) {
  return std::log(probability / (1 - probability));
}

std::vector<SentenceFeatures> OfPassages(const std::vector<double>& ranks) {
  std::vector<SentenceFeatures> sentences(ranks.size());
  for (size_t i = 0; i < ranks.size(); ++i) {
    sentences[i].passage_rank = 1 / ranks[i];
    sentences[i].coverage = 0.1 * static_cast<double>(i);
  }
  return sentences;
}

TEST(DecisionFeaturesTest, JoinsTheSentencesOfThePassage) {
  const auto sentences = OfPassages({1, 1, 2, 1});
  const std::vector<double> odds = {LogOdds(0.5), LogOdds(0.2), LogOdds(0.9),
                                    LogOdds(0.75)};
  const DecisionFeatures first = ComputeDecisionFeatures(0, sentences, odds);
  EXPECT_DOUBLE_EQ(first.passage_answers, 1 - 0.5 * 0.8 * 0.25);
  EXPECT_EQ(first.plain_confidence, Confidence(sentences[0]));
  EXPECT_EQ(first.sentence.coverage, 0);
  const DecisionFeatures other = ComputeDecisionFeatures(2, sentences, odds);
  EXPECT_NEAR(other.passage_answers, 0.9, 1e-12);
  EXPECT_EQ(other.plain_confidence, Confidence(sentences[2]));
  EXPECT_EQ(other.sentence.coverage, sentences[2].coverage);
}

TEST(DecisionFeaturesTest, StaysAProbabilityWhateverTheOdds) {
  const auto sentences = OfPassages({1, 1});
  EXPECT_EQ(ComputeDecisionFeatures(0, sentences, {-1e6, -1e6}).passage_answers,
            0);
  EXPECT_EQ(ComputeDecisionFeatures(0, sentences, {-1e6, 1e6}).passage_answers,
            1);
}

TEST(FindDecisionFeatureTest, KnowsItsOwnAndThoseOfSentences) {
  DecisionFeatures features;
  features.plain_confidence = 1;
  features.passage_answers = 2;
  features.sentence.coverage = 3;
  ASSERT_TRUE(FindDecisionFeature("plain_confidence").has_value());
  EXPECT_EQ(FindDecisionFeature("plain_confidence")->Of(features), 1);
  ASSERT_TRUE(FindDecisionFeature("passage_answers").has_value());
  EXPECT_EQ(FindDecisionFeature("passage_answers")->Of(features), 2);
  for (const NamedFeature& feature : AllFeatures()) {
    const auto found = FindDecisionFeature(feature.name);
    ASSERT_TRUE(found.has_value()) << feature.name;
    features.sentence = SentenceFeatures();
    features.sentence.*feature.value = 4;
    EXPECT_EQ(found->Of(features), 4) << feature.name;
  }
  EXPECT_FALSE(FindDecisionFeature("").has_value());
  EXPECT_FALSE(FindDecisionFeature("coverages").has_value());
}

}  // namespace
}  // namespace footnote
