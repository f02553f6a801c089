#include "bench/quality/bootstrap.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace footnote::bench {
namespace {

// The mean of `right` ones and else noughts.
std::optional<Interval> OfShare(size_t right, size_t items) {
  return BootstrapInterval(
      items, [&](const std::vector<size_t>& drawn) -> std::optional<double> {
        EXPECT_EQ(drawn.size(), items);
        const auto ones =
            std::count_if(drawn.begin(), drawn.end(),
                          [right](size_t item) { return item < right; });
        return static_cast<double>(ones) / static_cast<double>(items);
      });
}

// The normal approximation of 400 draws at .5 is .5 ± 1.96 · .025.
TEST(BootstrapTest, CoversWhatTheNormalDistributionDoes) {
  const auto interval = OfShare(200, 400);
  ASSERT_TRUE(interval.has_value());
  EXPECT_NEAR(interval->low, 0.451, 0.008);
  EXPECT_NEAR(interval->high, 0.549, 0.008);
}

TEST(BootstrapTest, IsAPointWhereNothingVaries) {
  const auto interval = OfShare(30, 30);
  ASSERT_TRUE(interval.has_value());
  EXPECT_EQ(interval->low, 1);
  EXPECT_EQ(interval->high, 1);
}

TEST(BootstrapTest, IsTheSameEveryTime) {
  EXPECT_EQ(OfShare(3, 10)->low, OfShare(3, 10)->low);
  EXPECT_EQ(OfShare(3, 10)->high, OfShare(3, 10)->high);
}

TEST(BootstrapTest, LeavesOutDrawsWithoutAFigure) {
  int draws = 0;
  const auto some = BootstrapInterval(
      2, [&draws](const std::vector<size_t>&) -> std::optional<double> {
        if (++draws % 2 == 0) return std::nullopt;
        return 7;
      });
  ASSERT_TRUE(some.has_value());
  EXPECT_EQ(some->low, 7);
  EXPECT_EQ(draws, 1000);
  const auto none = [](const std::vector<size_t>&) -> std::optional<double> {
    return std::nullopt;
  };
  EXPECT_FALSE(BootstrapInterval(2, none).has_value());
  EXPECT_FALSE(BootstrapInterval(0, none).has_value());
}

}  // namespace
}  // namespace footnote::bench
