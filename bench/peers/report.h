// Comparisons as a part of a page, with diagrams.

#ifndef FOOTNOTE_BENCH_PEERS_REPORT_H_
#define FOOTNOTE_BENCH_PEERS_REPORT_H_

#include <string>

#include "absl/status/status.h"
#include "bench/eviction.h"
#include "bench/peers/comparison.pb.h"
#include "bench/plot.h"

namespace footnote::bench {

// Returns the mean time of a question by the size of the generated corpora, a
// line for each engine.
Plot TimePlot(const Comparisons& comparisons);

// Returns how many questions are answered a second by how many threads, a line
// for each engine.
Plot ThroughputPlot(const Comparison& comparison);

// Returns what part of the bytes of lists that are asked for a cache finds, by
// its budget, a line for each policy.
Plot HitRatePlot(const EvictionSimulation& simulation);

// Writes the part `peers` of `docs`/performance.md and its diagrams as
// `docs`/images/*.svg, with the hit rates that `simulation` finds. Errors: as
// WriteText() and WritePart().
absl::Status WriteReport(const Comparisons& comparisons,
                         const EvictionSimulation& simulation,
                         const std::string& docs);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_REPORT_H_
