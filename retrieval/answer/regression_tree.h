// A tree that a learned score is made of.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_REGRESSION_TREE_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_REGRESSION_TREE_H_

#include <cstddef>
#include <vector>

#include "absl/status/status.h"

namespace footnote {

// The most splits between the root of a tree and a leaf.
inline constexpr int kMaxTreeDepth = 16;

// A split or a leaf of a tree.
struct TreeNode {
  // What `feature` is in a leaf.
  static constexpr int kLeaf = -1;

  int feature = kLeaf;  // The feature that decides, from 0 on.
  float threshold = 0;  // A value below it goes left, any other right.
  int left = 0;         // Which nodes of the tree come next, both behind
  int right = 0;        // this one.

  float value = 0;  // What a leaf adds to the score.

  // How much of what was learned from came to a leaf, 0 or more, in any unit.
  float cover = 0;

  bool is_leaf() const { return feature == kLeaf; }

  friend bool operator==(const TreeNode&, const TreeNode&) = default;
};

// The root and all that hangs on it, each behind its parent.
using RegressionTree = std::vector<TreeNode>;

// Returns OK if `tree` is one over `feature_count` features.
//
// Errors: kInvalidArgument, naming the node, if it is empty or deeper than
// kMaxTreeDepth; a feature is not below `feature_count`; a child is not behind
// its parent or not in the tree; a node but the root is not the child of
// exactly one; a number is not finite, or a cover below 0.
absl::Status CheckTree(const RegressionTree& tree, size_t feature_count);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_REGRESSION_TREE_H_
