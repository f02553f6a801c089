// Random trees of valid shape.

#ifndef FOOTNOTE_TESTS_TESTING_RANDOM_TREES_H_
#define FOOTNOTE_TESTS_TESTING_RANDOM_TREES_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "retrieval/answer/tree_ensemble.h"

namespace footnote::testing {

// Draws trees. The same seed gives the same trees.
class RandomTrees {
 public:
  explicit RandomTrees(uint32_t seed) : random_(seed) {}

  // Returns a number in [-1, 1] with all bits of a float in use.
  float Value() {
    return std::uniform_real_distribution<float>(-1, 1)(random_);
  }

  // Returns a number of `least` to `most`.
  int Number(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random_);
  }

  // Returns a tree of at most `depth` splits to a leaf.
  RegressionTree Tree(int feature_count, int depth) {
    RegressionTree tree(1);
    std::vector<int> depths(1);
    for (size_t at = 0; at < tree.size(); ++at) {
      if (feature_count > 0 && depths[at] < depth && Number(0, 4) > 0) {
        tree[at].feature = Number(0, feature_count - 1);
        tree[at].threshold = Value();
        tree[at].left = static_cast<int>(tree.size());
        tree[at].right = tree[at].left + 1;
        if (Number(0, 1) == 0) std::swap(tree[at].left, tree[at].right);
        tree.resize(tree.size() + 2);
        depths.resize(tree.size(), depths[at] + 1);
      } else {
        tree[at].value = Value();
        tree[at].cover = Value() + 1;
      }
    }
    return tree;
  }

  std::vector<RegressionTree> Trees(int count, int feature_count, int depth) {
    std::vector<RegressionTree> trees;
    for (int i = 0; i < count; ++i) {
      trees.push_back(Tree(feature_count, depth));
    }
    return trees;
  }

  // Returns `count` values.
  std::vector<float> Values(size_t count) {
    std::vector<float> values(count);
    for (float& value : values) value = Value();
    return values;
  }

 private:
  std::mt19937 random_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_RANDOM_TREES_H_
