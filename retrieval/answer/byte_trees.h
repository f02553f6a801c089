// Trees that compare bytes, for scoring many rows at once.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_BYTE_TREES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_BYTE_TREES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "retrieval/answer/regression_tree.h"

namespace footnote {

// A sum of trees where a value is the number of thresholds of its feature that
// it reaches, which is a byte. Sixteen rows are compared by one instruction
// with a node, and with every node of a tree, whether they come to it or not: a
// tree is 31 comparisons and no step waits for another. Lucchese et al.,
// "QuickScorer", 2015, and Ye et al., "RapidScorer", 2018, go further that way.
//
// Immutable; thread-safe.
class ByteTrees {
 public:
  // The most splits between a root and a leaf: others are not worth it.
  static constexpr size_t kDepth = 5;

  // Returns the sum of `trees` over `feature_count` features, all of which
  // CheckTree() finds valid, or nothing if one is deeper than kDepth, a feature
  // has more thresholds than a byte counts, or there are none or more than 255
  // features.
  static std::optional<ByteTrees> Create(
      const std::vector<RegressionTree>& trees, size_t feature_count);

  // As TreeEnsemble::Score().
  void Score(absl::Span<const float> rows, absl::Span<double> scores) const;

 private:
  static constexpr size_t kRowsAtOnce = 16;
  static constexpr size_t kNodes = (size_t{1} << kDepth) - 1;

  // A value of each of some rows.
  struct alignas(kRowsAtOnce) RowBytes {
    std::array<uint8_t, kRowsAtOnce> of_row;
  };

  // A tree as a heap: the children of node i are nodes 2 i + 1 and 2 i + 2, and
  // behind the last nodes are the leaves. Above a leaf of the tree that is
  // nearer to the root are nodes that tell nothing.
  struct Tree {
    std::array<RowBytes, kNodes> least;  // What goes right, once for each row.
    std::array<uint8_t, kNodes> features;
    std::array<float, kNodes + 1> leaves;
  };

  explicit ByteTrees(size_t feature_count) : thresholds_(feature_count) {}

  // Lays out what hangs on node `at` of `from` at place `node` of the heap.
  // Returns whether it fits.
  bool Place(const RegressionTree& from, size_t at, size_t node,
             Tree* tree) const;

  // Returns the rows from `first` on, feature by feature; rows behind the last
  // have any values.
  void Count(absl::Span<const float> rows, size_t first,
             absl::Span<RowBytes> columns) const;

  // Returns which leaf each row comes to below place kNode of the heap.
  template <size_t kNode>
  static auto LeafBelow(const Tree& tree, const RowBytes* columns);

  std::vector<std::vector<float>> thresholds_;  // Of each feature, sorted.
  std::vector<Tree> trees_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_BYTE_TREES_H_
