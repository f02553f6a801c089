#include "retrieval/index/fts_settle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <ostream>
#include <random>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

// What a segment says of a passage; 0: that it is gone.
struct Said {
  unsigned passage = 0;
  int word = 0;

  bool holds_term() const { return word != 0; }

  friend bool operator==(const Said&, const Said&) = default;
  friend void PrintTo(const Said& said, std::ostream* out) {
    *out << said.passage << ": " << said.word;
  }
};

using Entries = std::vector<Said>;

Entries Settled(Entries older, const Entries& newer) {
  const size_t begin = older.size();
  older.insert(older.end(), newer.begin(), newer.end());
  SettleNewer(begin, &older);
  return older;
}

TEST(FtsSettleTest, KeepsTheNewerEntry) {
  EXPECT_THAT(Settled({{1, 1}, {3, 1}, {5, 1}}, {{3, 2}, {5, 2}}),
              ElementsAre(Said{1, 1}, Said{3, 2}, Said{5, 2}));
  EXPECT_THAT(Settled({{3, 1}}, {{3, 2}}), ElementsAre(Said{3, 2}));
}

TEST(FtsSettleTest, PutsEntriesInOrder) {
  EXPECT_THAT(
      Settled({{2, 1}, {4, 1}, {6, 1}}, {{1, 2}, {4, 2}, {5, 2}, {7, 2}}),
      ElementsAre(Said{1, 2}, Said{2, 1}, Said{4, 2}, Said{5, 2}, Said{6, 1},
                  Said{7, 2}));
  EXPECT_THAT(Settled({{8, 1}, {9, 1}}, {{1, 2}, {2, 2}}),
              ElementsAre(Said{1, 2}, Said{2, 2}, Said{8, 1}, Said{9, 1}));
}

TEST(FtsSettleTest, KeepsARemovalOnlyInThePlaceOfAnother) {
  EXPECT_THAT(Settled({{1, 1}, {5, 1}, {9, 1}}, {{0, 0}, {3, 0}, {5, 0}}),
              ElementsAre(Said{1, 1}, Said{5, 0}, Said{9, 1}));
}

TEST(FtsSettleTest, TakesASideThatIsEmpty) {
  EXPECT_THAT(Settled({}, {}), IsEmpty());
  EXPECT_THAT(Settled({{1, 1}, {2, 1}}, {}),
              ElementsAre(Said{1, 1}, Said{2, 1}));
  EXPECT_THAT(Settled({}, {{1, 2}, {2, 2}}),
              ElementsAre(Said{1, 2}, Said{2, 2}));
}

// Draws what a segment says of some of the passages from `low` to `high`.
Entries Draw(unsigned low, unsigned high, int word, std::mt19937* random) {
  Entries entries;
  for (unsigned passage = low; passage <= high; ++passage) {
    const auto drawn = (*random)() % 6;
    if (drawn < 2) entries.push_back({passage, drawn == 0 ? 0 : word});
  }
  return entries;
}

// Returns those of `entries` that tell of no removal.
Entries Held(const Entries& entries) {
  Entries held;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(held),
               [](const Said& said) { return said.holds_term(); });
  return held;
}

TEST(FtsSettleTest, LeavesOfManySegmentsWhatTheLastSaysOfEachPassage) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    SCOPED_TRACE(round);
    std::map<unsigned, int> words;
    Entries entries;
    for (int segment = 1; segment <= 4; ++segment) {
      const auto low = static_cast<unsigned>(random() % 20);
      const auto high = low + static_cast<unsigned>(random() % 20);
      const Entries newer = Draw(low, high, segment, &random);
      for (const Said& said : newer) words[said.passage] = said.word;
      entries = Settled(entries, newer);
      Entries expected;
      for (const auto& [passage, word] : words) {
        if (word != 0) expected.push_back({passage, word});
      }
      ASSERT_THAT(Held(entries), ElementsAreArray(expected));
      for (size_t i = 1; i < entries.size(); ++i) {
        ASSERT_LT(entries[i - 1].passage, entries[i].passage);
      }
    }
  }
}

}  // namespace
}  // namespace footnote
