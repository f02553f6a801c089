#include "retrieval/answer/calibration.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

absl::Status CheckPoint(const CalibrationPoint& point) {
  if (!std::isfinite(point.score)) {
    return absl::InvalidArgumentError("its score must be finite");
  }
  // NaN is refused, too.
  if (!(point.probability >= 0 && point.probability <= 1)) {
    return absl::InvalidArgumentError("its probability must be in [0, 1]");
  }
  return absl::OkStatus();
}

absl::Status CheckOrder(const CalibrationPoint& before,
                        const CalibrationPoint& point) {
  if (point.score <= before.score) {
    return absl::InvalidArgumentError(
        "its score must exceed that of the point before");
  }
  if (point.probability < before.probability) {
    return absl::InvalidArgumentError(
        "its probability must not be below that of the point before");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Calibration> Calibration::Create(
    std::vector<CalibrationPoint> points) {
  if (points.empty() || points.size() > kMaxCalibrationPoints) {
    return absl::InvalidArgumentError(
        absl::StrCat("a calibration must have 1 to ", kMaxCalibrationPoints,
                     " points, not ", points.size()));
  }
  for (size_t i = 0; i < points.size(); ++i) {
    absl::Status status = CheckPoint(points[i]);
    if (status.ok() && i > 0) status = CheckOrder(points[i - 1], points[i]);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("calibration point ", i, ": ", status.message()));
    }
  }
  Calibration calibration;
  calibration.points_ = std::move(points);
  return calibration;
}

double Calibration::Probability(double score) const {
  if (!(score > points_.front().score)) return points_.front().probability;
  if (score >= points_.back().score) return points_.back().probability;
  const auto above =
      std::upper_bound(points_.begin(), points_.end(), score,
                       [](double value, const CalibrationPoint& point) {
                         return value < point.score;
                       });
  const auto below = above - 1;
  // Halved, so that the distance of two scores is finite.
  const double part =
      (score / 2 - below->score / 2) / (above->score / 2 - below->score / 2);
  return std::clamp(
      below->probability + part * (above->probability - below->probability),
      below->probability, above->probability);
}

}  // namespace footnote
