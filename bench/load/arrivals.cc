#include "bench/load/arrivals.h"

#include <random>

namespace footnote::bench {

std::vector<absl::Duration> DrawArrivals(double rate, absl::Duration length,
                                         uint32_t seed) {
  std::mt19937 random(seed);
  std::exponential_distribution<> gap(rate);
  std::vector<absl::Duration> arrivals;
  for (double at = gap(random); at < absl::ToDoubleSeconds(length);
       at += gap(random)) {
    arrivals.push_back(absl::Seconds(at));
  }
  return arrivals;
}

}  // namespace footnote::bench
