#include "retrieval/index/fts_doclist.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using testing::StatusIs;

constexpr auto kDataLoss = absl::StatusCode::kDataLoss;

class KeepingSink final : public FtsEntrySink {
 public:
  bool Add(absl::Span<const FtsEntry> some) override {
    for (const FtsEntry& entry : some) {
      entries.emplace_back(entry.passage, std::string(entry.positions));
    }
    return true;
  }
  void Expect(size_t passages) override { expected = passages; }

  std::vector<std::pair<PassageNumber, std::string>> entries;
  size_t expected = 0;
};

// Returns a leaf of `content`, which begins after the header, with terms at the
// offsets that `offsets` says.
std::string Leaf(char first_passage, const std::string& content,
                 const std::string& offsets = "") {
  return std::string{0, first_passage, 0,
                     static_cast<char>(content.size() + 4)} +
         content + offsets;
}

class FtsDoclistTest : public ::testing::Test {
 protected:
  absl::Status Begin(const std::string& block) {
    leaf_ = block;
    const auto leaf = FtsLeaf::Parse(leaf_);
    if (!leaf.ok()) return leaf.status();
    const auto list = FindDoclist(*leaf, "a");
    if (!list.ok()) return list.status();
    if (!list->has_value()) return absl::NotFoundError("No such term.");
    return decoder_.Begin(**list);
  }

  absl::Status Continue(const std::string& block) {
    leaf_ = block;
    const auto leaf = FtsLeaf::Parse(leaf_);
    return leaf.ok() ? decoder_.Continue(*leaf) : leaf.status();
  }

  std::string leaf_;
  KeepingSink sink_;
  FtsDoclistDecoder decoder_{sink_};
};

TEST_F(FtsDoclistTest, DecodesAListBetweenTerms) {
  // "a" with passages 3, 5 (removed) and 9; then "ab".
  ASSERT_OK(
      Begin(Leaf(0, {1, 'a', 3, 2, 7, 2, 1, 4, 4, 8, 9, 1, 1, 'b'}, {4, 11})));
  EXPECT_TRUE(decoder_.has_ended());
  EXPECT_THAT(sink_.entries,
              ElementsAre(Pair(3, "\7"), Pair(5, ""), Pair(9, "\10\11")));
}

TEST_F(FtsDoclistTest, FollowsAListOverLeaves) {
  ASSERT_OK(Begin(Leaf(0, {1, 'a', 3, 8, 5}, {4})));
  EXPECT_FALSE(decoder_.has_ended());
  ASSERT_OK(Continue(Leaf(0, {6})));
  EXPECT_THAT(sink_.entries, ElementsAre());
  ASSERT_OK(Continue(Leaf(6, {7, 8, 40, 2, 9, 1, 2, 9}, "")));
  ASSERT_OK(Continue(Leaf(0, {1, 'b'}, {4})));
  EXPECT_TRUE(decoder_.has_ended());
  EXPECT_THAT(sink_.entries, ElementsAre(Pair(3, "\5\6\7\10"), Pair(40, "\11"),
                                         Pair(41, "\11")));
  decoder_.ExpectLeaves(7);
  EXPECT_EQ(sink_.expected, 0u);
}

TEST_F(FtsDoclistTest, ExpectsLeavesLikeTheLast) {
  ASSERT_OK(Begin(Leaf(0, {1, 'a', 3, 2, 5}, {4})));
  ASSERT_OK(Continue(Leaf(4, {7, 2, 9, 2, 2, 9}, "")));
  decoder_.ExpectLeaves(10);
  EXPECT_EQ(sink_.expected, 20u);
}

TEST_F(FtsDoclistTest, BeginsAmidAList) {
  const std::string block = Leaf(5, {7, 40, 2, 9, 1, 'b'}, {8});
  const auto leaf = FtsLeaf::Parse(block);
  ASSERT_OK(leaf);
  ASSERT_OK(decoder_.BeginLater(*leaf));
  EXPECT_TRUE(decoder_.has_ended());
  EXPECT_THAT(sink_.entries, ElementsAre(Pair(40, "\11")));
}

TEST_F(FtsDoclistTest, NumbersEndAtTheGreatest) {
  // 2^32 - 2, and one more.
  ASSERT_OK(
      Begin(Leaf(0, {1, 'a', '\x8f', '\xff', '\xff', '\xff', 0x7e, 0}, {4})));
  EXPECT_THAT(sink_.entries, ElementsAre(Pair(kMaxPassageNumber, "")));
  FtsDoclistDecoder other(sink_);
  EXPECT_THAT(other.Begin({"\x8f\xff\xff\xff\x7f\2\5", true}),
              StatusIs(kDataLoss));
  FtsDoclistDecoder next(sink_);
  EXPECT_THAT(next.Begin({"\x8f\xff\xff\xff\x7e\2\5\1\2\5", true}),
              StatusIs(kDataLoss));
}

TEST_F(FtsDoclistTest, RefusesNumbersOutOfOrder) {
  EXPECT_THAT(Begin(Leaf(0, {1, 'a', 3, 2, 7, 0, 2, 7}, {4})),
              StatusIs(kDataLoss));
}

TEST_F(FtsDoclistTest, RefusesANumberOfALaterLeafThatIsNotGreater) {
  ASSERT_OK(Begin(Leaf(0, {1, 'a', 3, 2, 7}, {4})));
  EXPECT_THAT(Continue(Leaf(4, {3, 2, 7}, "")), StatusIs(kDataLoss));
}

TEST_F(FtsDoclistTest, RefusesPositionsThatBreakOff) {
  EXPECT_THAT(Begin(Leaf(0, {1, 'a', 3, 4, 7, 0, 1, 'b'}, {4, 5})),
              StatusIs(kDataLoss));
  FtsDoclistDecoder decoder(sink_);
  ASSERT_OK(decoder.Begin({"\3\4\7", true}));
  EXPECT_THAT(decoder.End(), StatusIs(kDataLoss));
}

TEST_F(FtsDoclistTest, RefusesBytesThatBelongToNothing) {
  ASSERT_OK(Begin(Leaf(0, {1, 'a', 3, 4, 7}, {4})));
  EXPECT_THAT(Continue(Leaf(6, {8, 8, 9, 2, 7}, "")), StatusIs(kDataLoss));
}

// Counts the positions of each entry, which is known to be whole or not.
class CountingSink final : public FtsEntrySink {
 public:
  bool Add(absl::Span<const FtsEntry> entries) override {
    for (const FtsEntry& entry : entries) {
      Posting at_once;
      Posting one_by_one;
      EXPECT_EQ(CountPositions(entry, &at_once),
                CountPositions(entry.positions, &one_by_one));
      EXPECT_EQ(at_once, one_by_one);
      at_once_ += entry.bytes_in_text > 0 ? 1 : 0;
    }
    return true;
  }
  void Expect(size_t /*passages*/) override {}

  int at_once() const { return at_once_; }

 private:
  int at_once_ = 0;
};

TEST(CountPositionsTest, CountsManyAtOnceAsOneByOne) {
  std::minstd_rand random(7);
  CountingSink sink;
  for (int i = 0; i < 3000; ++i) {
    // Mostly places in the text, of a byte; behind them, the next passage.
    std::string list;
    for (int passage = 0; passage < 3; ++passage) {
      std::string positions = random() % 8 == 0 ? "" : "";
      for (auto left = 1 + random() % 10; left > 0; --left) {
        const auto byte =
            random() % 16 == 0 ? random() % 256 : 2 + random() % 126;
        positions.push_back(static_cast<char>(byte));
      }
      list += "" + std::string(1, static_cast<char>(2 * positions.size())) +
              positions;
    }
    FtsDoclistDecoder decoder(sink);
    EXPECT_OK(decoder.Begin({list, true}));
  }
  EXPECT_GT(sink.at_once(), 3000);
}

TEST(CountPositionsTest, CountsByColumn) {
  Posting posting;
  EXPECT_TRUE(CountPositions("\2\x81\1\1\1\7\x83\x80\1\2", &posting));
  EXPECT_EQ(posting, (Posting{0, 2, 3}));
}

TEST(AppendPlacesTest, AddsUpSteps) {
  std::vector<TermPlace> places;
  EXPECT_TRUE(AppendPlaces(4, "\2\x81\1\1\1\7\3", &places));
  EXPECT_THAT(places,
              ElementsAre(TermPlace{4, false, 0}, TermPlace{4, false, 127},
                          TermPlace{4, true, 5}, TermPlace{4, true, 6}));
}

TEST(PositionsTest, RefuseContradictions) {
  for (const absl::string_view positions :
       {absl::string_view("\1\2\5"), absl::string_view("\1\1\5\1\1\5"),
        absl::string_view("\1\1"), absl::string_view("\1"),
        absl::string_view("\0", 1), absl::string_view("\5\x81")}) {
    Posting posting;
    EXPECT_FALSE(CountPositions(positions, &posting));
    std::vector<TermPlace> places;
    EXPECT_FALSE(AppendPlaces(1, positions, &places));
  }
}

}  // namespace
}  // namespace footnote
