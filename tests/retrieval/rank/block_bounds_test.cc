#include "retrieval/rank/block_bounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(BlockBoundsTest, HasTheBlocksOfWholeGroups) {
  BlockBounds bounds(130, 130);
  EXPECT_EQ(bounds.begin(), 16u);
  EXPECT_EQ(bounds.end(), 24u);
  BlockBounds more(63, 64);
  EXPECT_EQ(more.begin(), 0u);
  EXPECT_EQ(more.end(), 16u);
  more[15] = 7;
  EXPECT_EQ(more.From(15).size(), 1u);
  EXPECT_EQ(more.From(15)[0], 7);
}

TEST(BlockBoundsTest, OfNothingHasNoBlocks) {
  const BlockBounds bounds;
  EXPECT_EQ(bounds.NextFrom(bounds.begin(), 0), bounds.end());
  EXPECT_THAT(bounds.Greatest(3), IsEmpty());
}

TEST(BlockBoundsTest, KnowsTheGreatestOfABlock) {
  EXPECT_EQ(GreatestOf({}), 0);
  EXPECT_EQ(GreatestOf({3, 0, 1, 2, 0, 1, 2, kMostBound}), kMostBound);
  EXPECT_EQ(GreatestOf({9, 0, 1, 2, 0, 1, 2, 8}), 9);
}

TEST(BlockBoundsTest, ClearsWhatThereIs) {
  BlockBounds bounds(64, 200);
  for (size_t block = bounds.begin(); block < bounds.end(); ++block) {
    bounds[block] = 1;
  }
  bounds.Clear(9, 9);
  bounds.Clear(10, 12);
  bounds.Clear(bounds.end() - 1, bounds.end() + 100);
  for (size_t block = bounds.begin(); block < bounds.end(); ++block) {
    const bool is_cleared =
        block == 10 || block == 11 || block == bounds.end() - 1;
    EXPECT_EQ(bounds[block], is_cleared ? 0 : 1) << block;
  }
}

TEST(BlockBoundsTest, FindsTheNextFromAnywhere) {
  std::mt19937 random(1);
  BlockBounds bounds(700, 4000);
  for (int i = 0; i < 12; ++i) {
    bounds[bounds.begin() + random() % (bounds.end() - bounds.begin())] =
        static_cast<Bound>(random() % 5 + 1);
  }
  bounds.NoteGreatest(bounds.begin(), bounds.end());
  for (const Bound least : {Bound{1}, Bound{3}, Bound{6}}) {
    size_t want = bounds.end();
    for (size_t block = bounds.end(); block-- > bounds.begin();) {
      if (bounds[block] >= least) want = block;
      ASSERT_EQ(bounds.NextFrom(block, least), want) << block;
    }
    EXPECT_EQ(bounds.NextFrom(bounds.end(), least), bounds.end());
  }
  EXPECT_EQ(bounds.NextFrom(bounds.begin() + 3, 0), bounds.begin() + 3);
}

TEST(BlockBoundsTest, GivesTheGreatestInOrder) {
  constexpr Bound kMost = std::numeric_limits<Bound>::max();
  BlockBounds bounds(0, 2000);
  bounds[3] = 5;
  bounds[70] = kMost;
  bounds[200] = 9;
  bounds[201] = 1;
  bounds.NoteGreatest(0, 128);
  EXPECT_THAT(bounds.Greatest(9), ElementsAre(3, 70));
  bounds.NoteGreatest(128, bounds.end());
  EXPECT_THAT(bounds.Greatest(2), ElementsAre(70, 200));
  EXPECT_THAT(bounds.Greatest(1), ElementsAre(70));
  EXPECT_THAT(bounds.Greatest(9), ElementsAre(3, 70, 200, 201));
  bounds[100] = kMost;
  bounds[240] = kMost;
  bounds.NoteGreatest(0, bounds.end());
  EXPECT_THAT(bounds.Greatest(2), ElementsAre(70, 100));
}

TEST(BlockBoundsTest, GivesTheGreatestOfMany) {
  std::mt19937 random(2);
  BlockBounds bounds(64, 9000);
  std::vector<Bound> all;
  for (size_t block = bounds.begin(); block < bounds.end(); ++block) {
    bounds[block] = static_cast<Bound>(random() % 1000);
    all.push_back(bounds[block]);
  }
  bounds.NoteGreatest(bounds.begin(), bounds.end());
  std::sort(all.rbegin(), all.rend());
  for (const size_t count : {1u, 20u, 500u}) {
    const auto blocks = bounds.Greatest(count);
    ASSERT_EQ(blocks.size(), count);
    EXPECT_TRUE(std::is_sorted(blocks.begin(), blocks.end()));
    std::vector<Bound> got;
    for (const size_t block : blocks) got.push_back(bounds[block]);
    std::sort(got.rbegin(), got.rend());
    EXPECT_EQ(got, std::vector<Bound>(all.begin(),
                                      all.begin() + static_cast<int>(count)));
  }
}

}  // namespace
}  // namespace footnote
