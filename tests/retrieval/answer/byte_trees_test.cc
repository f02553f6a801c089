#include "retrieval/answer/byte_trees.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "tests/testing/random_trees.h"

namespace footnote {
namespace {

using testing::RandomTrees;

// The sum as the definition has it, node by node.
double WalkedScore(const std::vector<RegressionTree>& trees,
                   absl::Span<const float> row) {
  double score = 0;
  for (const RegressionTree& tree : trees) {
    const TreeNode* node = tree.data();
    while (node->feature != TreeNode::kLeaf) {
      const bool is_left =
          row[static_cast<size_t>(node->feature)] < node->threshold;
      const bool is_number = row[static_cast<size_t>(node->feature)] ==
                             row[static_cast<size_t>(node->feature)];
      node = &tree[static_cast<size_t>(is_left || !is_number ? node->left
                                                             : node->right)];
    }
    score += node->value;
  }
  return score;
}

void ExpectWalkedScores(const std::vector<RegressionTree>& trees, size_t width,
                        const std::vector<float>& rows) {
  const auto bytes = ByteTrees::Create(trees, width);
  ASSERT_TRUE(bytes.has_value());
  std::vector<double> scores(rows.size() / width, 77);
  bytes->Score(rows, absl::MakeSpan(scores));
  for (size_t row = 0; row < scores.size(); ++row) {
    const auto values = absl::MakeConstSpan(rows).subspan(row * width, width);
    EXPECT_EQ(scores[row], WalkedScore(trees, values)) << row;
  }
}

TEST(ByteTreesTest, AddsUpRandomTreesOverAnyNumberOfRows) {
  RandomTrees random(3);
  for (size_t count = 0; count < 50; ++count) {
    const int width = random.Number(1, 12);
    const auto trees = random.Trees(random.Number(1, 12), width,
                                    random.Number(0, int{ByteTrees::kDepth}));
    ExpectWalkedScores(trees, static_cast<size_t>(width),
                       random.Values(count * static_cast<size_t>(width)));
  }
}

TEST(ByteTreesTest, ComparesThresholdsExactly) {
  RandomTrees random(4);
  const auto trees = random.Trees(8, 3, 5);
  std::vector<float> rows;
  for (const RegressionTree& tree : trees) {
    for (const TreeNode& node : tree) {
      for (const float value :
           {node.threshold, std::nextafter(node.threshold, -2.0F),
            std::nextafter(node.threshold, 2.0F)}) {
        rows.insert(rows.end(), {value, value, value});
      }
    }
  }
  ExpectWalkedScores(trees, 3, rows);
}

TEST(ByteTreesTest, GoesLeftWhereAFeatureIsNoNumber) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  RandomTrees random(5);
  const auto trees = random.Trees(8, 2, 5);
  std::vector<float> rows;
  for (int i = 0; i < 20; ++i) {
    rows.insert(rows.end(), {kNan, i % 2 == 0 ? kInfinity : -kInfinity});
    rows.insert(rows.end(), {random.Value(), i == 9 ? kNan : random.Value()});
  }
  ExpectWalkedScores(trees, 2, rows);
}

// Returns a tree of one split.
RegressionTree Stump(float threshold) {
  RegressionTree tree(3);
  tree[0].feature = 0;
  tree[0].threshold = threshold;
  tree[0].left = 1;
  tree[0].right = 2;
  tree[1].value = 1;
  tree[2].value = 2;
  return tree;
}

TEST(ByteTreesTest, TakesAsManyThresholdsAsAByteCounts) {
  std::vector<RegressionTree> trees;
  std::vector<float> rows;
  for (int i = 0; i < 255; ++i) {
    trees.push_back(Stump(static_cast<float>(i)));
    rows.push_back(static_cast<float>(i) - 0.5F);
  }
  rows.push_back(1000);
  ExpectWalkedScores(trees, 1, rows);
  trees.push_back(Stump(1000));
  EXPECT_FALSE(ByteTrees::Create(trees, 1).has_value());
}

TEST(ByteTreesTest, TakesNoDeeperTreesAndNoOtherFeatures) {
  RegressionTree chain;
  for (int depth = 0; depth < 6; ++depth) {
    TreeNode split;
    split.feature = 0;
    split.left = 2 * depth + 1;
    split.right = 2 * depth + 2;
    chain.push_back(split);
    chain.emplace_back();
    if (depth < 5) continue;
    chain.emplace_back();
  }
  EXPECT_FALSE(ByteTrees::Create({chain}, 1).has_value());
  EXPECT_FALSE(ByteTrees::Create({RegressionTree(1)}, 0).has_value());
  EXPECT_TRUE(ByteTrees::Create({RegressionTree(1)}, 255).has_value());
  EXPECT_FALSE(ByteTrees::Create({RegressionTree(1)}, 256).has_value());
}

}  // namespace
}  // namespace footnote
