// The model file that the server starts with, and what it tells of it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_replace.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::ProgramResult;
using testing::ServerProcess;
using testing::TemporaryDirectory;

constexpr int kCannotStart = 1;

const char kModel[] =
    "footnote-model 1\ncreated 2026-02-28\nseed 1\ncommand test\n"
    "training-sets 0\nmin-confidence 0.5\ncalibration 1\npoint 0 0.5\n"
    "ranker 0 0\ndecision 0 0\nend\n";

class ModelFileStatusTest : public ::testing::Test {
 protected:
  // Writes a file and returns its path.
  std::string Write(const std::string& text) {
    std::ofstream(directory_.File("model")) << text;
    return directory_.File("model");
  }

  // Returns what the client tells of a server that is started so.
  std::string Status(const std::vector<std::string>& arguments,
                     const std::vector<std::string>& environment = {}) {
    ServerProcess server(directory_.File("data"), arguments, environment);
    const ProgramResult status = server.Footnote({"status"});
    EXPECT_EQ(status.exit_status, 0) << status.err;
    return status.out;
  }

  // Returns what a server says that does not start.
  std::string Refusal(const std::string& model) {
    ServerProcess server(directory_.File("data"), {"--model", model});
    EXPECT_EQ(server.address(), "");
    const ProgramResult result = server.Wait();
    EXPECT_EQ(result.exit_status, kCannotStart);
    return result.err;
  }

  const TemporaryDirectory directory_;
};

TEST_F(ModelFileStatusTest, IsTheOneInstalledUnlessAnotherIsNamed) {
  EXPECT_THAT(Status({}), HasSubstr("\nranking model: learned, of "));
  const std::string path = Write(kModel);
  EXPECT_THAT(Status({"--model", path}),
              HasSubstr("\nranking model: learned, of 2026-02-28, sha256 "));
  EXPECT_THAT(Status({}, {"FOOTNOTE_MODEL=" + path}),
              HasSubstr("\nranking model: learned, of 2026-02-28, sha256 "));
  EXPECT_THAT(Status({"--model", "none"}),
              HasSubstr("\nranking model: plain\n"));
}

TEST_F(ModelFileStatusTest, IsNotTakenIfItIsDamagedOrMissing) {
  const std::string path =
      Write(absl::StrReplaceAll(kModel, {{"seed 1", "seed one"}}));
  EXPECT_THAT(Refusal(path),
              AllOf(HasSubstr(path + " is damaged or of another version: "
                                     "Line 3: the seed must be"),
                    HasSubstr("--model none")));
  EXPECT_THAT(Refusal(directory_.File("missing")),
              AllOf(HasSubstr(directory_.File("missing") + " can't be read"),
                    HasSubstr("--model none")));
}

}  // namespace
}  // namespace footnote
