#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "bench/eviction.h"
#include "bench/peers/engine.h"
#include "bench/peers/report.h"
#include "bench/peers/statistics.h"
#include "bench/peers/tables.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

EngineFigures Example(const std::string& name, uint32_t asked,
                      double microseconds) {
  EngineFigures figures;
  figures.set_name(name);
  figures.set_questions_asked(asked);
  figures.add_microseconds(microseconds);
  figures.set_is_exact(name == kWarm);
  figures.set_overlap(0.95);
  figures.set_index_bytes(3 << 20);
  return figures;
}

Comparisons Examples() {
  Comparisons comparisons;
  comparisons.set_machine("2 x abacus");
  for (const uint64_t passages : {100'000, 1'000'000}) {
    Comparison& comparison = *comparisons.add_comparisons();
    comparison.set_is_generated(true);
    comparison.set_corpus("generated, seed 1");
    comparison.set_passages(passages);
    comparison.set_questions(20);
    const double size = static_cast<double>(passages) / 100;
    *comparison.add_engines() = Example(kWarm, 20, 0.1 * size);
    *comparison.add_engines() = Example(kLucene, 20, 0.6 * size);
    *comparison.add_engines() = Example(kFts5, 5, 90 * size);
    Throughput* throughput = comparison.mutable_engines(0)->add_throughputs();
    throughput->set_threads(2);
    throughput->set_questions_per_second(12'345.6);
  }
  return comparisons;
}

EvictionSimulation FewTerms() { return EvictionSimulation(1, 100, 20'000); }

TEST(TablesTest, ShowEachEngine) {
  const std::string table = EngineTable(Examples().comparisons(1));
  EXPECT_THAT(table, HasSubstr("| Footnote | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 "
                               "| exact | 3.00 |"));
  EXPECT_THAT(table, HasSubstr("| Lucene | 6.00 | 6.00 | 6.00 | 6.00 | 6.00 | "
                               "0.950 | 3.00 |"));
  EXPECT_THAT(table, HasSubstr("| FTS5 (first 5 questions) | 900 |"));
}

TEST(TablesTest, ShowThroughputWhereItWasMeasured) {
  const std::string table = ThroughputTable(Examples().comparisons(0));
  EXPECT_THAT(table,
              AllOf(HasSubstr("2 threads"), HasSubstr("| Footnote | 12346 |"),
                    Not(HasSubstr("Lucene"))));
}

TEST(TablesTest, ShowGrowthAndGoals) {
  EXPECT_THAT(GrowthTable(Examples()),
              AllOf(HasSubstr("| mean ms | 100,000 | 1,000,000 |"),
                    HasSubstr("| Lucene | 0.600 | 6.00 |")));
  EXPECT_THAT(GoalTable(Examples()),
              AllOf(HasSubstr("| at least 5 | 6.00 | reached |"),
                    HasSubstr("| at least 1000 | 900 | **missed** |"),
                    HasSubstr("| at most 25 | – | not measured |")));
}

TEST(PeersReportTest, DrawsTimeAgainstSize) {
  const Plot plot = TimePlot(Examples());
  ASSERT_EQ(plot.series.size(), 3u);
  EXPECT_EQ(plot.series[1].label, kLucene);
  EXPECT_THAT(plot.series[1].points, ElementsAre(Pair(1e5, 0.6), Pair(1e6, 6)));
  EXPECT_TRUE(plot.x.is_logarithmic && plot.y.is_logarithmic);
  EXPECT_EQ(plot.y.high, 1000);
}

TEST(PeersReportTest, DrawsHitRatesThatGrowWithTheBudget) {
  for (const Series& series : HitRatePlot(FewTerms()).series) {
    EXPECT_LT(series.points.front().second, series.points.back().second);
    EXPECT_LE(series.points.back().second, 1);
  }
}

TEST(PeersReportTest, WritesItsPartAndItsDiagrams) {
  const testing::TemporaryDirectory docs;
  EXPECT_EQ(WriteReport(Examples(), FewTerms(), docs.path()).code(),
            absl::StatusCode::kNotFound);
  std::ofstream(docs.File("performance.md"))
      << "# Speed\n<!-- peers:begin -->\n<!-- peers:end -->\nbehind\n";
  const absl::Status status = WriteReport(Examples(), FewTerms(), docs.path());
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_THAT(testing::ReadFile(docs.File("performance.md")),
              AllOf(HasSubstr("Measured on 2 x abacus."),
                    HasSubstr("### 1,000,000 passages, generated, seed 1"),
                    HasSubstr("\nbehind\n")));
  for (const char* image :
       {"peers-time", "peers-throughput", "cache-hit-rate"}) {
    EXPECT_TRUE(std::filesystem::exists(
        docs.File(absl::StrCat("images/", image, ".svg"))));
  }
}

}  // namespace
}  // namespace footnote::bench
