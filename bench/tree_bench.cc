// How long the sentences of a question take to score with a learned model: by
// our own evaluation, and by XGBoost's on the same trees, one thread each.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <random>
#include <vector>

#include "bench/boosting.h"

namespace footnote::bench {
namespace {

constexpr size_t kFeatures = 40;
constexpr size_t kTrainingRows = 5000;

// Rows whose label takes many splits to tell.
TrainingRows DrawRows(size_t count, uint32_t seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> draw(0, 1);
  TrainingRows rows;
  rows.feature_count = kFeatures;
  for (size_t i = 0; i < count; ++i) {
    float sum = 0;
    for (size_t k = 0; k < kFeatures; ++k) {
      const float value = draw(random);
      rows.values.push_back(value);
      sum += k % 2 == 0 ? value : -value * value;
    }
    rows.labels.push_back(sum + draw(random) > kFeatures / 12.0F ? 1 : 0);
  }
  return rows;
}

const Booster& Model() {
  static const auto* const model = [] {
    BoostingParameters parameters;
    parameters.objective = Objective::kLogistic;
    parameters.trees = 300;
    return new absl::StatusOr<Booster>(
        Booster::Train(DrawRows(kTrainingRows, 1), parameters));
  }();
  return model->value();
}

void BM_Score(benchmark::State& state) {
  const auto trees = Model().Trees();
  const TrainingRows rows =
      DrawRows(static_cast<size_t>(state.range(0)), /*seed=*/2);
  std::vector<double> scores(rows.labels.size());
  for (auto _ : state) {
    trees->Score(rows.values, absl::MakeSpan(scores));
    benchmark::DoNotOptimize(scores.data());
  }
}
BENCHMARK(BM_Score)->Arg(1)->Arg(40)->Arg(400)->Unit(benchmark::kMicrosecond);

void BM_Contributions(benchmark::State& state) {
  const auto trees = Model().Trees();
  const TrainingRows rows = DrawRows(1, /*seed=*/2);
  double base = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(trees->Contributions(rows.values, &base));
  }
}
BENCHMARK(BM_Contributions)->Unit(benchmark::kMicrosecond);

void BM_XgboostPredict(benchmark::State& state) {
  const Booster& booster = Model();
  const TrainingRows rows =
      DrawRows(static_cast<size_t>(state.range(0)), /*seed=*/2);
  for (auto _ : state) {
    const auto scores = booster.Predict(rows.values);
    if (!scores.ok()) state.SkipWithError("no prediction");
    benchmark::DoNotOptimize(scores->data());
  }
}
BENCHMARK(BM_XgboostPredict)
    ->Arg(1)
    ->Arg(40)
    ->Arg(400)
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace footnote::bench
