#include "bench/load/percentiles.h"

#include <algorithm>

namespace footnote::bench {

Percentiles ComputePercentiles(std::vector<absl::Duration> latencies) {
  if (latencies.empty()) return {};
  std::sort(latencies.begin(), latencies.end());
  const size_t calls = latencies.size();
  const auto at = [&](size_t percent) {
    const size_t rank = (calls * percent + 99) / 100;  // From 1, rounded up.
    return latencies[rank - 1];
  };
  return {calls, at(50), at(95), at(99), latencies.back()};
}

}  // namespace footnote::bench
