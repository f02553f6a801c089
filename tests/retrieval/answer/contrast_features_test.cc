#include "retrieval/answer/contrast_features.h"

#include <gtest/gtest.h>

#include <vector>

namespace footnote {
namespace {

using Features = ContrastFeatures;
using Values = std::vector<double>;

Values Each(const std::vector<Features>& features, double Features::*value) {
  Values values;
  for (const Features& one : features) values.push_back(one.*value);
  return values;
}

Comparable Sentence(size_t passage, double plain_score) {
  Comparable sentence;
  sentence.passage = passage;
  sentence.plain_score = plain_score;
  return sentence;
}

TEST(ContrastFeaturesTest, ComparePlainScores) {
  const std::vector<Features> features = ComputeContrastFeatures(
      {Sentence(0, 2), Sentence(0, 4), Sentence(0, 1), Sentence(2, 3)});
  EXPECT_EQ(Each(features, &Features::plain_rank),
            (Values{1.0 / 3, 1, 1.0 / 4, 1.0 / 2}));
  EXPECT_EQ(Each(features, &Features::plain_lead),
            (Values{-0.5, 0.25, -0.75, -0.25}));
  EXPECT_EQ(Each(features, &Features::passage_lead),
            (Values{-0.5, 0.5, -0.75, 1}));
  EXPECT_EQ(Each(features, &Features::previous_plain), (Values{0, 0.5, 1, 0}));
  EXPECT_EQ(Each(features, &Features::next_plain), (Values{1, 0.25, 0, 0}));
  EXPECT_EQ(Each(features, &Features::passage_plain), (Values{1, 1, 1, 0.75}));
}

TEST(ContrastFeaturesTest, RanksEqualScoresInOrder) {
  const std::vector<Features> features =
      ComputeContrastFeatures({Sentence(0, 1), Sentence(0, 2), Sentence(1, 2)});
  EXPECT_EQ(Each(features, &Features::plain_rank),
            (Values{1.0 / 3, 1, 1.0 / 2}));
  // Neither is the best alone.
  EXPECT_EQ(Each(features, &Features::plain_lead), (Values{-0.5, 0, 0}));
}

// Which lead a value gives.
struct LeadCase {
  double Comparable::*value;
  double Features::*lead;
};

TEST(ContrastFeaturesTest, ComparesEachValue) {
  const LeadCase cases[] = {
      {&Comparable::plain_score, &Features::plain_lead},
      {&Comparable::coverage, &Features::coverage_lead},
      {&Comparable::context_coverage, &Features::context_coverage_lead},
      {&Comparable::related_coverage, &Features::related_coverage_lead},
      {&Comparable::pair_share, &Features::pair_share_lead},
      {&Comparable::answer_nearness, &Features::answer_nearness_lead},
  };
  for (const auto& [value, lead] : cases) {
    std::vector<Comparable> sentences(2);
    sentences[0].*value = 0.5;
    sentences[1].*value = 0.25;
    const auto features = ComputeContrastFeatures(sentences);
    for (const LeadCase& other : cases) {
      const Values wanted =
          other.lead == lead ? Values{0.5, -0.5} : Values{0, 0};
      EXPECT_EQ(Each(features, other.lead), wanted);
    }
  }
}

TEST(ContrastFeaturesTest, TakesTheBestPairsOfThePassage) {
  std::vector<Comparable> sentences(3);
  sentences[1].pair_share = 0.4;
  sentences[2].passage = 1;
  EXPECT_EQ(
      Each(ComputeContrastFeatures(sentences), &Features::passage_pair_share),
      (Values{0.4, 0.4, 0}));
}

TEST(ContrastFeaturesTest, LeadsByAllWhereThereIsNoOther) {
  const auto features = ComputeContrastFeatures({Sentence(3, 2)});
  EXPECT_EQ(features[0].plain_lead, 1);
  EXPECT_EQ(features[0].plain_rank, 1);
  EXPECT_EQ(features[0].passage_plain, 1);
  EXPECT_EQ(features[0].coverage_lead, 0);
  EXPECT_TRUE(ComputeContrastFeatures({}).empty());
}

}  // namespace
}  // namespace footnote
