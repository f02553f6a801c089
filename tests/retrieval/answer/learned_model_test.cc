#include "retrieval/answer/learned_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/testing/random_trees.h"
#include "tests/testing/small_wordnet.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::RandomTrees;
using testing::StatusIs;

// Returns the tree of one split of `feature` at 0.5, of equal covers.
RegressionTree Split(int feature, float left, float right) {
  return {{feature, 0.5F, 1, 2, 0, 0},
          {TreeNode::kLeaf, 0, 0, 0, left, 1},
          {TreeNode::kLeaf, 0, 0, 0, right, 1}};
}

NamedTrees Named(std::vector<std::string> features,
                 std::vector<RegressionTree> trees) {
  auto ensemble = TreeEnsemble::Create(std::move(trees), features.size());
  EXPECT_OK(ensemble);
  return {std::move(features), *std::move(ensemble)};
}

// Two features rank and two decide.
RankingModelParts SmallParts() {
  RankingModelParts parts;
  parts.origin.created = "2031-05-20";
  parts.origin.command = "test";
  parts.ranker = Named({"coverage", "heading"},
                       {Split(0, -2, 1), Split(1, 0.5, -1), Split(0, 0, 0.5)});
  parts.decision =
      Named({"plain_confidence", "form"}, {Split(0, -1, 0), Split(1, 0, 2)});
  auto calibration = Calibration::Create({{-1, 0.25}, {2, 1}});
  EXPECT_OK(calibration);
  parts.calibration = *std::move(calibration);
  return parts;
}

absl::StatusOr<LearnedModel> Create(
    const RankingModelParts& parts,
    std::shared_ptr<const Thesaurus> thesaurus = nullptr) {
  auto file = RankingModel::Create(parts);
  EXPECT_OK(file);
  return LearnedModel::Create(*std::move(file), std::move(thesaurus));
}

TEST(LearnedModelTest, ScoresAboveTheLeastThereIs) {
  const auto model = Create(SmallParts());
  ASSERT_OK(model);
  std::vector<SentenceFeatures> sentences(4);
  sentences[1].coverage = 0.5;
  sentences[2].heading = 1;
  sentences[3].coverage = sentences[3].heading = 1;
  // The least is -2 - 1 + 0.
  EXPECT_THAT(model->Score(sentences), ElementsAre(1.5, 5, 0, 3.5));
  EXPECT_EQ(model->LogOdds(1.5), -1.5);
  EXPECT_EQ(model->LogOdds(0), -3);
  EXPECT_TRUE(model->Score({}).empty());
}

TEST(LearnedModelTest, ExplainsAScore) {
  const auto model = Create(SmallParts());
  ASSERT_OK(model);
  SentenceFeatures sentence;
  sentence.coverage = 0.75;
  const std::vector<FeatureShare> shares = model->Explain(sentence);
  // What nothing is known for: -0.5 - 0.25 + 0.25, and 3 for the least.
  ASSERT_EQ(shares.size(), 3u);
  EXPECT_EQ(shares[0].feature, "base");
  EXPECT_EQ(shares[0].contribution, 2.5);
  EXPECT_EQ(shares[1].feature, "coverage");
  EXPECT_EQ(shares[1].value, 0.75);
  EXPECT_EQ(shares[1].weight, std::nullopt);
  EXPECT_EQ(shares[1].contribution, 1.75);
  EXPECT_EQ(shares[2].feature, "heading");
  EXPECT_EQ(shares[2].contribution, 0.75);
}

TEST(LearnedModelTest, DecidesByItsOwnAndTheSentencesFeatures) {
  const auto model = Create(SmallParts());
  ASSERT_OK(model);
  DecisionFeatures features;
  EXPECT_DOUBLE_EQ(model->Confidence(features), 0.25);
  features.plain_confidence = 1;
  EXPECT_DOUBLE_EQ(model->Confidence(features), 0.5);
  features.sentence.form = 1;
  EXPECT_DOUBLE_EQ(model->Confidence(features), 1);
}

TEST(LearnedModelTest, RefusesFeaturesThatItDoesNotKnow) {
  for (NamedTrees RankingModelParts::*const trees :
       {&RankingModelParts::ranker, &RankingModelParts::decision}) {
    RankingModelParts parts = SmallParts();
    (parts.*trees).features[1] = "weather";
    const auto model = Create(parts);
    EXPECT_THAT(model, StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_THAT(std::string(model.status().message()),
                HasSubstr("the feature 'weather'"));
  }
  // What the decision has of its own is not known before the ranker is through.
  RankingModelParts parts = SmallParts();
  parts.ranker.features[1] = "plain_confidence";
  EXPECT_THAT(Create(parts), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(LearnedModelTest, KeepsFileAndThesaurus) {
  const auto plain = Create(SmallParts());
  ASSERT_OK(plain);
  EXPECT_EQ(plain->thesaurus(), nullptr);
  EXPECT_EQ(plain->file().origin().command, "test");
  testing::TemporaryDirectory directory;
  auto wordnet = testing::SmallWordNet::Open(testing::WalksAndStreams().Files(),
                                             directory);
  ASSERT_OK(wordnet.status());
  const auto thesaurus = std::make_shared<Thesaurus>(*std::move(wordnet));
  const auto model = Create(SmallParts(), thesaurus);
  ASSERT_OK(model);
  EXPECT_EQ(model->thesaurus(), thesaurus.get());
}

TEST(LearnedModelTest, AddsUpToTheScoreToTheLastBit) {
  RandomTrees random(11);
  std::vector<std::string> names;
  for (const NamedFeature& feature : AllFeatures()) {
    names.emplace_back(feature.name);
  }
  const int count = static_cast<int>(names.size());
  for (int round = 0; round < 40; ++round) {
    RankingModelParts parts = SmallParts();
    parts.ranker = Named(names, random.Trees(1 + 3 * round, count, 5));
    const auto model = Create(parts);
    ASSERT_OK(model);
    std::vector<SentenceFeatures> sentences(25);
    for (SentenceFeatures& sentence : sentences) {
      for (const NamedFeature& feature : AllFeatures()) {
        sentence.*feature.value = random.Value();
      }
    }
    const std::vector<double> scores = model->Score(sentences);
    for (size_t i = 0; i < sentences.size(); ++i) {
      EXPECT_GE(scores[i], 0);
      double sum = 0;
      for (const FeatureShare& share : model->Explain(sentences[i])) {
        EXPECT_EQ(share.weight, std::nullopt);
        sum += share.contribution;
      }
      EXPECT_EQ(sum, scores[i]) << round << " " << i;
    }
  }
}

TEST(LearnedModelTest, ReachesTheLeastScoreExactly) {
  // One row comes to the least leaf of every tree, whose sum is rounded.
  RankingModelParts parts = SmallParts();
  std::vector<RegressionTree> trees;
  for (int i = 1; i <= 300; ++i) {
    trees.push_back(Split(i % 2, -0.1F * static_cast<float>(i), 0.3F));
  }
  parts.ranker = Named({"coverage", "heading"}, trees);
  const auto model = Create(parts);
  ASSERT_OK(model);
  const SentenceFeatures least;
  EXPECT_EQ(model->Score({least}), std::vector<double>{0});
  double sum = 0;
  for (const FeatureShare& share : model->Explain(least)) {
    sum += share.contribution;
  }
  EXPECT_EQ(sum, 0);
}

}  // namespace
}  // namespace footnote
