#include "bench/load/rate_search.h"

#include <gtest/gtest.h>

namespace footnote::bench {
namespace {

// A server that keeps up with any rate up to `capacity`. Returns what the
// search finds from `guess`; counts the tries.
double Search(double guess, double capacity, int* tries) {
  RateSearch search(guess);
  for (*tries = 0; !search.done() && *tries < 1000; ++*tries) {
    search.Tell(search.next() <= capacity);
  }
  EXPECT_TRUE(search.done());
  return search.found();
}

class RateSearchTest : public ::testing::TestWithParam<double> {};

TEST_P(RateSearchTest, FindsTheCapacity) {
  constexpr double kCapacity = 1234;
  int tries = 0;
  const double found = Search(GetParam(), kCapacity, &tries);
  EXPECT_LE(found, kCapacity);
  EXPECT_GE(found, kCapacity / 1.05);
  EXPECT_LT(tries, 30);
}

INSTANTIATE_TEST_SUITE_P(Guesses, RateSearchTest,
                         ::testing::Values(1.0, 100.0, 1233.0, 1234.0, 1235.0,
                                           5000.0, 1e6));

TEST(RateSearchTest, FindsNothingOfAServerThatNeverKeepsUp) {
  int tries = 0;
  EXPECT_EQ(Search(100, 0, &tries), 0);
}

TEST(RateSearchTest, GivesARateASecondTry) {
  RateSearch search(100);
  search.Tell(false);
  EXPECT_EQ(search.next(), 100);
  search.Tell(true);
  EXPECT_EQ(search.found(), 100);
  EXPECT_GT(search.next(), 100);
}

TEST(RateSearchTest, BelievesTwoFailures) {
  RateSearch search(100);
  search.Tell(false);
  search.Tell(false);
  EXPECT_LT(search.next(), 100);
  EXPECT_EQ(search.found(), 0);
}

}  // namespace
}  // namespace footnote::bench
