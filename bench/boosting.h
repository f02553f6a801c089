// Trains a sum of trees, by XGBoost.

#ifndef FOOTNOTE_BENCH_BOOSTING_H_
#define FOOTNOTE_BENCH_BOOSTING_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "retrieval/answer/tree_ensemble.h"

namespace footnote::bench {

// What is learned from.
struct TrainingRows {
  size_t feature_count = 0;

  // The rows one behind the other, each of feature_count values.
  std::vector<float> values;

  // One a row: what is greater is better; for kLogistic 0 or 1.
  std::vector<float> labels;

  // How much a row counts, above 0; for kPairwise how much a group does. None:
  // all the same.
  std::vector<float> weights;

  // For kPairwise, the number of rows of each group, which stand in a row:
  // those of one question, since only they are compared. Else none.
  std::vector<uint32_t> group_sizes;
};

enum class Objective {
  kPairwise,  // rank:pairwise: within a group, the better above the worse.
  kLogistic,  // binary:logistic: the score is the logarithm of the odds.
};

// How to learn; XGBoost's documentation explains each by its name there.
struct BoostingParameters {
  Objective objective = Objective::kPairwise;
  int trees = 250;   // num_boost_round
  int depth = 5;     // max_depth, at most kMaxTreeDepth.
  double eta = 0.1;  // The share of each tree that is kept.
  double min_child_weight = 1;
  double subsample = 1;  // The share of rows that a tree sees.
  double colsample = 1;  // colsample_bytree: the share of features.
  double lambda = 1;
  double gamma = 0;
  // For each feature 1 if the score may only grow with it, -1 if it may only
  // fall, 0 if either (monotone_constraints). None: either for all.
  std::vector<int> monotone = {};

  uint32_t seed = 0;
  int threads = 1;  // Another number may bring other trees.
};

// What XGBoost has learned, in its own hands. Not thread-safe.
class Booster {
 public:
  // Learns from `rows`. The same rows and parameters bring the same trees.
  //
  // Errors: kInvalidArgument, saying what it was, if there is no row, the sizes
  // of `rows` contradict each other, a number is not finite, or XGBoost refuses
  // a parameter.
  static absl::StatusOr<Booster> Train(const TrainingRows& rows,
                                       const BoostingParameters& parameters);

  // Returns the trees, whose score is what XGBoost calls the margin.
  //
  // Errors: kInternal if what XGBoost gives is no ensemble.
  absl::StatusOr<TreeEnsemble> Trees() const;

  // Returns XGBoost's own margin of each of `rows`, one behind the other, as
  // wide as those that it was trained on.
  //
  // Errors: kInvalidArgument if they are not.
  absl::StatusOr<std::vector<double>> Predict(
      absl::Span<const float> rows) const;

 private:
  struct Freer {
    void operator()(void* handle) const;
  };

  Booster(void* handle, size_t feature_count)
      : handle_(handle), feature_count_(feature_count) {}

  // Sets XGBoost's parameters.
  absl::Status Set(const BoostingParameters& parameters);

  std::unique_ptr<void, Freer> handle_;
  size_t feature_count_;
};

// Returns the trees that are learned from `rows`. Errors: as Booster's.
absl::StatusOr<TreeEnsemble> Train(const TrainingRows& rows,
                                   const BoostingParameters& parameters);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_BOOSTING_H_
