#include "retrieval/text/byte_range.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(ByteRangeTest, IntersectsWhatOverlaps) {
  EXPECT_EQ(Intersection({2, 6}, {4, 9}), (ByteRange{4, 6}));
  EXPECT_EQ(Intersection({4, 9}, {2, 6}), (ByteRange{4, 6}));
  EXPECT_EQ(Intersection({0, 9}, {3, 5}), (ByteRange{3, 5}));
  EXPECT_TRUE(Overlap({2, 6}, {4, 9}));
}

TEST(ByteRangeTest, HasNothingInCommonWithWhatLiesApart) {
  EXPECT_TRUE(Intersection({0, 3}, {3, 5}).empty());
  EXPECT_TRUE(Intersection({7, 9}, {1, 2}).empty());
  EXPECT_TRUE(Intersection({4, 4}, {2, 6}).empty());
  EXPECT_FALSE(Overlap({0, 3}, {3, 5}));
}

}  // namespace
}  // namespace footnote
