#include "retrieval/answer/tree_ensemble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "tests/testing/random_trees.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pointwise;
using testing::RandomTrees;
using testing::StatusIs;

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

TreeNode Split(int feature, float threshold, int left, int right) {
  return {feature, threshold, left, right, 0, 0};
}

TreeNode Leaf(float value, float cover = 1) {
  return {TreeNode::kLeaf, 0, 0, 0, value, cover};
}

// 1 below 0.5 of feature 0; else 2 below -1 of feature 1, else 4.
RegressionTree Example() {
  return {Split(0, 0.5F, 1, 2), Leaf(1, 6), Split(1, -1, 3, 4), Leaf(2, 3),
          Leaf(4, 1)};
}

double ScoreOf(const TreeEnsemble& ensemble, std::vector<float> row) {
  double score = 0;
  ensemble.Score(row, absl::MakeSpan(&score, 1));
  return score;
}

// The sum as the definition has it, node by node.
double WalkedScore(const TreeEnsemble& ensemble, absl::Span<const float> row) {
  double score = 0;
  for (const RegressionTree& tree : ensemble.trees()) {
    const TreeNode* node = &tree[0];
    while (node->feature != TreeNode::kLeaf) {
      const bool is_left =
          row[static_cast<size_t>(node->feature)] < node->threshold;
      node = &tree[static_cast<size_t>(is_left ? node->left : node->right)];
    }
    score += node->value;
  }
  return score;
}

TEST(TreeEnsembleTest, GoesLeftBelowTheThresholdAlone) {
  const auto ensemble = TreeEnsemble::Create({Example()}, 2);
  ASSERT_OK(ensemble);
  EXPECT_EQ(ScoreOf(*ensemble, {std::nextafter(0.5F, 0.0F), 9}), 1);
  EXPECT_EQ(ScoreOf(*ensemble, {0.5F, -1.5F}), 2);
  EXPECT_EQ(ScoreOf(*ensemble, {0.5F, -1}), 4);
  EXPECT_EQ(ScoreOf(*ensemble, {std::nextafter(0.5F, 1.0F), kInfinity}), 4);
  EXPECT_EQ(ScoreOf(*ensemble, {kInfinity, -kInfinity}), 2);
}

TEST(TreeEnsembleTest, GoesLeftWhereAFeatureIsNoNumber) {
  const auto ensemble = TreeEnsemble::Create({Example()}, 2);
  ASSERT_OK(ensemble);
  EXPECT_EQ(ScoreOf(*ensemble, {kNan, 9}), 1);
  EXPECT_EQ(ScoreOf(*ensemble, {1, kNan}), 2);
  double base = 0;
  EXPECT_THAT(ensemble->Contributions({1, kNan}, &base),
              Pointwise(DoubleNear(1e-12), {0.9, -0.5}));
}

TEST(TreeEnsembleTest, IsZeroWithoutTrees) {
  EXPECT_EQ(ScoreOf(TreeEnsemble(), {}), 0);
  EXPECT_EQ(TreeEnsemble().LeastScore(), 0);
  const auto leaves = TreeEnsemble::Create({{Leaf(3)}, {Leaf(-5)}}, 0);
  ASSERT_OK(leaves);
  EXPECT_EQ(ScoreOf(*leaves, {}), -2);
  EXPECT_EQ(leaves->LeastScore(), -2);
  leaves->Score({}, {});
}

TEST(TreeEnsembleTest, GivesEachSplitsChangeToItsFeature) {
  const auto ensemble = TreeEnsemble::Create({Example()}, 2);
  ASSERT_OK(ensemble);
  double base = 0;
  // The means are 2.5 on the right and 1.6 in all.
  EXPECT_THAT(ensemble->Contributions({1, 0}, &base),
              Pointwise(DoubleNear(1e-12), {0.9, 1.5}));
  EXPECT_NEAR(base, 1.6, 1e-12);
}

TEST(TreeEnsembleTest, TakesThePlainMeanOfLeavesThatNothingCameTo) {
  const auto ensemble =
      TreeEnsemble::Create({{Split(0, 0, 1, 2), Leaf(1, 0), Leaf(4, 0)}}, 1);
  ASSERT_OK(ensemble);
  double base = 0;
  EXPECT_THAT(ensemble->Contributions({1}, &base), ElementsAre(1.5));
  EXPECT_EQ(base, 2.5);
}

TEST(TreeEnsembleTest, AddsUpRandomTreesOverAnyNumberOfRows) {
  RandomTrees random(1);
  for (int i = 0; i < 60; ++i) {
    const int features = random.Number(1, 12);
    const auto width = static_cast<size_t>(features);
    const auto ensemble = TreeEnsemble::Create(
        random.Trees(random.Number(0, 20), features, random.Number(0, 7)),
        width);
    ASSERT_OK(ensemble);
    // Around every multiple of the rows that go side by side.
    const auto count = static_cast<size_t>(i % 20);
    std::vector<float> rows = random.Values(count * width);
    // A threshold that is met exactly.
    if (count > 0 && !ensemble->trees().empty()) {
      rows[0] = ensemble->trees()[0][0].threshold;
    }
    std::vector<double> scores(count, 77);
    ensemble->Score(rows, absl::MakeSpan(scores));
    for (size_t row = 0; row < count; ++row) {
      const auto values = absl::MakeConstSpan(rows).subspan(row * width, width);
      EXPECT_EQ(scores[row], WalkedScore(*ensemble, values));
      EXPECT_GE(scores[row], ensemble->LeastScore());
      double sum = 0;
      const auto contributions = ensemble->Contributions(values, &sum);
      ASSERT_EQ(contributions.size(), width);
      for (const double contribution : contributions) sum += contribution;
      EXPECT_NEAR(sum, scores[row], 1e-9);
    }
  }
}

// Returns a tree that splits `depth` times on one side.
RegressionTree Chain(int depth) {
  RegressionTree tree;
  for (int i = 0; i < depth; ++i) {
    tree.push_back(Split(0, 0, 2 * i + 1, 2 * i + 2));
    tree.push_back(Leaf(1));
  }
  tree.push_back(Leaf(2));
  return tree;
}

TEST(TreeEnsembleTest, HoldsItsLimits) {
  EXPECT_OK(TreeEnsemble::Create({Chain(kMaxTreeDepth - 1)}, 1));
  const auto deepest = TreeEnsemble::Create({Chain(kMaxTreeDepth)}, 1);
  ASSERT_OK(deepest);
  EXPECT_EQ(ScoreOf(*deepest, {1}), 2);
  EXPECT_THAT(TreeEnsemble::Create({Chain(kMaxTreeDepth + 1)}, 1),
              StatusIs(absl::StatusCode::kInvalidArgument));
  for (const size_t count : {kMaxTrees - 1, kMaxTrees, kMaxTrees + 1}) {
    std::vector<RegressionTree> trees(count, RegressionTree{Leaf(1)});
    EXPECT_EQ(TreeEnsemble::Create(std::move(trees), 0).ok(),
              count <= kMaxTrees)
        << count;
  }
  for (const size_t count :
       {kMaxTreeFeatures - 1, kMaxTreeFeatures, kMaxTreeFeatures + 1}) {
    EXPECT_EQ(TreeEnsemble::Create({{Leaf(1)}}, count).ok(),
              count <= kMaxTreeFeatures)
        << count;
  }
}

TEST(TreeEnsembleTest, RefusesWhatIsNoTree) {
  struct Case {
    RegressionTree tree;
    const char* message;
  };
  const Case cases[] = {
      {{}, "must have a node"},
      {{Split(2, 0, 1, 2), Leaf(1), Leaf(2)}, "node 0: feature 2"},
      {{Split(-2, 0, 1, 2), Leaf(1), Leaf(2)}, "node 0: feature -2"},
      {{Split(0, kNan, 1, 2), Leaf(1), Leaf(2)}, "node 0: a threshold"},
      {{Split(0, kInfinity, 1, 2), Leaf(1), Leaf(2)}, "node 0: a threshold"},
      {{Split(0, 0, 0, 1), Leaf(1)}, "node 0: child 0"},
      {{Split(0, 0, 1, 3), Leaf(1), Leaf(2)}, "node 0: child 3"},
      {{Split(0, 0, 1, -1), Leaf(1), Leaf(2)}, "node 0: child -1"},
      {{Split(0, 0, 1, 2), Split(0, 0, 0, 2), Leaf(1)}, "node 1: child 0"},
      {{Split(0, 0, 1, 1), Leaf(1)}, "node 1 must be the child of one node"},
      {{Split(0, 0, 2, 3), Leaf(0), Leaf(1), Leaf(2)},
       "node 1 must be the child of one node, not of 0"},
      {{Leaf(kNan)}, "node 0: the value"},
      {{Leaf(-kInfinity)}, "node 0: the value"},
      {{Leaf(0, kInfinity)}, "node 0: the cover"},
      {{Leaf(0, -1)}, "node 0: the cover"},
  };
  for (const Case& c : cases) {
    const auto ensemble = TreeEnsemble::Create({{Leaf(0)}, c.tree}, 2);
    EXPECT_THAT(ensemble, StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_THAT(ensemble.status().message(), HasSubstr(c.message));
    EXPECT_THAT(ensemble.status().message(), HasSubstr("tree 1: "));
  }
}

}  // namespace
}  // namespace footnote
