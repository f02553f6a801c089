#include "bench/quality/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "bench/quality/figures.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr char kPage[] =
    "# Quality\n<!-- quality:begin -->\nold\n<!-- quality:end -->\nbehind\n";

Measurement Example() {
  Measurement measurement;
  measurement.set_set("harbours:dev.jsonl");
  measurement.set_ranking_model("PLAIN");
  for (const char* name : {"footnote", "fts5"}) {
    System* system = measurement.add_systems();
    system->set_name(name);
    for (int i = 0; i < 20; ++i) {
      JudgedQuestion* question = system->add_questions();
      question->set_answer_type("DATE");
      question->set_answerable(true);
      question->set_is_ranked(true);
      question->set_right_rank(i < 15 ? 1 : 2);
      question->set_confidence(0.5);
    }
    FillFigures(system);
  }
  return measurement;
}

TEST(ReportTest, WritesTablesAndDiagrams) {
  const testing::TemporaryDirectory docs;
  std::ofstream(docs.File("evaluation.md")) << kPage;
  const absl::Status status = WriteReport({Example()}, docs.path());
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_THAT(
      testing::ReadFile(docs.File("evaluation.md")),
      AllOf(HasSubstr("| measure | of | footnote | fts5 |"),
            HasSubstr("| P@1 | 20 | .750 ["), HasSubstr("| DATE | .750 ["),
            HasSubstr("(evaluation/risk-coverage-harbours-dev-jsonl.svg)"),
            HasSubstr("\nbehind\n")));
  EXPECT_TRUE(std::filesystem::exists(
      docs.File("evaluation/risk-coverage-harbours-dev-jsonl.svg")));
  EXPECT_TRUE(std::filesystem::exists(docs.File("evaluation/reliability.svg")));
}

TEST(ReportTest, TellsThatThereIsNoPage) {
  const testing::TemporaryDirectory docs;
  EXPECT_EQ(WriteReport({Example()}, docs.path()).code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace footnote::bench
