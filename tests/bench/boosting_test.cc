#include "bench/boosting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "tests/testing/status_matchers.h"

namespace footnote::bench {
namespace {

using testing::StatusIs;

constexpr size_t kFeatures = 6;

// Rows in groups of 10 whose labels follow from two features and chance.
TrainingRows DrawRows(size_t groups, uint32_t seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> draw;
  TrainingRows rows;
  rows.feature_count = kFeatures;
  rows.group_sizes.assign(groups, 10);
  for (size_t i = 0; i < 10 * groups; ++i) {
    for (size_t k = 0; k < kFeatures; ++k) {
      // Coarse values: many rows meet a threshold exactly.
      rows.values.push_back(std::round(draw(random) * 4) / 4);
    }
    const float* const row = &rows.values[i * kFeatures];
    rows.labels.push_back(row[0] * row[1] + draw(random) / 4 > 0 ? 1 : 0);
  }
  return rows;
}

BoostingParameters Small(Objective objective) {
  BoostingParameters parameters;
  parameters.objective = objective;
  parameters.trees = 30;
  parameters.subsample = 0.7;
  parameters.colsample = 0.7;
  parameters.gamma = 0.1;  // Prunes: some of XGBoost's nodes are unused.
  parameters.seed = 5;
  return parameters;
}

TrainingRows RowsFor(Objective objective, size_t groups, uint32_t seed) {
  TrainingRows rows = DrawRows(groups, seed);
  if (objective == Objective::kLogistic) rows.group_sizes.clear();
  return rows;
}

class BoostingTest : public ::testing::TestWithParam<Objective> {};

INSTANTIATE_TEST_SUITE_P(Objectives, BoostingTest,
                         ::testing::Values(Objective::kPairwise,
                                           Objective::kLogistic));

TEST_P(BoostingTest, ScoresAsXgboostPredicts) {
  const auto booster =
      Booster::Train(RowsFor(GetParam(), 100, 1), Small(GetParam()));
  ASSERT_OK(booster);
  const auto trees = booster->Trees();
  ASSERT_OK(trees);
  EXPECT_EQ(trees->trees().size(), 30);
  const TrainingRows rows = DrawRows(200, 2);
  const auto expected = booster->Predict(rows.values);
  ASSERT_OK(expected);
  std::vector<double> scores(rows.labels.size());
  trees->Score(rows.values, absl::MakeSpan(scores));
  for (size_t i = 0; i < scores.size(); ++i) {
    // XGBoost adds up floats.
    EXPECT_NEAR(scores[i], (*expected)[i],
                1e-6 * std::max(1.0, std::abs(scores[i])));
  }
}

TEST_P(BoostingTest, LearnsWhatRowsTeach) {
  const auto trees = Train(RowsFor(GetParam(), 300, 1), Small(GetParam()));
  ASSERT_OK(trees);
  const TrainingRows rows = DrawRows(100, 2);
  std::vector<double> scores(rows.labels.size());
  trees->Score(rows.values, absl::MakeSpan(scores));
  double good = 0;
  double bad = 0;
  for (size_t i = 0; i < scores.size(); ++i) {
    (rows.labels[i] > 0 ? good : bad) += scores[i];
  }
  EXPECT_GT(good, bad);
}

TEST_P(BoostingTest, LearnsTheSameAgainAndOtherwiseByAnotherSeed) {
  const TrainingRows rows = RowsFor(GetParam(), 100, 1);
  BoostingParameters parameters = Small(GetParam());
  const auto trees = Train(rows, parameters);
  ASSERT_OK(trees);
  EXPECT_EQ(Train(rows, parameters)->trees(), trees->trees());
  parameters.seed = 6;
  EXPECT_NE(Train(rows, parameters)->trees(), trees->trees());
}

TEST_P(BoostingTest, KeepsTheCoverOfLeaves) {
  const auto trees = Train(RowsFor(GetParam(), 100, 1), Small(GetParam()));
  ASSERT_OK(trees);
  for (const RegressionTree& tree : trees->trees()) {
    for (const TreeNode& node : tree) EXPECT_GT(node.cover, 0);
  }
}

TEST(TrainTest, LooksAtWeights) {
  TrainingRows rows = RowsFor(Objective::kLogistic, 50, 1);
  const BoostingParameters parameters = Small(Objective::kLogistic);
  const auto alike = Train(rows, parameters);
  ASSERT_OK(alike);
  rows.weights.assign(rows.labels.size(), 1);
  EXPECT_EQ(Train(rows, parameters)->trees(), alike->trees());
  rows.weights[0] = 20;
  EXPECT_NE(Train(rows, parameters)->trees(), alike->trees());
}

TEST(TrainTest, TakesAWeightAGroup) {
  TrainingRows rows = DrawRows(50, 1);
  rows.weights.assign(50, 1);
  rows.weights[0] = 20;
  EXPECT_OK(Train(rows, Small(Objective::kPairwise)));
}

TEST(TrainTest, RefusesRowsThatContradictThemselves) {
  using Change = void (*)(TrainingRows*);
  const Change changes[] = {
      [](TrainingRows* rows) { *rows = {}; },
      [](TrainingRows* rows) { rows->feature_count = 0; },
      [](TrainingRows* rows) { rows->values.pop_back(); },
      [](TrainingRows* rows) { rows->labels.push_back(1); },
      [](TrainingRows* rows) { rows->group_sizes.pop_back(); },
      [](TrainingRows* rows) { rows->group_sizes.clear(); },
      [](TrainingRows* rows) { rows->weights.assign(rows->labels.size(), 1); },
      [](TrainingRows* rows) {
        rows->values[7] = std::numeric_limits<float>::quiet_NaN();
      },
      [](TrainingRows* rows) {
        rows->labels[7] = std::numeric_limits<float>::infinity();
      },
  };
  for (size_t i = 0; i < std::size(changes); ++i) {
    TrainingRows rows = DrawRows(5, 1);
    changes[i](&rows);
    EXPECT_THAT(Train(rows, Small(Objective::kPairwise)),
                StatusIs(absl::StatusCode::kInvalidArgument))
        << i;
  }
  EXPECT_THAT(Train(DrawRows(5, 1), Small(Objective::kLogistic)),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(PredictTest, RefusesHalfARow) {
  const auto booster =
      Booster::Train(DrawRows(5, 1), Small(Objective::kPairwise));
  ASSERT_OK(booster);
  EXPECT_THAT(booster->Predict(std::vector<float>(kFeatures + 1)),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(TrainTest, TellsWhatXgboostRefuses) {
  BoostingParameters parameters = Small(Objective::kPairwise);
  parameters.subsample = 7;
  const auto trees = Train(DrawRows(5, 1), parameters);
  EXPECT_THAT(trees, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(trees.status().message(), ::testing::HasSubstr("subsample"));
}

}  // namespace
}  // namespace footnote::bench
