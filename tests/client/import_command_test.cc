// `footnote import` and what reads documents back, as a shell sees them.

#include "client/import_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "client/import_batch.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "tests/client/fake_server.h"
#include "tests/client/program.h"
#include "tests/client/scratch_folder.h"

namespace footnote {
namespace {

using ::footnote::testing::FakeBehaviour;
using ::footnote::testing::FakeServer;
using ::footnote::testing::Program;
using ::footnote::testing::ProgramResult;
using ::footnote::testing::RichError;
using ::footnote::testing::RunProgram;
using ::footnote::testing::ScratchFolder;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Le;
using ::testing::StartsWith;

std::string Line(const std::string& id, const std::string& text) {
  return absl::StrCat("{\"id\":\"", id, "\",\"text\":\"", text, "\"}\n");
}

std::string ManyLines(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) lines += Line(absl::StrCat("d", i), "Text.");
  return lines;
}

class ImportTest : public ::testing::Test {
 protected:
  ProgramResult RunAgainst(const FakeServer& server,
                           std::vector<std::string> arguments,
                           const std::string& input = "") {
    arguments.insert(arguments.end(), {"--server", server.address()});
    return RunProgram(arguments, input);
  }

  ScratchFolder folder_;
};

TEST_F(ImportTest, SaysWhatBecameOfDocuments) {
  const FakeServer server;
  folder_.Write("a.jsonl", Line("one", "1") + Line("two", "2"));
  folder_.Write("b.txt", "Text.");
  folder_.Write("image.png", "x");
  ProgramResult result = RunAgainst(server, {"import", folder_.path()});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  EXPECT_THAT(result.out,
              StartsWith("3 added, 0 replaced, 0 unchanged, 0 refused in "));
  EXPECT_THAT(result.out, HasSubstr("1 skipped: "));
  folder_.Write("b.txt", "Other text.");
  result = RunAgainst(server, {"import", folder_.path()});
  EXPECT_THAT(result.out,
              StartsWith("0 added, 1 replaced, 2 unchanged, 0 refused in "));
  EXPECT_EQ(server.documents().at("b").text(), "Other text.");
}

TEST_F(ImportTest, RefusesByFileLineIdAndReason) {
  const FakeServer server;
  const std::string path = folder_.Write(
      "a.jsonl", Line("one", "1") + "{\"id\":\"two\"}\n" +
                     Line(std::string(129, 'x'), "3") + Line("four", "4"));
  const ProgramResult result =
      RunAgainst(server, {"import", path, folder_.path() + "/b.txt"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.out,
              StartsWith("2 added, 0 replaced, 0 unchanged, 3 refused in "));
  EXPECT_THAT(result.err, HasSubstr("refused " + path +
                                    ":2 (id two): `text` is missing\n"));
  EXPECT_THAT(result.err, HasSubstr(path + ":3 (id " + std::string(129, 'x') +
                                    "): `id` has more than 128 bytes\n"));
  EXPECT_THAT(result.err, HasSubstr("/b.txt: there is no such file\n"));
  EXPECT_EQ(server.documents().size(), 2u);
}

TEST_F(ImportTest, PrintsEachResultAsJson) {
  const FakeServer server;
  const ProgramResult result =
      RunAgainst(server, {"import", "-", "--output", "jsonl"},
                 Line("one", "1") + "{\"id\":\"two\",\"body\":\"x\"}\n");
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.out, HasSubstr("{\"documentId\":\"one\",\"outcome\":"
                                    "\"IMPORT_OUTCOME_ADDED\"}\n"));
  EXPECT_THAT(result.out, HasSubstr("{\"documentId\":\"two\",\"outcome\":"
                                    "\"IMPORT_OUTCOME_REFUSED\""));
  EXPECT_THAT(result.out, HasSubstr("standard input:2: unknown key `body`"));
  EXPECT_THAT(result.err, HasSubstr("1 added, 0 replaced"));
}

TEST_F(ImportTest, TellsWhereEveryRefusalStandsInJson) {
  const FakeServer server;
  const std::string path =
      folder_.Write("a.jsonl", Line(std::string(129, 'x'), "by the server"));
  const ProgramResult result =
      RunAgainst(server, {"import", path, "missing.txt", "--output", "jsonl"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.out, HasSubstr("\"message\":\"" + path + ":1: "));
  EXPECT_THAT(result.out,
              HasSubstr("\"message\":\"missing.txt: there is no such file"));
}

TEST_F(ImportTest, SendsBatchesOfBoundedSize) {
  const FakeServer server;
  const std::string big(900'000, 'x');
  const std::string path = folder_.Write(
      "a.jsonl", ManyLines(250) + Line("big1", big) + Line("big2", big));
  // Megabytes take long under ThreadSanitizer on a busy machine.
  const ProgramResult result =
      RunAgainst(server, {"import", path, "--timeout", "2m"});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  EXPECT_EQ(server.documents().size(), 252u);
  EXPECT_THAT(server.batch_sizes(), Each(Le(kMaxBatchDocuments)));
  EXPECT_LE(server.batch_sizes().size(), 8u);
}

TEST_F(ImportTest, SendsWhatIsThereWhileMoreIsToCome) {
  absl::Notification imported;
  FakeBehaviour behaviour;
  behaviour.before_import = [&imported](const v1::ImportDocumentsRequest&) {
    imported.Notify();
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  Program program({"import", "-", "--server", server.address()});
  program.Write(Line("one", "1"));
  EXPECT_TRUE(imported.WaitForNotificationWithTimeout(absl::Seconds(30)));
  EXPECT_THAT(program.Wait().out, StartsWith("1 added"));
}

TEST_F(ImportTest, SendsAgainWhatABrokenStreamDidNotAcknowledge) {
  std::atomic<int> requests = 0;
  FakeBehaviour behaviour;
  behaviour.before_import = [&requests](const v1::ImportDocumentsRequest&) {
    const int number = ++requests;
    return number % 3 == 0
               ? grpc::Status(grpc::StatusCode::UNAVAILABLE, "broken")
               : grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  const ProgramResult result =
      RunAgainst(server, {"import", folder_.Write("a.jsonl", ManyLines(1000))});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  EXPECT_EQ(server.documents().size(), 1000u);
  EXPECT_GT(requests, 10);
}

TEST_F(ImportTest, WaitsForAServerThatIsBusy) {
  std::atomic<int> requests = 0;
  FakeBehaviour behaviour;
  behaviour.before_import = [&requests](const v1::ImportDocumentsRequest&) {
    if (++requests % 3 != 0) return grpc::Status::OK;
    google::rpc::Status busy;
    busy.set_code(grpc::StatusCode::RESOURCE_EXHAUSTED);
    busy.add_details()->PackFrom(google::rpc::RetryInfo());
    return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "full",
                        busy.SerializeAsString());
  };
  const FakeServer server(behaviour);
  const ProgramResult result =
      RunAgainst(server, {"import", folder_.Write("a.jsonl", ManyLines(1000))});
  EXPECT_EQ(result.exit_status, 0) << result.err;
  EXPECT_EQ(server.documents().size(), 1000u);
}

TEST_F(ImportTest, GivesUpOnAServerThatStaysAway) {
  FakeBehaviour behaviour;
  behaviour.before_import = [](const v1::ImportDocumentsRequest&) {
    return grpc::Status(grpc::StatusCode::UNAVAILABLE, "broken");
  };
  const FakeServer server(behaviour);
  const ProgramResult result =
      RunAgainst(server, {"import", "-"}, Line("one", "1"));
  EXPECT_EQ(result.exit_status, 3);
  EXPECT_THAT(result.err, HasSubstr("run the same command again: what was "
                                    "imported is kept"));
  EXPECT_THAT(result.out, StartsWith("0 added"));
}

TEST_F(ImportTest, EndsWhenTheServerRefusesTheStream) {
  FakeBehaviour behaviour;
  behaviour.before_import = [](const v1::ImportDocumentsRequest&) {
    return RichError(grpc::StatusCode::RESOURCE_EXHAUSTED, "the disk is full",
                     "STORAGE_FULL");
  };
  const FakeServer server(behaviour);
  const ProgramResult result =
      RunAgainst(server, {"import", "-"}, Line("one", "1"));
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.err, HasSubstr("footnote: the disk is full"));
}

TEST_F(ImportTest, DoesNotWaitForeverForAnAcknowledgement) {
  absl::Notification ended;
  FakeBehaviour behaviour;
  behaviour.before_import = [&ended](const v1::ImportDocumentsRequest&) {
    ended.WaitForNotification();
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  const ProgramResult result = RunAgainst(
      server, {"import", "-", "--timeout", "200ms"}, Line("one", "1"));
  ended.Notify();
  EXPECT_EQ(result.exit_status, 3);
  EXPECT_THAT(result.err, HasSubstr("did not finish in time"));
}

TEST_F(ImportTest, StopsReadingAfterAnInterrupt) {
  absl::Notification imported;
  FakeBehaviour behaviour;
  behaviour.before_import = [&imported](const v1::ImportDocumentsRequest&) {
    imported.Notify();
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  Program program({"import", "-", "--server", server.address()});
  program.Write(Line("one", "1"));
  ASSERT_TRUE(imported.WaitForNotificationWithTimeout(absl::Seconds(30)));
  program.Signal(SIGINT);
  EXPECT_THAT(program.ReadLine(), StartsWith("1 added"));
  const ProgramResult result = program.Wait();
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.err, HasSubstr("interrupted"));
}

TEST_F(ImportTest, ReadsDocumentsBack) {
  const FakeServer server;
  const std::string text = "\xEF\xBB\xBF One\r\n\x1b[31mtwo";
  folder_.Write("a.txt", text);
  ASSERT_EQ(RunAgainst(server, {"import", folder_.path()}).exit_status, 0);
  ProgramResult result = RunAgainst(server, {"get", "a"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.out, text);
  EXPECT_THAT(result.err, StartsWith("id        a\n"));
  result = RunAgainst(server, {"get", "b"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_EQ(result.err, "footnote: there is no such document\n");
}

TEST_F(ImportTest, ListsPageByPage) {
  const FakeServer server;
  ASSERT_EQ(RunAgainst(server, {"import", "-"}, ManyLines(5)).exit_status, 0);
  ProgramResult result = RunAgainst(server, {"list", "--page-size", "2"});
  EXPECT_EQ(result.out,
            "d0  -  0 B\nd1  -  0 B\nd2  -  0 B\nd3  -  0 B\nd4  -  0 B\n");
  result =
      RunAgainst(server, {"list", "--page-size", "2", "--output", "jsonl"});
  EXPECT_THAT(result.out, HasSubstr("\"nextPageToken\":\"d1\""));
  EXPECT_EQ(result.out.find("d2"), std::string::npos);
  result = RunAgainst(server, {"list", "--page-size", "2", "--page-token", "d3",
                               "--output", "jsonl"});
  EXPECT_THAT(result.out, HasSubstr("\"id\":\"d4\""));
  result = RunAgainst(
      server, {"list", "--page-size", "2", "--output", "jsonl", "--all"});
  EXPECT_THAT(result.out, HasSubstr("\"id\":\"d4\""));
}

TEST_F(ImportTest, Deletes) {
  const FakeServer server;
  ASSERT_EQ(RunAgainst(server, {"import", "-"}, ManyLines(2)).exit_status, 0);
  const ProgramResult result = RunAgainst(server, {"delete", "d1", "none"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.out, "deleted  d1\nmissing  none\n");
  EXPECT_EQ(server.documents().size(), 1u);
}

}  // namespace
}  // namespace footnote
