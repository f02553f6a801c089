#include "retrieval/answer/saturation.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(SaturationTest, IsAHalfAtItsHalf) {
  EXPECT_EQ(Saturated(0, 5), 0);
  EXPECT_EQ(Saturated(5, 5), 0.5);
  EXPECT_EQ(Saturated(15, 5), 0.75);
  EXPECT_EQ(SaturatedCount(0), 0);
  EXPECT_EQ(SaturatedCount(2), 0.5);
  EXPECT_EQ(SaturatedCount(6), 0.75);
}

}  // namespace
}  // namespace footnote
