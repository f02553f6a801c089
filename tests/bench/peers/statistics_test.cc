#include "bench/peers/statistics.h"

#include <gtest/gtest.h>

#include "bench/peers/engine.h"

namespace footnote::bench {
namespace {

// An engine that was asked `asked` questions and took so many microseconds.
EngineFigures Took(const std::string& name, uint32_t asked,
                   const std::vector<double>& microseconds) {
  EngineFigures figures;
  figures.set_name(name);
  figures.set_questions_asked(asked);
  figures.mutable_microseconds()->Add(microseconds.begin(), microseconds.end());
  return figures;
}

TEST(SummarizeTest, GivesMeanAndQuantilesInMilliseconds) {
  std::vector<double> times;
  for (int i = 100; i > 0; --i) times.push_back(1000.0 * i);
  const TimeSummary summary = Summarize(Took("a", 100, times));
  EXPECT_DOUBLE_EQ(summary.mean, 50.5);
  EXPECT_DOUBLE_EQ(summary.median, 50);
  EXPECT_DOUBLE_EQ(summary.p95, 95);
  EXPECT_DOUBLE_EQ(summary.p99, 99);
  EXPECT_DOUBLE_EQ(Summarize(Took("a", 1, {2000})).p99, 2);
  EXPECT_EQ(Summarize(Took("a", 1, {})).mean, 0);
}

// Three questions in two rounds, of which the other was asked the first alone.
TEST(TimesAsLongTest, ComparesTheQuestionsThatBothWereAsked) {
  const EngineFigures ours = Took("a", 3, {1, 50, 60, 3, 50, 60});
  const EngineFigures theirs = Took("b", 1, {20});
  EXPECT_DOUBLE_EQ(TimesAsLong(ours, theirs), 10);
  EXPECT_DOUBLE_EQ(TimesAsLong(theirs, ours), 0.1);
  EXPECT_EQ(TimesAsLong(Took("a", 3, {}), theirs), 0);
}

Comparison& AddGenerated(Comparisons* comparisons, uint64_t passages) {
  Comparison& comparison = *comparisons->add_comparisons();
  comparison.set_is_generated(true);
  comparison.set_passages(passages);
  return comparison;
}

TEST(GoalsOfTest, TellsWhatIsReachedMissedAndNotMeasured) {
  Comparisons comparisons;
  Comparison& medium = AddGenerated(&comparisons, 1'000'000);
  *medium.add_engines() = Took(kWarm, 1, {100});
  *medium.add_engines() = Took(kLucene, 1, {500});
  *medium.add_engines() = Took(kTantivy, 1, {199});
  *AddGenerated(&comparisons, 100'000).add_engines() = Took(kWarm, 1, {10});
  *AddGenerated(&comparisons, 10'000'000).add_engines() = Took(kWarm, 1, {250});
  int reached = 0;
  int missed = 0;
  for (const Goal& goal : GoalsOf(comparisons)) {
    if (goal.IsReached()) ++reached;
    if (!goal.IsReached() && goal.value.has_value()) ++missed;
  }
  EXPECT_EQ(reached, 2);  // Lucene and the growth.
  EXPECT_EQ(missed, 1);   // Tantivy.
  // Text that is not generated shows nothing of its size.
  medium.set_is_generated(false);
  EXPECT_FALSE(GoalsOf(comparisons)[0].value.has_value());
}

}  // namespace
}  // namespace footnote::bench
