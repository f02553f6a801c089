// What a measurement has to reach.

#ifndef FOOTNOTE_BENCH_QUALITY_FLOORS_H_
#define FOOTNOTE_BENCH_QUALITY_FLOORS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "bench/quality/measurement.pb.h"

namespace footnote::bench {

// A bound of one measure.
struct Floor {
  std::string measure;  // As Figure.measure has it.
  bool is_ceiling = false;
  double bound = 0;
};

// Reads `p_at_1>=0.72,ece<=0.05`. Errors: kInvalidArgument, naming the part
// that is none or the measures that there are.
absl::StatusOr<std::vector<Floor>> ParseFloors(absl::string_view text);

// Compares the figures of the first system with `floors`. Errors: kOutOfRange,
// naming every measure that is missing or beyond its bound.
absl::Status CheckFloors(const std::vector<Floor>& floors,
                         const Measurement& measurement);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_FLOORS_H_
