// The disk of the data directory fills while the real server works on it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <string>
#include <thread>

#include "tests/end_to_end/server_process.h"
#include "tests/faults/ledger.h"
#include "tests/faults/small_disk.h"
#include "tests/faults/workload.h"

namespace footnote::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int kSmallKilobytes = 3000;
constexpr int kLargeKilobytes = 64000;

class DiskFullTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (disk_.path().empty()) GTEST_SKIP() << disk_.error();
  }

  void ExpectNothingLost(const ServerProcess& server) {
    std::map<std::string, v1::Document> stored;
    const grpc::Status status = ReadAll(server.Channel(), &stored);
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_THAT(ledger_.Audit(stored), IsEmpty());
  }

  // Changes the corpus until that fails, and expects that there is no room.
  void ExpectNoRoom(const ServerProcess& server) {
    const std::atomic<bool> never = false;
    const FailedCall call =
        Editor(server.Channel(), &ledger_, seed_++).Run(never);
    EXPECT_EQ(call.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED)
        << call.method << ": " << call.status.error_message();
    EXPECT_EQ(ReasonOf(call.status), "STORAGE_FULL");
    EXPECT_THAT(call.status.error_message(), HasSubstr("free some space"));
    ledger_.GiveUp();  // What is refused has changed nothing.
  }

  // Changes the corpus some hundred times, which has to succeed.
  void ExpectRoom(const ServerProcess& server) {
    const int before = ledger_.acknowledgements();
    std::atomic<bool> stop = false;
    std::thread editing([&] {
      const FailedCall call =
          Editor(server.Channel(), &ledger_, seed_++).Run(stop);
      EXPECT_TRUE(call.status.ok()) << call.status.error_message();
      stop = true;
    });
    const auto progress = [&] { return ledger_.acknowledgements() - before; };
    while (!stop && progress() < 100) std::this_thread::yield();
    stop = true;
    editing.join();
    EXPECT_GE(progress(), 100);
  }

  SmallDisk disk_{kSmallKilobytes};
  Ledger ledger_{'a'};
  unsigned seed_ = 1;
};

TEST_F(DiskFullTest, RefusesChangesAnswersOnAndRecovers) {
  ServerProcess server(disk_.path() + "/data");
  ASSERT_FALSE(server.address().empty()) << server.Wait().err;
  std::atomic<bool> stop = false;
  Asker asker(server.Channel(), "a", 99);
  FailedCall failed;
  std::thread asking([&] { failed = asker.Run(stop); });

  ExpectNoRoom(server);
  ExpectNothingLost(server);
  disk_.Fill();
  ExpectNoRoom(server);
  ExpectNothingLost(server);
  disk_.Resize(kLargeKilobytes);
  ExpectRoom(server);
  ExpectNothingLost(server);

  stop = true;
  asking.join();
  EXPECT_TRUE(failed.status.ok()) << failed.status.error_message();
  EXPECT_THAT(asker.violations(), IsEmpty());
  EXPECT_GT(asker.answers(), 10);
  EXPECT_EQ(server.Stop().exit_status, 0);
  Program check({"--check", disk_.path() + "/data"}, {}, FOOTNOTED_PROGRAM);
  EXPECT_EQ(check.Wait().exit_status, 0);
}

TEST_F(DiskFullTest, StartsAgainOnAFullDisk) {
  {
    ServerProcess server(disk_.path() + "/data");
    ASSERT_FALSE(server.address().empty()) << server.Wait().err;
    ExpectNoRoom(server);
    disk_.Fill();
    server.Kill();
  }
  ServerProcess server(disk_.path() + "/data");
  ASSERT_FALSE(server.address().empty()) << server.Wait().err;
  ExpectNothingLost(server);
  ExpectNoRoom(server);
  disk_.Resize(kLargeKilobytes);
  ExpectRoom(server);
  ExpectNothingLost(server);
}

TEST_F(DiskFullTest, ASnapshotThatDoesNotFitLeavesNothing) {
  ServerProcess server(disk_.path() + "/data");
  ASSERT_FALSE(server.address().empty()) << server.Wait().err;
  ExpectNoRoom(server);
  disk_.Fill();
  grpc::ClientContext context;
  const auto stream = v1::CorpusService::NewStub(server.Channel())
                          ->CreateSnapshot(&context, {});
  v1::CreateSnapshotResponse part;
  EXPECT_FALSE(stream->Read(&part));
  const grpc::Status status = stream->Finish();
  EXPECT_EQ(status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED)
      << status.error_message();
  EXPECT_EQ(ReasonOf(status), "STORAGE_FULL");
  for (const auto& entry :
       std::filesystem::directory_iterator(disk_.path() + "/data")) {
    EXPECT_THAT(entry.path().filename().string(),
                ::testing::Not(HasSubstr("snapshot")));
  }
  ExpectNothingLost(server);
}

}  // namespace
}  // namespace footnote::testing
