#include "retrieval/rank/bm25.h"

#include <gtest/gtest.h>

#include <cmath>

namespace footnote {
namespace {

TEST(InverseDocumentFrequencyTest, FollowsTheFormulas) {
  EXPECT_DOUBLE_EQ(InverseDocumentFrequency(IdfVariant::kLucene, 10, 3),
                   std::log(1 + 7.5 / 3.5));
  EXPECT_DOUBLE_EQ(InverseDocumentFrequency(IdfVariant::kFts5, 10, 3),
                   std::log(7.5 / 3.5));
}

TEST(InverseDocumentFrequencyTest, StaysPositiveForCommonTerms) {
  EXPECT_GT(InverseDocumentFrequency(IdfVariant::kLucene, 10, 10), 0.04);
  EXPECT_EQ(InverseDocumentFrequency(IdfVariant::kFts5, 10, 5), 1e-6);
  EXPECT_EQ(InverseDocumentFrequency(IdfVariant::kFts5, 10, 10), 1e-6);
}

TEST(Bm25Test, ScoresByHand) {
  // Two passages of 4 terms on average; a passage of 6, title included.
  const Bm25 bm25(Bm25Parameters{1.2, 0.75, IdfVariant::kLucene, 1.0},
                  {2, 2, 6});
  const double norm = 1.2 * (0.25 + 0.75 * 6 / 4);
  EXPECT_DOUBLE_EQ(bm25.Score(2.0, {1, 1, 2}, 6), 2.0 * 3 * 2.2 / (3 + norm));
}

TEST(Bm25Test, WeighsTheTitle) {
  const Bm25 bm25(Bm25Parameters{1.2, 0, IdfVariant::kLucene, 0.5}, {1, 1, 9});
  EXPECT_DOUBLE_EQ(bm25.Score(1.0, {1, 2, 0}, 10), 1 * 2.2 / (1 + 1.2));
}

TEST(Bm25Test, TakesAnEmptyCorpus) {
  const Bm25 bm25(Bm25Parameters(), {0, 0, 0});
  EXPECT_TRUE(std::isfinite(bm25.Idf({})));
}

}  // namespace
}  // namespace footnote
