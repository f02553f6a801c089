// How far a figure could lie from what was measured, by drawing again from what
// was measured.

#ifndef FOOTNOTE_BENCH_QUALITY_BOOTSTRAP_H_
#define FOOTNOTE_BENCH_QUALITY_BOOTSTRAP_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/functional/function_ref.h"

namespace footnote::bench {

// Both ends belong to it.
struct Interval {
  double low = 0;
  double high = 0;
};

// A figure of some of the items, each named by its position and as often as it
// was drawn; nothing if they do not give one.
using Statistic =
    absl::FunctionRef<std::optional<double>(const std::vector<size_t>&)>;

// Returns the 95 % percentile interval of `statistic` over 1,000 draws with
// replacement of `items` items out of as many (Efron and Tibshirani, "An
// introduction to the bootstrap", 1993, chapter 13). The same every time.
// Draws that give no figure are left out; nothing if all are.
std::optional<Interval> BootstrapInterval(size_t items, Statistic statistic);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_BOOTSTRAP_H_
