#include "bench/peers/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "bench/peers/engine.h"

namespace footnote::bench {
namespace {

constexpr double kMicrosecondsPerMillisecond = 1e3;
constexpr uint64_t kSmall = 100'000;
constexpr uint64_t kMedium = 1'000'000;
constexpr uint64_t kGreat = 10'000'000;
constexpr double kMostGrowth = 25;

// Of `sorted`, by nearest rank.
double Quantile(const std::vector<double>& sorted, double part) {
  const double rank = std::ceil(part * static_cast<double>(sorted.size()));
  return sorted[static_cast<size_t>(std::max(rank, 1.0)) - 1];
}

// Returns the mean of what the first `questions` took, or 0 of none.
double MeanOfFirst(const EngineFigures& figures, uint32_t questions) {
  double sum = 0;
  uint64_t count = 0;
  for (int i = 0; i < figures.microseconds_size(); ++i) {
    if (static_cast<uint32_t>(i) % figures.questions_asked() >= questions) {
      continue;
    }
    sum += figures.microseconds(i);
    ++count;
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

const EngineFigures* FindGenerated(const Comparisons& comparisons,
                                   uint64_t passages, const std::string& name) {
  for (const Comparison& comparison : comparisons.comparisons()) {
    if (comparison.is_generated() && comparison.passages() == passages) {
      return FindEngine(comparison, name);
    }
  }
  return nullptr;
}

Goal PeerGoal(const Comparisons& comparisons, const std::string& ours,
              const std::string& theirs, double bound) {
  Goal goal;
  goal.what = absl::StrCat("time of ", theirs, " / time of ", ours);
  goal.bound = bound;
  const EngineFigures* our = FindGenerated(comparisons, kMedium, ours);
  const EngineFigures* their = FindGenerated(comparisons, kMedium, theirs);
  if (our != nullptr && their != nullptr) {
    goal.value = TimesAsLong(*our, *their);
  }
  return goal;
}

Goal GrowthGoal(const Comparisons& comparisons) {
  Goal goal;
  goal.what =
      absl::StrCat("time of ", kWarm, " with 100 times the passages / before");
  goal.bound = kMostGrowth;
  goal.is_least = false;
  const EngineFigures* small = FindGenerated(comparisons, kSmall, kWarm);
  const EngineFigures* great = FindGenerated(comparisons, kGreat, kWarm);
  if (small != nullptr && great != nullptr) {
    goal.value = TimesAsLong(*small, *great);
  }
  return goal;
}

}  // namespace

TimeSummary Summarize(const EngineFigures& figures) {
  std::vector<double> times(figures.microseconds().begin(),
                            figures.microseconds().end());
  if (times.empty()) return {};
  for (double& time : times) time /= kMicrosecondsPerMillisecond;
  std::sort(times.begin(), times.end());
  return {std::accumulate(times.begin(), times.end(), 0.0) /
              static_cast<double>(times.size()),
          Quantile(times, 0.5), Quantile(times, 0.95), Quantile(times, 0.99)};
}

const EngineFigures* FindEngine(const Comparison& comparison,
                                const std::string& name) {
  for (const EngineFigures& figures : comparison.engines()) {
    if (figures.name() == name) return &figures;
  }
  return nullptr;
}

double TimesAsLong(const EngineFigures& ours, const EngineFigures& theirs) {
  const uint32_t both =
      std::min(ours.questions_asked(), theirs.questions_asked());
  const double our_time = MeanOfFirst(ours, both);
  return our_time > 0 ? MeanOfFirst(theirs, both) / our_time : 0;
}

std::vector<Goal> GoalsOf(const Comparisons& comparisons) {
  return {PeerGoal(comparisons, kWarm, kLucene, 5),
          PeerGoal(comparisons, kWarm, kXapian, 10),
          PeerGoal(comparisons, kWarm, kTantivy, 2),
          PeerGoal(comparisons, kWarm, kFts5, 1000),
          PeerGoal(comparisons, kCold, kFts5, 40),
          GrowthGoal(comparisons)};
}

}  // namespace footnote::bench
