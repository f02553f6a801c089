// The program as a shell runs it, with a real server.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/client/program.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

ProgramResult Quality(const std::vector<std::string>& arguments) {
  return Program(arguments, {}, QUALITY_PROGRAM).Wait();
}

// The project's own examples in the form of a data set.
class QualityTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path examples = FOOTNOTE_EXAMPLES_DIR;
    std::filesystem::copy_file(examples / "corpus" / "news.jsonl",
                               directory_.File("corpus.jsonl"));
    std::filesystem::copy_file(examples / "answers.jsonl",
                               directory_.File("queries.jsonl"));
  }

  // Measures the examples with `arguments` beside.
  ProgramResult Measure(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {"measure", absl::StrCat("--data=", directory_.path())});
    return Quality(arguments);
  }

  TemporaryDirectory directory_;
};

TEST_F(QualityTest, MeasuresTheExamples) {
  const ProgramResult result =
      Measure({"--baselines=fts5", "--check=p_at_1>=0.7,r_at_3>=0.8,auc>=0.7"});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  EXPECT_THAT(result.out, AllOf(HasSubstr("P@1"), HasSubstr("fts5"),
                                HasSubstr("citations checked, 0 false")));
}

TEST_F(QualityTest, PoolsPartsIntoAReport) {
  for (const char* part : {"0", "1"}) {
    const ProgramResult result =
        Measure({"--baselines=fts5", absl::StrCat("--part=", part, "/2"),
                 absl::StrCat("--json=", directory_.File(part))});
    ASSERT_EQ(result.exit_status, 0) << result.err;
  }
  std::ofstream(directory_.File("evaluation.md"))
      << "<!-- quality:begin -->\n<!-- quality:end -->\n";
  const ProgramResult result =
      Quality({"report", "--json", directory_.File("0"), directory_.File("1"),
               "--docs", directory_.path()});
  ASSERT_EQ(result.exit_status, 0) << result.err;
  EXPECT_THAT(ReadFile(directory_.File("evaluation.md")), HasSubstr("| P@1 |"));
}

TEST_F(QualityTest, EndsInOneBelowAFloor) {
  const ProgramResult result =
      Measure({"--baselines=none", "--limit=3", "--check=aurc<=-1"});
  EXPECT_EQ(result.exit_status, 1);
  EXPECT_THAT(result.err, HasSubstr("aurc is "));
}

TEST_F(QualityTest, PassesOverABaselineThatIsNotThere) {
  const ProgramResult result =
      Measure({"--baselines=lucene", "--limit=3", "--lucene=/no/such.jar"});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("skipping lucene"));
}

TEST_F(QualityTest, TellsWhatItCannotDo) {
  EXPECT_THAT(Measure({"--footnoted=/no/such"}).err,
              HasSubstr("/no/such does not serve"));
  EXPECT_THAT(Measure({"--part=2/2"}).err, HasSubstr("--part=I/N"));
  EXPECT_THAT(Measure({"--check=speed>=1"}).err, HasSubstr("p_at_1"));
  EXPECT_THAT(Measure({"--questions=none.jsonl"}).err, HasSubstr("none.jsonl"));
}

TEST(QualityOfDataTest, ReachesItsFloors) {
  const char* folder = std::getenv("FOOTNOTE_TEST_DATA");
  if (folder == nullptr) {
    GTEST_SKIP() << "FOOTNOTE_TEST_DATA names no folder of test data";
  }
  const ProgramResult result = Quality(
      {"measure", absl::StrCat("--data=", folder, "/data/xquad_r_en"),
       "--limit=200", "--baselines=fts5", "--check=p_at_1>=0.68,mrr>=0.78"});
  EXPECT_EQ(result.exit_status, 0) << result.err << result.out;
}

}  // namespace
}  // namespace footnote::testing
