// `corpora`, as a shell sees it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/client/fake_server.h"
#include "tests/client/program.h"

namespace footnote {
namespace {

using ::footnote::testing::FakeServer;
using ::footnote::testing::ProgramResult;
using ::footnote::testing::RunProgram;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class CorporaCommandsTest : public ::testing::Test {
 protected:
  ProgramResult Run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "corpora");
    arguments.insert(arguments.end(), {"--server", server_.address()});
    return RunProgram(arguments);
  }

  FakeServer server_;
};

TEST_F(CorporaCommandsTest, ListsEveryPage) {
  for (const char* name : {"a", "b", "c", "d", "e"}) Run({"create", name});
  const std::string all = "a  0 B\nb  0 B\nc  0 B\nd  0 B\ne  0 B\n";
  EXPECT_EQ(Run({}).out, all);
  EXPECT_EQ(Run({"list"}).out, all);
  const ProgramResult json = Run({"list", "--output", "jsonl"});
  EXPECT_EQ(json.exit_status, 0);
  EXPECT_EQ(std::count(json.out.begin(), json.out.end(), '\n'), 3);
}

TEST_F(CorporaCommandsTest, CreatesDescribesAndDeletes) {
  ProgramResult result = Run({"create", "news", "--revisions-kept", "7"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_THAT(result.out, StartsWith("created corpus news: revision 0, "));
  EXPECT_THAT(result.out, HasSubstr("7 versions of a document kept"));
  result = Run({"create", "news"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_EQ(result.err, "footnote: there is a corpus of that name\n");
  result = Run({"get", "news", "--output", "jsonl"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_THAT(result.out, StartsWith("{\"corpus\":{\"corpus\":\"news\","));
  EXPECT_EQ(Run({"delete", "news"}).exit_status, 4);
  result = Run({"delete", "news", "--force", "--dry-run"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_THAT(result.out, StartsWith("would delete corpus news: "));
  result = Run({"delete", "news", "--force"});
  EXPECT_THAT(result.out, StartsWith("deleted corpus news: "));
  result = Run({"get", "news", "--output", "jsonl"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.out, HasSubstr("\"reason\":\"CORPUS_NOT_FOUND\""));
}

}  // namespace
}  // namespace footnote
