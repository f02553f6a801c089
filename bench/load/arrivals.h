// When the calls of an open loop are due.

#ifndef FOOTNOTE_BENCH_LOAD_ARRIVALS_H_
#define FOOTNOTE_BENCH_LOAD_ARRIVALS_H_

#include <cstdint>
#include <vector>

#include "absl/time/time.h"

namespace footnote::bench {

// Returns when calls are due, counted from the start and in order, if `rate` a
// second arrive by chance, each whatever the others do (a Poisson process),
// until `length`. Equal arguments give equal times.
//
// REQUIRES: rate > 0.
std::vector<absl::Duration> DrawArrivals(double rate, absl::Duration length,
                                         uint32_t seed);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_ARRIVALS_H_
