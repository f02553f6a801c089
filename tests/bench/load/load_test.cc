// The program as a shell runs it, with a real server.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "tests/client/program.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

ProgramResult Load(const std::vector<std::string>& arguments) {
  return Program(arguments, {}, LOAD_PROGRAM).Wait();
}

TEST(LoadTest, MeasuresTheExamples) {
  const TemporaryDirectory directory;
  std::ofstream(directory.File("performance.md"))
      << "Before.\n<!-- load:begin -->\nold\n<!-- load:end -->\nBehind.\n";
  const ProgramResult result =
      Load({"--seconds=0.2", "--turns=1", "--during-import",
            "--out=" + directory.File("load.json"),
            "--page=" + directory.File("performance.md")});
  ASSERT_EQ(result.exit_status, 0) << result.err;
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("| `Health/Check` |"), HasSubstr("| `Ask` |"),
                    HasSubstr("| during an import |")));
  EXPECT_THAT(ReadFile(directory.File("load.json")),
              HasSubstr("\"documents_per_second\""));
  EXPECT_THAT(ReadFile(directory.File("performance.md")),
              AllOf(StartsWith("Before.\n<!-- load:begin -->\n"),
                    HasSubstr("| `Ask` |"), Not(HasSubstr("old\n")),
                    EndsWith("<!-- load:end -->\nBehind.\n")));
}

TEST(LoadTest, TellsWhatIsMissing) {
  const TemporaryDirectory directory;
  const ProgramResult result = Load({"--data=" + directory.path()});
  EXPECT_EQ(result.exit_status, 1);
  EXPECT_THAT(result.err, HasSubstr("corpus.jsonl"));
}

}  // namespace
}  // namespace footnote::testing
