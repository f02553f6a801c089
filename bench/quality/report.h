// Measurements as a part of a page, with diagrams.

#ifndef FOOTNOTE_BENCH_QUALITY_REPORT_H_
#define FOOTNOTE_BENCH_QUALITY_REPORT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "bench/quality/measurement.pb.h"
#include "bench/quality/plot.h"

namespace footnote::bench {

// Returns how wrong the first sentences of each system are when only the
// surest questions are answered.
Plot RiskCoveragePlot(const Measurement& measurement);

// Returns how often the first system is right where it is how sure, a line a
// measurement.
Plot ReliabilityPlot(const std::vector<Measurement>& measurements);

// Returns `page` with what stands between `<!-- quality:begin -->` and
// `<!-- quality:end -->` replaced by `part`. Errors: kFailedPrecondition if the
// page has not each of them once, in this order.
absl::StatusOr<std::string> ReplacePart(const std::string& page,
                                        const std::string& part);

// Writes the tables of `measurements` into `docs`/evaluation.md and their
// diagrams as `docs`/evaluation/*.svg.
//
// Errors: kNotFound if the page can't be read; kUnavailable if a file can't be
// written; as ReplacePart().
absl::Status WriteReport(const std::vector<Measurement>& measurements,
                         const std::string& docs);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_REPORT_H_
