// Measurements on disk, and parts of one made whole.

#ifndef FOOTNOTE_BENCH_QUALITY_MEASUREMENT_FILE_H_
#define FOOTNOTE_BENCH_QUALITY_MEASUREMENT_FILE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "bench/quality/measurement.pb.h"

namespace footnote::bench {

// Writes `measurement` to `path` as JSON. Errors: kUnavailable if the file
// can't be written.
absl::Status WriteMeasurement(const Measurement& measurement,
                              const std::string& path);

// Errors: kNotFound if the file can't be read; kInvalidArgument if it is no
// measurement.
absl::StatusOr<Measurement> ReadMeasurement(const std::string& path);

// Returns one measurement for each set, in the order in which sets come first:
// the questions of its parts together, with the figures that follow from them.
//
// Errors: kInvalidArgument if parts of a set were cut differently, or hold a
// question twice.
absl::StatusOr<std::vector<Measurement>> Pool(
    const std::vector<Measurement>& parts);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_MEASUREMENT_FILE_H_
