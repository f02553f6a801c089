// The real server is told to stop in the middle of its work.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "tests/end_to_end/server_process.h"
#include "tests/faults/from_environment.h"
#include "tests/faults/ledger.h"
#include "tests/faults/workload.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using ::testing::IsEmpty;

constexpr int kAskers = 6;
constexpr absl::Duration kMostToStop = absl::Seconds(10);

// A server with all kinds of work, and how that ended.
class Load {
 public:
  explicit Load(const ServerProcess& server, Ledger* ledger, unsigned seed)
      : editor_(server.Channel(), ledger, seed) {
    for (unsigned i = 0; i < kAskers; ++i) {
      askers_.push_back(
          std::make_unique<Asker>(server.Channel(), "a", seed * 100 + i));
    }
    failed_.resize(kAskers + 1);
    threads_.emplace_back([this] { failed_[kAskers] = editor_.Run(stop_); });
    for (size_t i = 0; i < askers_.size(); ++i) {
      threads_.emplace_back([this, i] { failed_[i] = askers_[i]->Run(stop_); });
    }
  }

  // Waits until the clients have all been turned away.
  std::vector<FailedCall> Join() {
    for (std::thread& thread : threads_) thread.join();
    return failed_;
  }

  std::vector<std::string> Violations() const {
    std::vector<std::string> all;
    for (const auto& asker : askers_) {
      all.insert(all.end(), asker->violations().begin(),
                 asker->violations().end());
    }
    return all;
  }

 private:
  const std::atomic<bool> stop_ = false;
  Editor editor_;
  std::vector<std::unique_ptr<Asker>> askers_;
  std::vector<FailedCall> failed_;
  std::vector<std::thread> threads_;
};

TEST(ShutdownTest, EndsEveryRequestAndThenItself) {
  const int rounds = FromEnvironment("FOOTNOTE_STOP_ROUNDS", 5);
  const TemporaryDirectory directory;
  Ledger ledger('a');
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(absl::StrCat("round ", round));
    ServerProcess server(directory.path());
    ASSERT_FALSE(server.address().empty()) << server.Wait().err;
    std::map<std::string, v1::Document> stored;
    ASSERT_TRUE(ReadAll(server.Channel(), &stored).ok());
    ASSERT_THAT(ledger.Audit(stored), IsEmpty());

    Load load(server, &ledger, static_cast<unsigned>(round) + 1);
    // Any moment will do: this is no wait for something.
    std::this_thread::sleep_for(std::chrono::milliseconds(37 * (round % 10)));
    const absl::Time begin = absl::Now();
    const ProgramResult stopped = server.Stop();
    EXPECT_LE(absl::Now() - begin, kMostToStop);
    EXPECT_EQ(stopped.exit_status, 0) << stopped.err;
    for (const FailedCall& call : load.Join()) {
      EXPECT_EQ(call.status.error_code(), grpc::StatusCode::UNAVAILABLE)
          << call.method << ": " << call.status.error_message();
    }
    EXPECT_THAT(load.Violations(), IsEmpty());
  }
}

TEST(ShutdownTest, LeavesItsFilesWhole) {
  const TemporaryDirectory directory;
  Ledger ledger('a');
  {
    ServerProcess server(directory.path());
    ASSERT_FALSE(server.address().empty()) << server.Wait().err;
    Load load(server, &ledger, 1);
    while (ledger.acknowledgements() < 20) std::this_thread::yield();
    EXPECT_EQ(server.Stop().exit_status, 0);
    load.Join();
  }
  // The log is folded into the file, which is all there is to copy.
  EXPECT_FALSE(
      std::filesystem::exists(directory.File("default.footnote.db-wal")));
  Program check({"--check", directory.path()}, {}, FOOTNOTED_PROGRAM);
  const ProgramResult checked = check.Wait();
  EXPECT_EQ(checked.exit_status, 0) << checked.out;
}

}  // namespace
}  // namespace footnote::testing
