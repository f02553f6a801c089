// What follows from a comparison.

#ifndef FOOTNOTE_BENCH_PEERS_STATISTICS_H_
#define FOOTNOTE_BENCH_PEERS_STATISTICS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bench/peers/comparison.pb.h"

namespace footnote::bench {

// Of the times that questions took, in milliseconds; all 0 of none.
struct TimeSummary {
  double mean = 0;
  double median = 0;
  double p95 = 0;  // The least time that so many percent do not exceed.
  double p99 = 0;
};

TimeSummary Summarize(const EngineFigures& figures);

// Returns the engine of that name, or null.
const EngineFigures* FindEngine(const Comparison& comparison,
                                const std::string& name);

// Returns how many times as long as `ours` an engine `theirs` takes, by the
// means over the questions that both were asked; 0 if there are none.
double TimesAsLong(const EngineFigures& ours, const EngineFigures& theirs);

// A goal, and how far it is reached.
struct Goal {
  std::string what;
  double bound = 0;
  bool is_least = true;         // Else the bound is the greatest value allowed.
  std::optional<double> value;  // Unset where it was not measured.

  bool IsReached() const {
    return value.has_value() && (is_least ? *value >= bound : *value <= bound);
  }
};

// Returns the goals of ranking, as the generated corpora of `comparisons` have
// them: how many times as long as Footnote its peers take with 1,000,000
// passages, and how its time grows from 100,000 to 10,000,000.
std::vector<Goal> GoalsOf(const Comparisons& comparisons);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_STATISTICS_H_
