#include "retrieval/answer/regression_tree.h"

#include <cmath>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

size_t Index(int node) { return static_cast<size_t>(node); }

absl::Status CheckLeaf(const TreeNode& node) {
  if (!std::isfinite(node.value)) {
    return absl::InvalidArgumentError("the value of a leaf must be finite");
  }
  if (!std::isfinite(node.cover) || node.cover < 0) {
    return absl::InvalidArgumentError(
        "the cover of a leaf must be finite, and 0 or more");
  }
  return absl::OkStatus();
}

absl::Status CheckSplit(const RegressionTree& tree, size_t at,
                        size_t feature_count) {
  const TreeNode& node = tree[at];
  if (node.feature < 0 || Index(node.feature) >= feature_count) {
    return absl::InvalidArgumentError(
        absl::StrCat("feature ", node.feature, " is none of the ",
                     feature_count, ", which count from 0"));
  }
  if (!std::isfinite(node.threshold)) {
    return absl::InvalidArgumentError("a threshold must be finite");
  }
  for (const int child : {node.left, node.right}) {
    if (child < 0 || Index(child) <= at || Index(child) >= tree.size()) {
      return absl::InvalidArgumentError(absl::StrCat(
          "child ", child, " must lie behind its parent, below ", tree.size()));
    }
  }
  return absl::OkStatus();
}

// Checks what a node is to others, once each is right by itself.
absl::Status CheckShape(const RegressionTree& tree) {
  std::vector<int> parents(tree.size());
  std::vector<int> depths(tree.size());
  for (size_t at = 0; at < tree.size(); ++at) {
    // The parents of a node are before it: all have been counted.
    if (at > 0 && parents[at] != 1) {
      return absl::InvalidArgumentError(absl::StrCat(
          "node ", at, " must be the child of one node, not of ", parents[at]));
    }
    if (depths[at] > kMaxTreeDepth) {
      return absl::InvalidArgumentError(
          absl::StrCat("node ", at, " lies deeper than ", kMaxTreeDepth));
    }
    if (tree[at].is_leaf()) continue;
    for (const int child : {tree[at].left, tree[at].right}) {
      ++parents[Index(child)];
      depths[Index(child)] = depths[at] + 1;
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckTree(const RegressionTree& tree, size_t feature_count) {
  if (tree.empty()) {
    return absl::InvalidArgumentError("a tree must have a node");
  }
  for (size_t at = 0; at < tree.size(); ++at) {
    const absl::Status status = tree[at].is_leaf()
                                    ? CheckLeaf(tree[at])
                                    : CheckSplit(tree, at, feature_count);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("node ", at, ": ", status.message()));
    }
  }
  return CheckShape(tree);
}

}  // namespace footnote
