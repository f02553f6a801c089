#include "bench/training/isotonic.h"

#include <algorithm>
#include <utility>

namespace footnote::bench {
namespace {

// Outcomes that share one probability.
struct Step {
  double weight = 0;
  double weighted_right = 0;
  double weighted_score = 0;

  double mean() const { return weighted_right / weight; }

  void Add(const Step& other) {
    weight += other.weight;
    weighted_right += other.weighted_right;
    weighted_score += other.weighted_score;
  }
};

std::vector<Step> EqualScores(const std::vector<ScoredOutcome>& outcomes) {
  std::vector<Step> steps;
  for (size_t i = 0; i < outcomes.size(); ++i) {
    const ScoredOutcome& outcome = outcomes[i];
    if (i == 0 || outcome.score != outcomes[i - 1].score) steps.emplace_back();
    steps.back().Add({outcome.weight, outcome.is_right ? outcome.weight : 0,
                      outcome.weight * outcome.score});
  }
  return steps;
}

void UniteLastTwo(std::vector<Step>* steps) {
  const Step last = steps->back();
  steps->pop_back();
  steps->back().Add(last);
}

}  // namespace

absl::StatusOr<Calibration> FitIsotonic(std::vector<ScoredOutcome> outcomes,
                                        double least_weight) {
  std::sort(outcomes.begin(), outcomes.end(),
            [](const ScoredOutcome& a, const ScoredOutcome& b) {
              return a.score < b.score;
            });
  std::vector<Step> pooled;
  for (const Step& step : EqualScores(outcomes)) {
    pooled.push_back(step);
    while (pooled.size() > 1 &&
           (pooled[pooled.size() - 2].mean() >= pooled.back().mean() ||
            pooled[pooled.size() - 2].weight < least_weight)) {
      UniteLastTwo(&pooled);
    }
  }
  // Behind the last there is no other to be united with; its neighbour has its
  // weight, and a mean between two others keeps their order.
  if (pooled.size() > 1 && pooled.back().weight < least_weight) {
    UniteLastTwo(&pooled);
  }
  std::vector<CalibrationPoint> points;
  for (const Step& step : pooled) {
    points.push_back({step.weighted_score / step.weight, step.mean()});
  }
  return Calibration::Create(std::move(points));
}

}  // namespace footnote::bench
