// From scores to probabilities.

#ifndef FOOTNOTE_BENCH_TRAINING_ISOTONIC_H_
#define FOOTNOTE_BENCH_TRAINING_ISOTONIC_H_

#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/answer/calibration.h"

namespace footnote::bench {

// A score and what came of it.
struct ScoredOutcome {
  double score = 0;
  bool is_right = false;
  double weight = 1;  // Above 0.
};

// Returns the function of the score that never falls and is nearest to the
// outcomes in the sum of squares, straight between the means of its steps, of
// which neighbours are united until each has `least_weight`. Zadrozny and
// Elkan: "Transforming classifier scores into accurate multiclass probability
// estimates", 2002; found by pooling adjacent violators (Ayer et al.: "An
// empirical distribution function for sampling with incomplete information",
// 1955).
//
// Errors: as Calibration::Create(), if there is no outcome.
absl::StatusOr<Calibration> FitIsotonic(std::vector<ScoredOutcome> outcomes,
                                        double least_weight);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_TRAINING_ISOTONIC_H_
