#include "retrieval/rank/best_passages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

// Passages with their scores, which compare.
using Scores = std::vector<std::pair<PassageNumber, double>>;

Scores Taken(BestPassages* best) {
  Scores taken;
  for (const ScoredPassage& scored : best->TakeSorted()) {
    taken.emplace_back(scored.passage, scored.score);
  }
  return taken;
}

// Returns the best `limit` of `shown` by sorting them all.
Scores Best(Scores shown, size_t limit) {
  std::sort(shown.begin(), shown.end(), [](const auto& a, const auto& b) {
    return std::pair(-a.second, a.first) < std::pair(-b.second, b.first);
  });
  shown.resize(std::min(limit, shown.size()));
  return shown;
}

TEST(BestPassagesTest, AreTakenBestFirst) {
  BestPassages best(3);
  for (const ScoredPassage& passage : std::vector<ScoredPassage>{
           {1, 0.5}, {2, 2}, {3, 0.25}, {4, 1}, {5, 0.75}}) {
    best.Add(passage);
  }
  EXPECT_THAT(Taken(&best), ElementsAre(Pair(2, 2), Pair(4, 1), Pair(5, 0.75)));
}

TEST(BestPassagesTest, BreakTiesByNumber) {
  BestPassages best(2);
  for (const PassageNumber passage : {7u, 3u, 9u, 5u}) best.Add({passage, 1});
  EXPECT_THAT(Taken(&best), ElementsAre(Pair(3, 1), Pair(5, 1)));
}

TEST(BestPassagesTest, AreNoneAfterTheyWereTaken) {
  BestPassages best(1);
  EXPECT_THAT(Taken(&best), IsEmpty());
  best.Add({4, 3});
  EXPECT_THAT(Taken(&best), ElementsAre(Pair(4, 3)));
  EXPECT_THAT(Taken(&best), IsEmpty());
  EXPECT_LT(best.threshold(), 0);
  best.Add({5, 1});
  EXPECT_THAT(Taken(&best), ElementsAre(Pair(5, 1)));
}

TEST(BestPassagesTest, TheThresholdIsThatOfTheWorst) {
  BestPassages best(2);
  EXPECT_LT(best.threshold(), 0);
  best.Add({1, 0});
  EXPECT_LT(best.threshold(), 0);
  best.Add({2, 4});
  EXPECT_EQ(best.threshold(), 0);
  best.Add({3, 1});
  EXPECT_EQ(best.threshold(), 1);
  best.Add({4, 1});
  EXPECT_EQ(best.threshold(), 1);
  EXPECT_THAT(Taken(&best), ElementsAre(Pair(2, 4), Pair(3, 1)));
}

// There are few scores, so that many are equal.
TEST(BestPassagesTest, AreThoseThatSortingGives) {
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    SCOPED_TRACE(round);
    Scores shown;
    for (PassageNumber passage = 0; passage < random() % 60; ++passage) {
      shown.emplace_back(passage, static_cast<double>(random() % 8) / 2);
    }
    if (round % 2 == 0) std::shuffle(shown.begin(), shown.end(), random);
    const size_t limit = 1 + random() % 20;
    BestPassages best(limit);
    for (const auto& [passage, score] : shown) best.Add({passage, score});
    EXPECT_EQ(Taken(&best), Best(shown, limit));
  }
}

// One that does not exceed the threshold would not be kept, in order of number.
TEST(BestPassagesTest, NeedOnlyBeShownAboveTheThreshold) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    BestPassages all(5);
    BestPassages some(5);
    for (PassageNumber passage = 0; passage < 80; ++passage) {
      const auto score = static_cast<double>(random() % 10);
      all.Add({passage, score});
      if (score > some.threshold()) some.Add({passage, score});
      ASSERT_EQ(some.threshold(), all.threshold());
    }
    EXPECT_EQ(Taken(&some), Taken(&all));
  }
}

}  // namespace
}  // namespace footnote
