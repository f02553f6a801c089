// The program as a shell runs it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "tests/client/program.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Runs the program to its end, with engines that need no other build.
ProgramResult Peers(std::vector<std::string> arguments) {
  return Program(arguments, {}, PEERS_PROGRAM).Wait();
}

ProgramResult Measure(std::vector<std::string> arguments) {
  arguments.insert(
      arguments.begin(),
      {"measure", "--warm-ups=1", "--rounds=2", "--slow-questions=2",
       "--threads=2", "--load-seconds=0.01", "--without=lucene,tantivy"});
  return Peers(arguments);
}

TEST(PeersTest, MeasuresAndReports) {
  const TemporaryDirectory directory;
  const ProgramResult measured =
      Measure({"--passages=200,400", "--questions=10",
               absl::StrCat("--out=", directory.File("peers.json"))});
  ASSERT_EQ(measured.exit_status, 0) << measured.err;
  EXPECT_THAT(measured.out,
              AllOf(HasSubstr("| Footnote |"), HasSubstr("| exact |"),
                    HasSubstr("| FTS5 (first 2 questions) |")));
  std::ofstream(directory.File("performance.md"))
      << "<!-- peers:begin -->\n<!-- peers:end -->\n";
  const ProgramResult reported =
      Peers({"report", directory.File("peers.json"),
             absl::StrCat("--docs=", directory.path())});
  ASSERT_EQ(reported.exit_status, 0) << reported.err;
  EXPECT_THAT(ReadFile(directory.File("performance.md")),
              HasSubstr("### 400 passages"));
}

TEST(PeersTest, TakesRealText) {
  const TemporaryDirectory directory;
  const std::filesystem::path examples = FOOTNOTE_EXAMPLES_DIR;
  std::filesystem::copy_file(examples / "corpus" / "news.jsonl",
                             directory.File("corpus.jsonl"));
  std::filesystem::copy_file(examples / "answers.jsonl",
                             directory.File("asked.jsonl"));
  const ProgramResult result = Measure(
      {absl::StrCat("--data=", directory.path()), "--question-file=asked.jsonl",
       absl::StrCat("--out=", directory.File("peers.json"))});
  EXPECT_EQ(result.exit_status, 0) << result.err;
}

TEST(PeersTest, PassesOverAPeerThatIsNotBuilt) {
  const TemporaryDirectory directory;
  const ProgramResult result =
      Peers({"measure", "--passages=100", "--questions=3", "--warm-ups=1",
             "--rounds=1", "--threads=1", "--load-seconds=0.01",
             "--without=tantivy,xapian", "--lucene=/no/such.jar",
             absl::StrCat("--out=", directory.File("peers.json"))});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("skipping Lucene"));
}

TEST(PeersTest, TellsWhatItCannotDo) {
  const TemporaryDirectory directory;
  EXPECT_EQ(Peers({"engine", "Sphinx", "build", "a", "b"}).exit_status, 1);
  EXPECT_NE(Peers({"measure", "--out=x"}).exit_status, 0);
  EXPECT_THAT(Peers({"report", "/no/such.json", "--docs=docs"}).err,
              HasSubstr("Cannot read /no/such.json"));
  EXPECT_THAT(Measure({"--data=/no/such",
                       absl::StrCat("--out=", directory.File("out"))})
                  .err,
              HasSubstr("/no/such"));
}

}  // namespace
}  // namespace footnote::testing
