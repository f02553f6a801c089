// The real server is told to stop in the middle of its work.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
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

// All kinds of work for a server. Every client that is turned away comes back
// at once, until Finish().
class Load {
 public:
  Load(const ServerProcess& server, Ledger* ledger, unsigned seed)
      : ledger_(ledger), editor_(server.Channel(), ledger, seed) {
    for (unsigned i = 0; i < kAskers; ++i) {
      askers_.push_back(
          std::make_unique<Asker>(server.Channel(), "a", seed * 100 + i));
    }
    threads_.emplace_back([this] { Edit(); });
    for (const auto& asker : askers_) {
      threads_.emplace_back([this, &asker] { Ask(asker.get()); });
    }
  }

  ~Load() { Finish(); }

  // Waits until the clients have given up; the server must have gone.
  void Finish() {
    stop_ = true;
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  // What was wrong: calls that ended otherwise than they may, and untrue
  // citations.
  std::vector<std::string> Violations() const {
    std::vector<std::string> all = violations_;
    for (const auto& asker : askers_) {
      all.insert(all.end(), asker->violations().begin(),
                 asker->violations().end());
    }
    return all;
  }

 private:
  // Goes on where it is known that what was sent has changed nothing.
  void Edit() {
    FailedCall call;
    while (!stop_) {
      call = editor_.Run(stop_);
      if (ReasonOf(call.status) != "NOT_SERVING") break;
      ledger_->GiveUp();
    }
    Note(call);
  }

  void Ask(Asker* asker) {
    while (!stop_) Note(asker->Run(stop_));
  }

  void Note(const FailedCall& call) {
    const grpc::StatusCode code = call.status.error_code();
    if (code == grpc::OK || code == grpc::UNAVAILABLE) return;
    const std::lock_guard<std::mutex> lock(mutex_);
    violations_.push_back(absl::StrCat(call.method, " ended in ", code, ": ",
                                       call.status.error_message()));
  }

  std::atomic<bool> stop_ = false;
  Ledger* const ledger_;
  Editor editor_;
  std::vector<std::unique_ptr<Asker>> askers_;
  std::mutex mutex_;
  std::vector<std::string> violations_;
  std::vector<std::thread> threads_;
};

// Compares what is stored with the ledger.
void Audit(const ServerProcess& server, Ledger* ledger) {
  std::map<std::string, v1::Document> stored;
  ASSERT_TRUE(ReadAll(server.Channel(), &stored).ok());
  EXPECT_THAT(ledger->Audit(stored), IsEmpty());
}

TEST(ShutdownTest, EndsEveryRequestAndThenItself) {
  const int rounds = FromEnvironment("FOOTNOTE_STOP_ROUNDS", 5);
  const TemporaryDirectory directory;
  Ledger ledger('a');
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(absl::StrCat("round ", round));
    ServerProcess server(directory.path());
    ASSERT_FALSE(server.address().empty()) << server.Wait().err;
    Audit(server, &ledger);
    Load load(server, &ledger, static_cast<unsigned>(round) + 1);
    // Any moment will do: this is no wait for something.
    std::this_thread::sleep_for(std::chrono::milliseconds(37 * (round % 10)));
    const absl::Time begin = absl::Now();
    const ProgramResult stopped = server.Stop();
    EXPECT_LE(absl::Now() - begin, kMostToStop);
    EXPECT_EQ(stopped.exit_status, 0) << stopped.err;
    load.Finish();
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
  }
  // The log is folded into the file, which is all there is to copy.
  EXPECT_FALSE(
      std::filesystem::exists(directory.File("default.footnote.db-wal")));
  Program check({"--check", directory.path()}, {}, FOOTNOTED_PROGRAM);
  const ProgramResult checked = check.Wait();
  EXPECT_EQ(checked.exit_status, 0) << checked.out;
  ServerProcess server(directory.path());
  ASSERT_FALSE(server.address().empty()) << server.Wait().err;
  Audit(server, &ledger);
}

}  // namespace
}  // namespace footnote::testing
