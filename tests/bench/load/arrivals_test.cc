#include "bench/load/arrivals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace footnote::bench {
namespace {

TEST(ArrivalsTest, EqualSeedsGiveEqualTimes) {
  const auto arrivals = DrawArrivals(100, absl::Seconds(3), 7);
  EXPECT_EQ(arrivals, DrawArrivals(100, absl::Seconds(3), 7));
  EXPECT_NE(arrivals, DrawArrivals(100, absl::Seconds(3), 8));
}

TEST(ArrivalsTest, ComeInOrderWithinTheLength) {
  const auto arrivals = DrawArrivals(1000, absl::Seconds(2), 1);
  EXPECT_TRUE(std::is_sorted(arrivals.begin(), arrivals.end()));
  EXPECT_GT(arrivals.front(), absl::ZeroDuration());
  EXPECT_LT(arrivals.back(), absl::Seconds(2));
}

TEST(ArrivalsTest, AreNoneInNoTime) {
  EXPECT_TRUE(DrawArrivals(1000, absl::ZeroDuration(), 1).empty());
}

// Their number is Poisson-distributed: mean and variance are the rate. Four
// standard errors are allowed, and the seeds are fixed.
TEST(ArrivalsTest, CountsHaveThePoissonMeanAndVariance) {
  constexpr int kDraws = 2000;
  constexpr double kRate = 50;
  double sum = 0;
  double squares = 0;
  for (uint32_t seed = 0; seed < kDraws; ++seed) {
    const auto count =
        static_cast<double>(DrawArrivals(kRate, absl::Seconds(1), seed).size());
    sum += count;
    squares += count * count;
  }
  const double mean = sum / kDraws;
  const double variance = squares / kDraws - mean * mean;
  EXPECT_NEAR(mean, kRate, 4 * std::sqrt(kRate / kDraws));
  EXPECT_NEAR(variance, kRate, 4 * kRate * std::sqrt(2.0 / kDraws));
}

// The share of gaps beyond the mean gap is 1/e; of evenly spaced calls it
// would be none.
TEST(ArrivalsTest, GapsAreExponential) {
  const auto arrivals = DrawArrivals(1000, absl::Seconds(20), 3);
  int beyond = 0;
  for (size_t i = 1; i < arrivals.size(); ++i) {
    beyond += arrivals[i] - arrivals[i - 1] > absl::Milliseconds(1);
  }
  const auto gaps = static_cast<double>(arrivals.size() - 1);
  EXPECT_NEAR(beyond / gaps, std::exp(-1), 4 * 0.5 / std::sqrt(gaps));
}

}  // namespace
}  // namespace footnote::bench
