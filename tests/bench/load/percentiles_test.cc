#include "bench/load/percentiles.h"

#include <gtest/gtest.h>

namespace footnote::bench {
namespace {

// Returns the latencies of `calls` calls of 1 ms, 2 ms and so on, the longest
// first.
std::vector<absl::Duration> UpTo(int calls) {
  std::vector<absl::Duration> latencies;
  for (int i = calls; i > 0; --i) latencies.push_back(absl::Milliseconds(i));
  return latencies;
}

TEST(PercentilesTest, AreOfTheNearestRank) {
  const Percentiles percentiles = ComputePercentiles(UpTo(200));
  EXPECT_EQ(percentiles.calls, 200u);
  EXPECT_EQ(percentiles.p50, absl::Milliseconds(100));
  EXPECT_EQ(percentiles.p95, absl::Milliseconds(190));
  EXPECT_EQ(percentiles.p99, absl::Milliseconds(198));
  EXPECT_EQ(percentiles.max, absl::Milliseconds(200));
}

TEST(PercentilesTest, RoundTheRankUp) {
  const Percentiles percentiles = ComputePercentiles(UpTo(99));
  EXPECT_EQ(percentiles.p50, absl::Milliseconds(50));
  EXPECT_EQ(percentiles.p99, absl::Milliseconds(99));
}

TEST(PercentilesTest, OfOneCallAreThatCall) {
  const Percentiles percentiles = ComputePercentiles(UpTo(1));
  EXPECT_EQ(percentiles.p50, absl::Milliseconds(1));
  EXPECT_EQ(percentiles.max, absl::Milliseconds(1));
}

TEST(PercentilesTest, OfNoneAreZero) {
  EXPECT_EQ(ComputePercentiles({}).calls, 0u);
  EXPECT_EQ(ComputePercentiles({}).p99, absl::ZeroDuration());
}

}  // namespace
}  // namespace footnote::bench
