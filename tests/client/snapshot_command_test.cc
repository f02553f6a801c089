// `snapshot`, as a shell sees it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "client/checksum.h"
#include "tests/client/fake_server.h"
#include "tests/client/program.h"
#include "tests/client/scratch_folder.h"
#include "tests/testing/file_bytes.h"

namespace footnote {
namespace {

using ::footnote::testing::FakeBehaviour;
using ::footnote::testing::FakeServer;
using ::footnote::testing::Program;
using ::footnote::testing::ProgramResult;
using ::footnote::testing::ReadFile;
using ::footnote::testing::RichError;
using ::footnote::testing::RunProgram;
using ::footnote::testing::ScratchFolder;
using ::testing::HasSubstr;

using Writer = grpc::ServerWriter<v1::CreateSnapshotResponse>;

void WriteHeader(const std::string& bytes, Writer* writer) {
  v1::CreateSnapshotResponse part;
  part.mutable_header()->set_corpus("default");
  part.mutable_header()->set_corpus_revision(7);
  part.mutable_header()->set_size_bytes(bytes.size());
  part.mutable_header()->set_sha256(Checksum::Of(bytes));
  writer->Write(part);
}

void WriteChunk(const std::string& bytes, Writer* writer) {
  v1::CreateSnapshotResponse part;
  part.set_chunk(bytes);
  writer->Write(part);
}

class SnapshotCommandTest : public ::testing::Test {
 protected:
  // Runs against a server that does `snapshot`.
  template <typename Snapshot>
  ProgramResult Run(Snapshot snapshot,
                    const std::vector<std::string>& arguments = {}) {
    FakeBehaviour behaviour;
    behaviour.snapshot = snapshot;
    const FakeServer server(behaviour);
    std::vector<std::string> all = {"snapshot", "--to", path_, "--server",
                                    server.address()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return RunProgram(all);
  }

  // Returns how many files there are, temporary ones too.
  int Files() const {
    const std::filesystem::directory_iterator files(folder_.path());
    return static_cast<int>(std::distance(begin(files), end(files)));
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_.path() + "/copy";
};

grpc::Status Good(const v1::CreateSnapshotRequest&, Writer* writer) {
  WriteHeader("one two", writer);
  WriteChunk("one ", writer);
  WriteChunk("two", writer);
  return grpc::Status::OK;
}

TEST_F(SnapshotCommandTest, WritesWhatItReceives) {
  std::string corpus;
  const ProgramResult result = Run(
      [&corpus](const v1::CreateSnapshotRequest& request, Writer* writer) {
        corpus = request.corpus();
        return Good(request, writer);
      },
      {"--corpus", "news"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.out,
            absl::StrCat("revision 7\nsize     7 bytes (7 B)\nsha256   ",
                         Checksum::Of("one two"), "\n"));
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(ReadFile(path_), "one two");
  EXPECT_EQ(Files(), 1);
  EXPECT_EQ(corpus, "news");
}

TEST_F(SnapshotCommandTest, PrintsTheHeaderAsJson) {
  const ProgramResult result = Run(Good, {"--output", "jsonl"});
  EXPECT_THAT(result.out, HasSubstr("\"corpusRevision\":\"7\",\"sizeBytes\":"
                                    "\"7\",\"sha256\":\""));
}

TEST_F(SnapshotCommandTest, ReplacesAFileOnlyIfToldTo) {
  folder_.Write("copy", "old");
  ProgramResult result = Run(Good);
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.err, HasSubstr("--force replaces it"));
  EXPECT_EQ(ReadFile(path_), "old");
  result = Run(Good, {"--force"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(ReadFile(path_), "one two");
  EXPECT_EQ(Files(), 1);
}

TEST_F(SnapshotCommandTest, KeepsNothingOfACopyThatFailed) {
  const struct {
    grpc::Status (*snapshot)(const v1::CreateSnapshotRequest&, Writer*);
    const char* complaint;
  } kCases[] = {
      {[](const v1::CreateSnapshotRequest&, Writer* writer) {
         WriteHeader("one two", writer);
         WriteChunk("one ", writer);
         return RichError(grpc::StatusCode::RESOURCE_EXHAUSTED,
                          "the disk is full", "STORAGE_FULL");
       },
       "the disk is full"},
      {[](const v1::CreateSnapshotRequest&, Writer* writer) {
         WriteHeader("one two", writer);
         WriteChunk("one ", writer);
         return grpc::Status::OK;
       },
       "it is shorter"},
      {[](const v1::CreateSnapshotRequest&, Writer* writer) {
         WriteHeader("one two", writer);
         WriteChunk("one two!", writer);
         return grpc::Status::OK;
       },
       "it is longer"},
      {[](const v1::CreateSnapshotRequest&, Writer* writer) {
         WriteHeader("one two", writer);
         WriteChunk("one 2wo", writer);
         return grpc::Status::OK;
       },
       "its SHA-256 is another"},
      {[](const v1::CreateSnapshotRequest&, Writer*) {
         return grpc::Status::OK;
       },
       "there is no header"},
      {[](const v1::CreateSnapshotRequest&, Writer* writer) {
         WriteChunk("one two", writer);
         return grpc::Status::OK;
       },
       "it is not one header and then bytes"},
      {[](const v1::CreateSnapshotRequest&, Writer* writer) {
         WriteHeader("one two", writer);
         WriteHeader("one two", writer);
         return grpc::Status::OK;
       },
       "it is not one header and then bytes"},
  };
  folder_.Write("copy", "old");
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.complaint);
    const ProgramResult result = Run(c.snapshot, {"--force"});
    EXPECT_EQ(result.exit_status, 4);
    EXPECT_EQ(result.out, "");
    EXPECT_THAT(result.err, HasSubstr(c.complaint));
    EXPECT_EQ(ReadFile(path_), "old");
    EXPECT_EQ(Files(), 1);
  }
}

TEST_F(SnapshotCommandTest, GivesUpWhenAMessageIsLate) {
  absl::Notification ended;
  FakeBehaviour behaviour;
  behaviour.snapshot = [&ended](const v1::CreateSnapshotRequest&,
                                Writer* writer) {
    WriteHeader("one two", writer);
    ended.WaitForNotification();
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  const ProgramResult result =
      RunProgram({"snapshot", "--to", path_, "--server", server.address(),
                  "--timeout", "100ms"});
  ended.Notify();
  EXPECT_EQ(result.exit_status, 3);
  EXPECT_THAT(result.err, HasSubstr("allow more with --timeout"));
  EXPECT_EQ(Files(), 0);
}

TEST_F(SnapshotCommandTest, BreaksOffCleanly) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    SCOPED_TRACE(signal);
    absl::Notification begun;
    absl::Notification ended;
    FakeBehaviour behaviour;
    behaviour.snapshot = [&](const v1::CreateSnapshotRequest&, Writer* writer) {
      WriteHeader("one two", writer);
      begun.Notify();
      ended.WaitForNotification();
      return grpc::Status::OK;
    };
    const FakeServer server(behaviour);
    Program program({"snapshot", "--to", path_, "--server", server.address(),
                     "--timeout", "60s"});
    begun.WaitForNotification();
    program.Signal(signal);
    const ProgramResult result = program.Wait();
    ended.Notify();
    EXPECT_EQ(result.exit_status, 4);
    EXPECT_THAT(result.err, HasSubstr("interrupted; nothing was written"));
    EXPECT_EQ(Files(), 0);
  }
}

TEST_F(SnapshotCommandTest, NeedsAServerAndAPlace) {
  ProgramResult result =
      RunProgram({"snapshot", "--to", path_, "--server", "127.0.0.1:1"});
  EXPECT_EQ(result.exit_status, 3);
  EXPECT_THAT(result.err, HasSubstr("no server reached"));
  EXPECT_EQ(Files(), 0);
  result = RunProgram({"snapshot", "--to", folder_.path() + "/none/copy"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.err, HasSubstr("cannot create a file beside"));
}

}  // namespace
}  // namespace footnote
