#include "bench/quality/measures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace footnote::bench {
namespace {

using ::testing::DoubleEq;
using ::testing::DoubleNear;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::SizeIs;

TEST(MeasuresTest, AreaUnderRocCountsPairs) {
  // Of six pairs 3 > 1, 3 > 2, 3 > 0, 2 > 1, 2 > 0 are won and 2 = 2 half.
  EXPECT_THAT(AreaUnderRoc({3, 2}, {1, 2, 0}), Optional(DoubleEq(5.5 / 6)));
  EXPECT_THAT(AreaUnderRoc({1}, {1, 1}), Optional(DoubleEq(0.5)));
  EXPECT_THAT(AreaUnderRoc({0}, {1}), Optional(DoubleEq(0)));
  EXPECT_EQ(AreaUnderRoc({}, {1}), std::nullopt);
  EXPECT_EQ(AreaUnderRoc({1}, {}), std::nullopt);
}

TEST(MeasuresTest, RiskGrowsWithWhatIsWrong) {
  const auto points = RiskCoverage({{0.2, false}, {0.9, true}, {0.5, false}});
  ASSERT_THAT(points, SizeIs(3));
  EXPECT_DOUBLE_EQ(points[0].coverage, 1.0 / 3);
  EXPECT_DOUBLE_EQ(points[0].risk, 0);
  EXPECT_DOUBLE_EQ(points[1].risk, 0.5);
  EXPECT_DOUBLE_EQ(points[2].coverage, 1);
  EXPECT_DOUBLE_EQ(points[2].risk, 2.0 / 3);
  EXPECT_THAT(AreaUnderRiskCoverage({{0.2, false}, {0.9, true}, {0.5, false}}),
              Optional(DoubleEq((0 + 0.5 + 2.0 / 3) / 3)));
}

// Two that are as sure, one right: each counts as half wrong.
TEST(MeasuresTest, RiskDoesNotDependOnTheOrderOfEquals) {
  for (const bool first : {true, false}) {
    const auto points = RiskCoverage({{0.5, first}, {0.5, !first}});
    ASSERT_THAT(points, SizeIs(2));
    EXPECT_DOUBLE_EQ(points[0].risk, 0.5);
    EXPECT_DOUBLE_EQ(points[1].risk, 0.5);
  }
}

TEST(MeasuresTest, RiskOfTheExtremes) {
  EXPECT_THAT(AreaUnderRiskCoverage({{0.1, true}, {0.2, true}}),
              Optional(DoubleEq(0)));
  EXPECT_THAT(AreaUnderRiskCoverage({{0.1, false}, {0.2, false}}),
              Optional(DoubleEq(1)));
  EXPECT_EQ(AreaUnderRiskCoverage({}), std::nullopt);
  EXPECT_THAT(RiskCoverage({}), IsEmpty());
}

TEST(MeasuresTest, BinsHoldAsManyEach) {
  std::vector<Claim> claims;
  for (int i = 0; i < 25; ++i) claims.push_back({i / 25.0, i >= 20});
  std::reverse(claims.begin(), claims.end());
  const auto bins = Reliability(claims, 10);
  ASSERT_THAT(bins, SizeIs(10));
  size_t sum = 0;
  for (const auto& bin : bins) {
    EXPECT_GE(bin.claims, 2u);
    EXPECT_LE(bin.claims, 3u);
    sum += bin.claims;
  }
  EXPECT_EQ(sum, 25u);
  EXPECT_DOUBLE_EQ(bins[0].confidence, (0 + 1 / 25.0) / 2);
  EXPECT_DOUBLE_EQ(bins[0].right, 0);
  EXPECT_DOUBLE_EQ(bins[9].right, 1);
}

TEST(MeasuresTest, FewClaimsFillFewBins) {
  const auto bins = Reliability({{0.25, true}, {0.75, false}}, 10);
  ASSERT_THAT(bins, SizeIs(2));
  EXPECT_EQ(bins[0].claims, 1u);
  EXPECT_DOUBLE_EQ(bins[0].right, 1);
  EXPECT_DOUBLE_EQ(bins[1].confidence, 0.75);
}

TEST(MeasuresTest, CalibrationErrorIsTheMeanDistance) {
  // One claim a bin: .1 from 0, .2 from 1.
  EXPECT_THAT(ExpectedCalibrationError({{0.1, false}, {0.8, true}}),
              Optional(DoubleNear((0.1 + 0.2) / 2, 1e-12)));
  // Equals share what is right of them: 0.5 is right half the time.
  EXPECT_THAT(ExpectedCalibrationError({{0.5, false}, {0.5, true}}),
              Optional(DoubleNear(0, 1e-12)));
  EXPECT_THAT(ExpectedCalibrationError({{1, false}, {1, false}}),
              Optional(DoubleNear(1, 1e-12)));
  EXPECT_EQ(ExpectedCalibrationError({}), std::nullopt);
}

TEST(MeasuresTest, AveragePrecisionIsTheMeanAtEachRightOne) {
  EXPECT_DOUBLE_EQ(AveragePrecision({true, false, true}), (1 + 2.0 / 3) / 2);
  EXPECT_DOUBLE_EQ(AveragePrecision({false, false, true}), 1.0 / 3);
  EXPECT_DOUBLE_EQ(AveragePrecision({true, true}), 1);
  EXPECT_DOUBLE_EQ(AveragePrecision({false}), 0);
  EXPECT_DOUBLE_EQ(AveragePrecision({}), 0);
}

TEST(MeasuresTest, ReciprocalRankIsOfTheFirstRightOne) {
  EXPECT_DOUBLE_EQ(ReciprocalRank({true, true}), 1);
  EXPECT_DOUBLE_EQ(ReciprocalRank({false, false, true, true}), 1.0 / 3);
  EXPECT_DOUBLE_EQ(ReciprocalRank({false}), 0);
  EXPECT_DOUBLE_EQ(ReciprocalRank({}), 0);
}

TEST(MeasuresTest, F1IsTheHarmonicMean) {
  EXPECT_DOUBLE_EQ(F1(0.5, 1), 2.0 / 3);
  EXPECT_DOUBLE_EQ(F1(0, 1), 0);
  EXPECT_DOUBLE_EQ(F1(0, 0), 0);
}

}  // namespace
}  // namespace footnote::bench
