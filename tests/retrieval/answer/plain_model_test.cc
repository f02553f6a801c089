#include "retrieval/answer/plain_model.h"

#include <gtest/gtest.h>

#include "tests/testing/random_corpus.h"

namespace footnote {
namespace {

SentenceFeatures Full() {
  SentenceFeatures features;
  features.bm25 = features.coverage = features.context_coverage = 1;
  features.closeness = features.passage = features.form = 1;
  return features;
}

TEST(ScoreSentenceTest, GrowsWithEvidenceAndIsNeverNegative) {
  SentenceFeatures weaker = Full();
  weaker.coverage = 0.5;
  EXPECT_GT(ScoreSentence(Full()), ScoreSentence(weaker));
  SentenceFeatures heading;
  heading.heading = heading.question = 1;
  EXPECT_EQ(ScoreSentence(heading), 0);
}

TEST(ExplainScoreTest, AddsUpToTheScoreToTheLastBit) {
  testing::RandomCorpus random(1);
  const auto draw = [&random] { return random.Number(0, 1000) / 1000.0; };
  for (int i = 0; i < 1000; ++i) {
    SentenceFeatures features;
    features.bm25 = i % 3 == 0 ? 0 : draw();
    features.coverage = i % 3 == 0 ? 0 : draw();
    features.context_coverage = i % 3 == 0 ? 0 : draw();
    features.closeness = features.passage = i % 3 == 0 ? 0 : draw();
    features.form = random.Number(0, 1);
    features.heading = random.Number(0, 1);
    features.question = random.Number(0, 1);
    double sum = 0;
    for (const FeatureShare& share : ExplainScore(features)) {
      ASSERT_TRUE(share.weight.has_value()) << share.feature;
      EXPECT_EQ(share.contribution, *share.weight * share.value);
      sum += share.contribution;
    }
    EXPECT_EQ(sum, ScoreSentence(features));
  }
}

TEST(ConfidenceTest, LiesBetweenNothingAndCertainty) {
  EXPECT_DOUBLE_EQ(Confidence(Full()), 1);
  EXPECT_DOUBLE_EQ(Confidence(SentenceFeatures()), 0);
}

TEST(ConfidenceTest, FallsWithWhatIsMissing) {
  for (double SentenceFeatures::*missing :
       {&SentenceFeatures::missing_numbers, &SentenceFeatures::missing_names}) {
    SentenceFeatures features = Full();
    features.*missing = 1;
    EXPECT_LT(Confidence(features), 0.7);
  }
  SentenceFeatures without_form = Full();
  without_form.form = 0;
  EXPECT_LT(Confidence(without_form), 0.7);
}

}  // namespace
}  // namespace footnote
