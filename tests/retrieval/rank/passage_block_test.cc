#include "retrieval/rank/passage_block.h"

#include <gtest/gtest.h>

#include <limits>

namespace footnote {
namespace {

constexpr PassageNumber kMost = std::numeric_limits<PassageNumber>::max();

TEST(PassageBlockTest, BeginsAtEachMultiple) {
  const struct {
    PassageNumber passage;
    size_t block;
    size_t group;
  } kCases[] = {
      {0, 0, 0},
      {kBlockPassages - 1, 0, 0},
      {kBlockPassages, 1, 0},
      {kGroupPassages - 1, kGroupBlocks - 1, 0},
      {kGroupPassages, kGroupBlocks, 1},
      {10 * kGroupPassages + kBlockPassages, 10 * kGroupBlocks + 1, 10},
      {kMost, kMost / kBlockPassages, kMost / kGroupPassages},
  };
  for (const auto& [passage, block, group] : kCases) {
    EXPECT_EQ(BlockOf(passage), block) << passage;
    EXPECT_EQ(GroupOf(passage), group) << passage;
  }
}

void ExpectWithin(PassageNumber passage) {
  SCOPED_TRACE(passage);
  const PassageNumber block = FirstOfBlock(BlockOf(passage));
  const PassageNumber group = FirstOfGroup(GroupOf(passage));
  EXPECT_LE(group, block);
  EXPECT_LE(block, passage);
  EXPECT_LT(passage - block, kBlockPassages);
  EXPECT_LT(passage - group, kGroupPassages);
  EXPECT_EQ(BlockOf(block), BlockOf(passage));
  EXPECT_EQ(GroupOf(group), GroupOf(passage));
  EXPECT_EQ(GroupOf(block), GroupOf(passage));
}

// Up to the greatest numbers that there are, too.
TEST(PassageBlockTest, HoldsItsPassagesWithinItsGroup) {
  for (PassageNumber i = 0; i < 3 * kGroupPassages; ++i) {
    ExpectWithin(i);
    ExpectWithin(kMost - i);
  }
}

}  // namespace
}  // namespace footnote
