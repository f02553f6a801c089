#include "retrieval/answer/byte_trees.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace footnote {
namespace {

constexpr size_t kMostThresholds = std::numeric_limits<uint8_t>::max();

// What one instruction compares. GCC's and Clang's vectors, not a processor's:
// what takes bytes sixteen at a time is everywhere.
using Bytes = uint8_t __attribute__((vector_size(16)));

Bytes Load(const void* bytes) {
  Bytes loaded;
  std::memcpy(&loaded, bytes, sizeof(loaded));
  return loaded;
}

size_t Index(int position) { return static_cast<size_t>(position); }

void AddThresholds(const RegressionTree& tree,
                   std::vector<std::vector<float>>* thresholds) {
  for (const TreeNode& node : tree) {
    if (!node.is_leaf()) {
      (*thresholds)[Index(node.feature)].push_back(node.threshold);
    }
  }
}

void SortOnce(std::vector<float>* values) {
  std::sort(values->begin(), values->end());
  values->erase(std::unique(values->begin(), values->end()), values->end());
}

// The thresholds that some of the values reach and others may not: all reach
// those before, and none those behind.
struct Between {
  size_t begin = 0;
  size_t end = 0;
};

template <size_t kSize>
Between FindBetween(const std::vector<float>& thresholds,
                    const std::array<float, kSize>& values) {
  float least = values[0];
  float greatest = -std::numeric_limits<float>::infinity();
  bool are_numbers = true;
  for (const float value : values) {
    are_numbers = are_numbers && !std::isnan(value);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const auto place_of = [&thresholds](float value) {
    return static_cast<size_t>(
        std::upper_bound(thresholds.begin(), thresholds.end(), value) -
        thresholds.begin());
  };
  // What is no number reaches none.
  return {are_numbers ? place_of(least) : 0, place_of(greatest)};
}

}  // namespace

std::optional<ByteTrees> ByteTrees::Create(
    const std::vector<RegressionTree>& trees, size_t feature_count) {
  if (feature_count == 0 || feature_count > kMostThresholds) {
    return std::nullopt;
  }
  ByteTrees bytes(feature_count);
  for (const RegressionTree& tree : trees) {
    AddThresholds(tree, &bytes.thresholds_);
  }
  for (std::vector<float>& thresholds : bytes.thresholds_) {
    SortOnce(&thresholds);
    if (thresholds.size() > kMostThresholds) return std::nullopt;
  }
  for (const RegressionTree& tree : trees) {
    if (!bytes.Place(tree, 0, 0, &bytes.trees_.emplace_back())) {
      return std::nullopt;
    }
  }
  return bytes;
}

bool ByteTrees::Place(const RegressionTree& from, size_t at, size_t node,
                      Tree* tree) const {
  const TreeNode& placed = from[at];
  if (node >= kNodes) {
    tree->leaves[node - kNodes] = placed.value;
    return placed.is_leaf();
  }
  if (placed.is_leaf()) {
    tree->features[node] = 0;
    tree->least[node] = {};
    return Place(from, at, 2 * node + 1, tree) &&
           Place(from, at, 2 * node + 2, tree);
  }
  const std::vector<float>& thresholds = thresholds_[Index(placed.feature)];
  const auto reached =
      std::upper_bound(thresholds.begin(), thresholds.end(), placed.threshold) -
      thresholds.begin();
  tree->features[node] = static_cast<uint8_t>(placed.feature);
  tree->least[node].of_row.fill(static_cast<uint8_t>(reached));
  return Place(from, Index(placed.left), 2 * node + 1, tree) &&
         Place(from, Index(placed.right), 2 * node + 2, tree);
}

void ByteTrees::Count(absl::Span<const float> rows, size_t first,
                      absl::Span<RowBytes> columns) const {
  const size_t features = columns.size();
  const size_t count = std::min(kRowsAtOnce, rows.size() / features - first);
  std::array<float, kRowsAtOnce> values;
  for (size_t feature = 0; feature < features; ++feature) {
    for (size_t i = 0; i < count; ++i) {
      values[i] = rows[(first + i) * features + feature];
    }
    std::fill(values.begin() + count, values.end(), values[0]);
    const std::vector<float>& thresholds = thresholds_[feature];
    const Between between = FindBetween(thresholds, values);
    // A value at a time would be sought in a few steps, each of which waits for
    // the one before; this takes two instructions for four of them.
    std::array<int32_t, kRowsAtOnce> reached;
    reached.fill(static_cast<int32_t>(between.begin));
    for (size_t t = between.begin; t < between.end; ++t) {
      for (size_t i = 0; i < kRowsAtOnce; ++i) {
        reached[i] += values[i] >= thresholds[t] ? 1 : 0;
      }
    }
    for (size_t i = 0; i < kRowsAtOnce; ++i) {
      columns[feature].of_row[i] = static_cast<uint8_t>(reached[i]);
    }
  }
}

template <size_t kNode>
auto ByteTrees::LeafBelow(const Tree& tree, const RowBytes* columns) {
  const auto goes_right = reinterpret_cast<Bytes>(
      Load(&columns[tree.features[kNode]]) >= Load(&tree.least[kNode]));
  if constexpr (2 * kNode + 1 >= kNodes) {
    return static_cast<Bytes>(goes_right & 1);
  } else {
    // How many leaves hang on the left child.
    constexpr size_t kLeaves = kNode == 0  ? 16
                               : kNode < 3 ? 8
                               : kNode < 7 ? 4
                                           : 2;
    const Bytes left = LeafBelow<2 * kNode + 1>(tree, columns);
    const Bytes right =
        LeafBelow<2 * kNode + 2>(tree, columns) | static_cast<uint8_t>(kLeaves);
    return static_cast<Bytes>((goes_right & right) | (~goes_right & left));
  }
}

void ByteTrees::Score(absl::Span<const float> rows,
                      absl::Span<double> scores) const {
  std::fill(scores.begin(), scores.end(), 0);
  const size_t features = thresholds_.size();
  const size_t groups = (scores.size() + kRowsAtOnce - 1) / kRowsAtOnce;
  std::vector<RowBytes> columns(groups * features);
  for (size_t group = 0; group < groups; ++group) {
    Count(rows, group * kRowsAtOnce,
          absl::MakeSpan(columns).subspan(group * features, features));
  }
  for (const Tree& tree : trees_) {
    for (size_t group = 0; group < groups; ++group) {
      const Bytes leaves = LeafBelow<0>(tree, &columns[group * features]);
      RowBytes leaf;
      std::memcpy(&leaf, &leaves, sizeof(leaf));
      const size_t first = group * kRowsAtOnce;
      const size_t end = std::min(first + kRowsAtOnce, scores.size());
      for (size_t row = first; row < end; ++row) {
        scores[row] += tree.leaves[leaf.of_row[row - first]];
      }
    }
  }
}

}  // namespace footnote
