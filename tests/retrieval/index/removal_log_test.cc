#include "retrieval/index/removal_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

TEST(RemovalLogTest, FoldsChanges) {
  RemovalLog log;
  log.Announce(5, {9});
  log.Announce(6, {});
  log.Announce(7, {3, 12, 4});
  EXPECT_THAT(log.Between(4, 7), Optional(ElementsAre(3, 4, 9, 12)));
  EXPECT_THAT(log.Between(5, 7), Optional(ElementsAre(3, 4, 12)));
  EXPECT_THAT(log.Between(5, 6), Optional(IsEmpty()));
  EXPECT_THAT(log.Between(7, 7), Optional(IsEmpty()));
}

TEST(RemovalLogTest, KnowsWhatItDoesNotKnow) {
  RemovalLog log;
  EXPECT_EQ(log.Between(0, 1), std::nullopt);
  EXPECT_THAT(log.Between(9, 9), Optional(IsEmpty()));
  log.Announce(5, {9});
  EXPECT_EQ(log.Between(3, 5), std::nullopt);
  EXPECT_EQ(log.Between(4, 6), std::nullopt);
  EXPECT_EQ(log.Between(5, 6), std::nullopt);
}

// A change that failed is announced anew, as it then is.
TEST(RemovalLogTest, ForgetsAChangeThatFailed) {
  RemovalLog log;
  log.Announce(5, {1});
  log.Announce(6, {2});
  log.Announce(6, {3});
  EXPECT_THAT(log.Between(4, 6), Optional(ElementsAre(1, 3)));
}

TEST(RemovalLogTest, HasNoGaps) {
  RemovalLog log;
  log.Announce(5, {1});
  log.Announce(7, {2});
  EXPECT_EQ(log.Between(4, 5), std::nullopt);
  EXPECT_EQ(log.Between(4, 7), std::nullopt);
  EXPECT_THAT(log.Between(6, 7), Optional(ElementsAre(2)));
}

TEST(RemovalLogTest, ForgetsTheOldest) {
  RemovalLog log;
  constexpr uint64_t kMost = RemovalLog::kMaxChanges;
  for (uint64_t i = 1; i <= kMost; ++i) log.Announce(i, {});
  EXPECT_TRUE(log.Between(0, kMost).has_value());
  log.Announce(kMost + 1, {});
  EXPECT_FALSE(log.Between(0, kMost + 1).has_value());
  EXPECT_TRUE(log.Between(1, kMost + 1).has_value());
}

TEST(RemovalLogTest, ForgetsWhenThereIsMuch) {
  for (const size_t extra : {0u, 1u}) {
    RemovalLog log;
    log.Announce(1, std::vector<PassageNumber>(RemovalLog::kMaxPassages - 1));
    log.Announce(2, std::vector<PassageNumber>(1 + extra));
    EXPECT_EQ(log.Between(0, 2).has_value(), extra == 0);
    EXPECT_TRUE(log.Between(1, 2).has_value());
  }
  RemovalLog log;
  log.Announce(1, std::vector<PassageNumber>(RemovalLog::kMaxPassages + 1));
  EXPECT_FALSE(log.Between(0, 1).has_value());
  log.Announce(2, {7});
  EXPECT_THAT(log.Between(1, 2), Optional(ElementsAre(7)));
}

}  // namespace
}  // namespace footnote
