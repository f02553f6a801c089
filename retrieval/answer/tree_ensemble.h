// A learned score: the sum of regression trees.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_TREE_ENSEMBLE_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_TREE_ENSEMBLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "retrieval/answer/byte_trees.h"
#include "retrieval/answer/regression_tree.h"

namespace footnote {

inline constexpr size_t kMaxTrees = 2000;
inline constexpr size_t kMaxTreeFeatures = 256;

// A sum of binary regression trees over features, as XGBoost learns them: Chen
// and Guestrin, "XGBoost: A scalable tree boosting system", 2016. No feature is
// ever missing: NaN goes left at every split, and no split has a side of its
// own for it.
//
// Immutable; thread-safe.
class TreeEnsemble {
 public:
  // Of no trees and no features: every score is 0.
  TreeEnsemble() = default;

  // Builds the sum of `trees` over rows of `feature_count` features.
  //
  // Errors: kInvalidArgument if there are more than kMaxTrees or
  // kMaxTreeFeatures; as CheckTree(), naming the tree.
  static absl::StatusOr<TreeEnsemble> Create(std::vector<RegressionTree> trees,
                                             size_t feature_count);

  // Sets scores[i] to the sum of the leaves that row i comes to, added up in
  // the order of the trees. `rows` has one row a score, one behind the other,
  // each of feature_count() values.
  //
  // REQUIRES: rows.size() == scores.size() * feature_count()
  void Score(absl::Span<const float> rows, absl::Span<double> scores) const;

  // Returns what each feature gives to the score of `row`, in their order, and
  // sets `*base` to the score that nothing is known for: they add up to the
  // score, but for rounding. A split gives its feature what it changes of the
  // mean of the leaves below, weighted by their cover. Saabas, "Interpreting
  // random forests", 2014.
  //
  // REQUIRES: row.size() == feature_count()
  std::vector<double> Contributions(absl::Span<const float> row,
                                    double* base) const;

  // Returns what no score is below: the sum of the least leaf of each tree.
  double LeastScore() const { return least_score_; }

  // Returns the number of values of a row.
  size_t feature_count() const { return feature_count_; }

  // Returns what the ensemble was built from.
  const std::vector<RegressionTree>& trees() const { return trees_; }

 private:
  // A node where the children of a split lie side by side. A leaf is its own
  // left child and its threshold is NaN, so that whatever comes to it stays:
  // a walk takes as many steps as the tree is deep, without a branch.
  struct FlatNode {
    float threshold;
    float value;
    uint32_t feature;
    uint32_t left;
  };

  // Where a tree begins in `nodes_`, and how many steps lead to any leaf.
  struct FlatTree {
    uint32_t root;
    uint32_t depth;
  };

  // Lays out `tree`, which is valid.
  void Append(const RegressionTree& tree);

  // Adds the leaves of one tree to the scores of kRows rows at once: their
  // loads overlap.
  template <size_t kRows>
  void AddLeaves(const FlatTree& tree, const float* rows, double* scores) const;

  std::vector<RegressionTree> trees_;
  std::vector<std::vector<double>> means_;  // Of the leaves below each node.
  size_t feature_count_ = 0;
  double least_score_ = 0;
  std::optional<ByteTrees> byte_trees_;  // Where the trees fit.
  std::vector<FlatTree> flat_trees_;
  std::vector<FlatNode> nodes_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_TREE_ENSEMBLE_H_
