#include "retrieval/answer/plain_model.h"

#include <gtest/gtest.h>

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
