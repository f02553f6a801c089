#include "retrieval/answer/tree_ensemble.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

// As many rows walk down a tree side by side.
constexpr size_t kRowsAtOnce = 8;

// Fewer rows are not worth counting the thresholds that they reach.
constexpr size_t kLeastRowsAsBytes = 8;

size_t Index(int node) { return static_cast<size_t>(node); }

// Returns the mean of the leaves below each node, by cover where there is any.
std::vector<double> Means(const RegressionTree& tree) {
  std::vector<double> means(tree.size());
  std::vector<double> covers(tree.size());
  for (size_t at = tree.size(); at-- > 0;) {
    const TreeNode& node = tree[at];
    if (node.is_leaf()) {
      means[at] = node.value;
      covers[at] = node.cover;
      continue;
    }
    const size_t left = Index(node.left);
    const size_t right = Index(node.right);
    covers[at] = covers[left] + covers[right];
    const double share = covers[at] > 0 ? covers[left] / covers[at] : 0.5;
    means[at] = share * means[left] + (1 - share) * means[right];
  }
  return means;
}

double LeastLeaf(const RegressionTree& tree) {
  double least = std::numeric_limits<double>::infinity();
  for (const TreeNode& node : tree) {
    if (node.is_leaf()) least = std::min<double>(least, node.value);
  }
  return least;
}

}  // namespace

absl::StatusOr<TreeEnsemble> TreeEnsemble::Create(
    std::vector<RegressionTree> trees, size_t feature_count) {
  if (trees.size() > kMaxTrees) {
    return absl::InvalidArgumentError(absl::StrCat(
        trees.size(), " trees are too many; train at most ", kMaxTrees));
  }
  if (feature_count > kMaxTreeFeatures) {
    return absl::InvalidArgumentError(
        absl::StrCat(feature_count, " features are too many; use at most ",
                     kMaxTreeFeatures));
  }
  TreeEnsemble ensemble;
  ensemble.feature_count_ = feature_count;
  for (size_t i = 0; i < trees.size(); ++i) {
    const absl::Status status = CheckTree(trees[i], feature_count);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("tree ", i, ": ", status.message()));
    }
    ensemble.means_.push_back(Means(trees[i]));
    ensemble.least_score_ += LeastLeaf(trees[i]);
    ensemble.Append(trees[i]);
  }
  ensemble.byte_trees_ = ByteTrees::Create(trees, feature_count);
  ensemble.trees_ = std::move(trees);
  return ensemble;
}

void TreeEnsemble::Append(const RegressionTree& tree) {
  const auto root = static_cast<uint32_t>(nodes_.size());
  nodes_.resize(nodes_.size() + tree.size());
  std::vector<uint32_t> places(tree.size());
  std::vector<uint32_t> depths(tree.size());
  places[0] = root;
  uint32_t next = root + 1;
  uint32_t depth = 0;
  for (size_t at = 0; at < tree.size(); ++at) {
    const TreeNode& node = tree[at];
    FlatNode& flat = nodes_[places[at]];
    if (node.is_leaf()) {
      flat = {std::numeric_limits<float>::quiet_NaN(), node.value, 0,
              places[at]};
      depth = std::max(depth, depths[at]);
      continue;
    }
    flat = {node.threshold, 0, static_cast<uint32_t>(node.feature), next};
    for (const int child : {node.left, node.right}) {
      places[Index(child)] = next++;
      depths[Index(child)] = depths[at] + 1;
    }
  }
  flat_trees_.push_back({root, depth});
}

template <size_t kRows>
void TreeEnsemble::AddLeaves(const FlatTree& tree, const float* rows,
                             double* scores) const {
  const FlatNode* const nodes = nodes_.data();
  std::array<uint32_t, kRows> at;
  at.fill(tree.root);
  for (uint32_t step = 0; step < tree.depth; ++step) {
    for (size_t row = 0; row < kRows; ++row) {
      const FlatNode& node = nodes[at[row]];
      const float value = rows[row * feature_count_ + node.feature];
      at[row] = node.left + static_cast<uint32_t>(value >= node.threshold);
    }
  }
  for (size_t row = 0; row < kRows; ++row) {
    scores[row] += nodes[at[row]].value;
  }
}

void TreeEnsemble::Score(absl::Span<const float> rows,
                         absl::Span<double> scores) const {
  if (byte_trees_.has_value() && scores.size() >= kLeastRowsAsBytes) {
    return byte_trees_->Score(rows, scores);
  }
  std::fill(scores.begin(), scores.end(), 0);
  const size_t even = scores.size() - scores.size() % kRowsAtOnce;
  for (const FlatTree& tree : flat_trees_) {
    for (size_t row = 0; row < even; row += kRowsAtOnce) {
      AddLeaves<kRowsAtOnce>(tree, rows.data() + row * feature_count_,
                             scores.data() + row);
    }
    for (size_t row = even; row < scores.size(); ++row) {
      AddLeaves<1>(tree, rows.data() + row * feature_count_,
                   scores.data() + row);
    }
  }
}

std::vector<double> TreeEnsemble::Contributions(absl::Span<const float> row,
                                                double* base) const {
  std::vector<double> contributions(feature_count_);
  *base = 0;
  for (size_t i = 0; i < trees_.size(); ++i) {
    const RegressionTree& tree = trees_[i];
    const std::vector<double>& means = means_[i];
    *base += means[0];
    size_t at = 0;
    while (!tree[at].is_leaf()) {
      const size_t feature = Index(tree[at].feature);
      // As Score() has it.
      const bool goes_right = row[feature] >= tree[at].threshold;
      const size_t next = Index(goes_right ? tree[at].right : tree[at].left);
      contributions[feature] += means[next] - means[at];
      at = next;
    }
  }
  return contributions;
}

}  // namespace footnote
