// How long calls took.

#ifndef FOOTNOTE_BENCH_LOAD_PERCENTILES_H_
#define FOOTNOTE_BENCH_LOAD_PERCENTILES_H_

#include <cstddef>
#include <vector>

#include "absl/time/time.h"

namespace footnote::bench {

// Of all calls of a kind, each one counted: none is estimated.
struct Percentiles {
  size_t calls = 0;
  absl::Duration p50;  // So many percent of the calls took at most this.
  absl::Duration p95;
  absl::Duration p99;
  absl::Duration max;
};

// Returns the percentiles of `latencies` by nearest rank; zeros of none.
Percentiles ComputePercentiles(std::vector<absl::Duration> latencies);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_PERCENTILES_H_
