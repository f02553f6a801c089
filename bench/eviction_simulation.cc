// Prints what caches of posting lists find by what they let go and by their
// budget, a part of all lists: what part of the lists asked for, and of their
// bytes, in percent.

#include <cstdio>

#include "bench/eviction.h"

namespace footnote::bench {
namespace {

void Compare(double skew, size_t left_out) {
  const EvictionSimulation simulation(skew, left_out);
  const auto all = static_cast<double>(simulation.all_bytes());
  std::printf(
      "skew %.1f, without the first %zu terms, all lists %.0f MiB\n%-18s", skew,
      left_out, all / (1 << 20), "budget");
  const double parts[] = {0.01, 0.03, 0.1, 0.3, 1};
  for (const double part : parts) std::printf("  %11.2f", part);
  for (const auto& [policy, name] : kEvictionPolicies) {
    std::printf("\n%-18s", name);
    for (const double part : parts) {
      const HitRates rates =
          simulation.Run(policy, static_cast<uint64_t>(part * all));
      std::printf("  %5.1f/%5.1f", 100 * rates.lists, 100 * rates.bytes);
    }
  }
  std::printf("\n\n");
}

}  // namespace
}  // namespace footnote::bench

int main() {
  footnote::bench::Compare(1.0, 0);    // As the words of the passages.
  footnote::bench::Compare(1.0, 100);  // Stop words are dropped.
  footnote::bench::Compare(0.7, 100);
  return 0;
}
