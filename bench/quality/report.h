// Measurements as a part of a page, with diagrams.

#ifndef FOOTNOTE_BENCH_QUALITY_REPORT_H_
#define FOOTNOTE_BENCH_QUALITY_REPORT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "bench/plot.h"
#include "bench/quality/measurement.pb.h"

namespace footnote::bench {

// Returns how wrong the first sentences of each system are when only the
// surest questions are answered.
Plot RiskCoveragePlot(const Measurement& measurement);

// Returns how often the first system is right where it is how sure, a line a
// measurement.
Plot ReliabilityPlot(const std::vector<Measurement>& measurements);

// Writes the tables of `measurements` into `docs`/evaluation.md and their
// diagrams as `docs`/evaluation/*.svg.
//
// Errors: as WriteText() and WritePart().
absl::Status WriteReport(const std::vector<Measurement>& measurements,
                         const std::string& docs);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_REPORT_H_
