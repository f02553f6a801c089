#include "retrieval/answer/calibration.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kMost = std::numeric_limits<double>::max();

TEST(CalibrationTest, GoesStraightBetweenPointsAndLevelOutside) {
  const auto calibration =
      Calibration::Create({{-1, 0.25}, {0, 0.25}, {1, 0.75}, {3, 1}});
  ASSERT_OK(calibration);
  const CalibrationPoint expected[] = {
      {-kInfinity, 0.25}, {-2, 0.25},  {-1, 0.25}, {-0.5, 0.25}, {0, 0.25},
      {0.5, 0.5},         {1, 0.75},   {2, 0.875}, {3, 1},       {4, 1},
      {kInfinity, 1},     {kNan, 0.25}};
  for (const auto& [score, probability] : expected) {
    EXPECT_EQ(calibration->Probability(score), probability) << score;
  }
}

TEST(CalibrationTest, NeverFallsHoweverFarPointsLieApart) {
  const auto calibration = Calibration::Create({{-kMost, 0.1}, {kMost, 0.7}});
  ASSERT_OK(calibration);
  EXPECT_DOUBLE_EQ(calibration->Probability(0), 0.4);
  double before = 0;
  for (int i = -10; i <= 10; ++i) {
    const double probability = calibration->Probability(kMost * (i / 10.0));
    EXPECT_GE(probability, before);
    before = probability;
  }
}

TEST(CalibrationTest, TakesOnePointForAllScores) {
  const auto calibration = Calibration::Create({{5, 0.5}});
  ASSERT_OK(calibration);
  EXPECT_EQ(calibration->Probability(-9), 0.5);
  EXPECT_EQ(calibration->Probability(5), 0.5);
  EXPECT_EQ(calibration->Probability(9), 0.5);
  EXPECT_EQ(Calibration().Probability(1), 0);
}

TEST(CalibrationTest, RefusesWhatFallsOrIsNoProbability) {
  const std::vector<CalibrationPoint> cases[] = {
      {},
      {{kNan, 0}},
      {{kInfinity, 0}},
      {{0, kNan}},
      {{0, -0.1}},
      {{0, 1.1}},
      {{0, 0}, {0, 1}},
      {{1, 0}, {0, 1}},
      {{0, 0.5}, {1, 0.4}},
  };
  for (const auto& points : cases) {
    EXPECT_THAT(Calibration::Create(points),
                StatusIs(absl::StatusCode::kInvalidArgument));
  }
}

TEST(CalibrationTest, HoldsItsLimit) {
  for (const size_t count : {kMaxCalibrationPoints - 1, kMaxCalibrationPoints,
                             kMaxCalibrationPoints + 1}) {
    std::vector<CalibrationPoint> points;
    for (size_t i = 0; i < count; ++i) {
      points.push_back({static_cast<double>(i), 0.5});
    }
    EXPECT_EQ(Calibration::Create(points).ok(), count <= kMaxCalibrationPoints);
  }
}

}  // namespace
}  // namespace footnote
