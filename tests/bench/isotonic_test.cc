#include "bench/training/isotonic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "tests/testing/status_matchers.h"

namespace footnote::bench {
namespace {

using testing::StatusIs;
using Points = std::vector<CalibrationPoint>;

Points Fit(const std::vector<ScoredOutcome>& outcomes,
           double least_weight = 0) {
  const auto fitted = FitIsotonic(outcomes, least_weight);
  EXPECT_OK(fitted);
  return fitted->points();
}

// The outcomes of one score, or of neighbours that share a probability.
struct Block {
  double weight = 0;
  double score = 0;    // The mean.
  double right = 0;    // The mean.
  double squares = 0;  // What their sum differs by from the mean's.
};

Block BlockOf(const std::vector<ScoredOutcome>& outcomes, double first,
              double last) {
  Block block;
  for (const ScoredOutcome& outcome : outcomes) {
    if (outcome.score < first || outcome.score > last) continue;
    block.weight += outcome.weight;
    block.score += outcome.weight * outcome.score;
    block.right += outcome.is_right ? outcome.weight : 0;
  }
  block.score /= block.weight;
  block.right /= block.weight;
  for (const ScoredOutcome& outcome : outcomes) {
    if (outcome.score < first || outcome.score > last) continue;
    const double off = (outcome.is_right ? 1 : 0) - block.right;
    block.squares += outcome.weight * off * off;
  }
  return block;
}

// Returns the steps of the best of all functions that never fall, by trying
// every way to part `scores`, which are the outcomes', into neighbours.
Points BestByTrying(const std::vector<ScoredOutcome>& outcomes,
                    const std::vector<double>& scores) {
  Points best;
  double least = std::numeric_limits<double>::infinity();
  const uint32_t ways = 1u << (scores.size() - 1);
  for (uint32_t cuts = 0; cuts < ways; ++cuts) {
    Points points;
    double squares = 0;
    bool rises = true;
    for (size_t begin = 0; begin < scores.size();) {
      size_t last = begin;
      while (last + 1 < scores.size() && (cuts >> last & 1) == 0) ++last;
      const Block block = BlockOf(outcomes, scores[begin], scores[last]);
      rises = rises && (points.empty() ||
                        block.right > points.back().probability + 1e-9);
      points.push_back({block.score, block.right});
      squares += block.squares;
      begin = last + 1;
    }
    if (rises && squares < least - 1e-9) {
      least = squares;
      best = points;
    }
  }
  return best;
}

TEST(FitIsotonicTest, IsTheBestOfAllThatNeverFall) {
  std::mt19937 random(3);
  const auto draw = [&random](int most) {
    return std::uniform_int_distribution<int>(0, most)(random);
  };
  for (int round = 0; round < 400; ++round) {
    std::vector<ScoredOutcome> outcomes;
    std::vector<double> scores;
    const int count = 1 + draw(9);
    for (int i = 0; i < count; ++i) {
      outcomes.push_back({draw(7) - 3.0, draw(1) == 1, 1.0 + draw(3)});
      scores.push_back(outcomes.back().score);
    }
    std::sort(scores.begin(), scores.end());
    scores.erase(std::unique(scores.begin(), scores.end()), scores.end());
    const Points wanted = BestByTrying(outcomes, scores);
    const Points found = Fit(outcomes);
    ASSERT_EQ(found.size(), wanted.size()) << round;
    for (size_t i = 0; i < found.size(); ++i) {
      EXPECT_NEAR(found[i].score, wanted[i].score, 1e-12) << round;
      EXPECT_NEAR(found[i].probability, wanted[i].probability, 1e-12) << round;
    }
  }
}

TEST(FitIsotonicTest, PoolsWhatFalls) {
  // Of the middle two, of weights 1 and 3, the right comes before the wrong.
  EXPECT_EQ(Fit({{4, true, 2}, {1, false, 1}, {2, true, 1}, {3, false, 3}}),
            (Points{{1, 0}, {2.75, 0.25}, {4, 1}}));
}

TEST(FitIsotonicTest, TakesEqualScoresTogether) {
  EXPECT_EQ(Fit({{1, true, 1}, {1, false, 1}, {1, false, 2}}),
            (Points{{1, 0.25}}));
}

TEST(FitIsotonicTest, TakesOneOutcome) {
  EXPECT_EQ(Fit({{2, true, 5}}), (Points{{2, 1}}));
}

TEST(FitIsotonicTest, GivesEachStepItsLeastWeight) {
  const std::vector<ScoredOutcome> outcomes = {
      {1, false}, {2, false}, {3, true}, {4, false}, {5, true},
      {6, false}, {7, true},  {8, true}, {9, true},  {10, true}};
  for (const double least : {0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 11.0}) {
    const Points points = Fit(outcomes, least);
    // Which outcomes a step stands for follows from its mean score.
    double from = 1;
    for (const CalibrationPoint& point : points) {
      const double to = 2 * point.score - from;
      EXPECT_TRUE(to - from + 1 >= least || points.size() == 1)
          << least << ": " << from << " to " << to;
      from = to + 1;
    }
    EXPECT_EQ(from, 11);
  }
  // The last alone would be certain.
  EXPECT_EQ(Fit({{1, false}, {2, false}, {3, true}}, 2),
            (Points{{2, 1.0 / 3}}));
}

TEST(FitIsotonicTest, NeedsAnOutcome) {
  EXPECT_THAT(FitIsotonic({}, 1), StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace footnote::bench
