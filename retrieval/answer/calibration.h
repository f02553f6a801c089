// From a score to a probability.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CALIBRATION_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CALIBRATION_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"

namespace footnote {

inline constexpr size_t kMaxCalibrationPoints = 1000;

// What probability a score stands for.
struct CalibrationPoint {
  double score = 0;
  double probability = 0;  // In [0, 1].

  friend bool operator==(const CalibrationPoint&,
                         const CalibrationPoint&) = default;
};

// A function that never falls, straight between its points and level outside
// them. Immutable; thread-safe.
class Calibration {
 public:
  // Of one point: 0, whatever the score.
  Calibration() : points_(1) {}

  // Builds the function through `points`.
  //
  // Errors: kInvalidArgument if there is none or more than
  // kMaxCalibrationPoints, a number is not finite, a probability is not in
  // [0, 1], a score does not exceed the one before, or a probability is below
  // the one before.
  static absl::StatusOr<Calibration> Create(
      std::vector<CalibrationPoint> points);

  // Returns the probability of `score`, in [0, 1]; that of the first point if
  // `score` is NaN.
  double Probability(double score) const;

  // Returns what the function was built from.
  const std::vector<CalibrationPoint>& points() const { return points_; }

 private:
  std::vector<CalibrationPoint> points_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CALIBRATION_H_
