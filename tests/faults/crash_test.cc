// The real server is killed again and again in the middle of its work, by a
// signal and by a loss of power, and nothing that it acknowledged may be lost.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <iostream>
#include <iterator>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/end_to_end/server_process.h"
#include "tests/faults/disk.h"
#include "tests/faults/facts.h"
#include "tests/faults/from_environment.h"
#include "tests/faults/ledger.h"
#include "tests/faults/workload.h"

namespace footnote::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

constexpr int kMostMilliseconds = 250;  // That a server may work until killed.
constexpr int kQuestionsOfAnAudit = 6;

// A corpus whose server is made to work, killed and looked at, round by round.
class CrashTrial {
 public:
  explicit CrashTrial(std::mt19937::result_type seed) : random_(seed) {}

  // Lets the server work and kills it: the process, or, every other time, the
  // power with it. Adds to violations().
  void KillInMidWork(Syncs syncs, bool with_power) {
    disk_.SyncAll();
    ServerProcess server(
        disk_.path(), {},
        with_power ? disk_.Environment(syncs) : std::vector<std::string>());
    if (!IsServing(server)) return;
    Work(server);
    if (with_power) disk_.LosePower(DrawKept(), random_);
  }

  // Checks the files, then what the server gives out. Adds to violations().
  void Audit() {
    Program check({"--check", disk_.path()}, {}, FOOTNOTED_PROGRAM);
    const ProgramResult checked = check.Wait();
    if (checked.exit_status != 0) Note(checked.out + checked.err);
    ServerProcess server(disk_.path());
    if (!IsServing(server)) return;
    std::map<std::string, v1::Document> stored;
    const grpc::Status status = ReadAll(server.Channel(), &stored);
    if (!status.ok()) Note("reading: " + status.error_message());
    for (Ledger* ledger : {&a_, &b_}) {
      for (const std::string& what : ledger->Audit(stored)) Note(what);
    }
    AskAbout(stored, server);
    server.Stop();
  }

  const std::vector<std::string>& violations() const { return violations_; }
  int acknowledgements() const {
    return a_.acknowledgements() + b_.acknowledgements();
  }
  int answers() const { return answers_; }

 private:
  void Note(std::string violation) {
    violations_.push_back(std::move(violation));
  }

  bool IsServing(ServerProcess& server) {
    if (!server.address().empty()) return true;
    Note("the server does not start: " + server.Wait().err);
    return false;
  }

  void Work(ServerProcess& server) {
    const std::atomic<bool> stop = false;
    Editor editor_a(server.Channel(), &a_, random_());
    Editor editor_b(server.Channel(), &b_, random_());
    Asker asker(server.Channel(), "ab", random_());
    std::vector<std::thread> threads;
    threads.emplace_back([&] { NoteUnlessGone(editor_a.Run(stop)); });
    threads.emplace_back([&] { NoteUnlessGone(editor_b.Run(stop)); });
    threads.emplace_back([&] { NoteUnlessGone(asker.Run(stop)); });
    // Any moment will do: this is no wait for something.
    std::this_thread::sleep_for(
        std::chrono::microseconds(random_() % (kMostMilliseconds * 1000)));
    server.Kill();
    for (std::thread& thread : threads) thread.join();
    for (const std::string& what : asker.violations()) Note(what);
    answers_ += asker.answers();
  }

  void NoteUnlessGone(const FailedCall& call) {
    if (call.status.error_code() == grpc::StatusCode::UNAVAILABLE) return;
    const std::lock_guard<std::mutex> lock(mutex_);
    Note(absl::StrCat(call.method, " ended in ", call.status.error_code(), ": ",
                      call.status.error_message()));
  }

  // Nothing, all, or some of what was not synced survives.
  double DrawKept() {
    constexpr double kKept[] = {0, 0.1, 0.5, 0.9, 1};
    return kKept[random_() % std::size(kKept)];
  }

  void AskAbout(const std::map<std::string, v1::Document>& stored,
                const ServerProcess& server) {
    Asker asker(server.Channel(), "ab", random_());
    for (int i = 0; i < kQuestionsOfAnAudit; ++i) {
      const char owner = random_() % 2 == 0 ? 'a' : 'b';
      const int number = static_cast<int>(random_() % kDocumentsOfAnOwner);
      const std::string id = FactDocument(owner, number, 1).id();
      std::string cited;
      const grpc::Status status = asker.Ask(owner, number, &cited);
      if (!status.ok()) Note("asking: " + status.error_message());
      if (stored.count(id) == 1 && cited != id) {
        Note(absl::StrCat("asked about ", id, ", cited \"", cited, "\""));
      }
    }
    for (const std::string& what : asker.violations()) Note(what);
    answers_ += asker.answers();
  }

  Disk disk_;
  std::mt19937 random_;
  Ledger a_{'a'};
  Ledger b_{'b'};
  std::mutex mutex_;
  std::vector<std::string> violations_;
  int answers_ = 0;
};

TEST(CrashTest, LosesNothingThatWasAcknowledged) {
  const int rounds = FromEnvironment("FOOTNOTE_CRASH_ROUNDS", 20);
  const int seed = FromEnvironment("FOOTNOTE_FAULT_SEED", 20250131);
  CrashTrial trial(static_cast<std::mt19937::result_type>(seed));
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(absl::StrCat("round ", round, " of seed ", seed));
    trial.KillInMidWork(Syncs::kHonest, /*with_power=*/round % 2 == 1);
    trial.Audit();
    ASSERT_THAT(trial.violations(), IsEmpty());
  }
  std::cout << rounds << " kills, " << trial.acknowledgements()
            << " acknowledgements, " << trial.answers()
            << " answers, 0 violations" << std::endl;
  // The long form has to mean something; the short one runs on busy machines.
  EXPECT_GE(trial.acknowledgements(), rounds >= 2000 ? 10'000 : rounds);
  EXPECT_GE(trial.answers(), rounds);
}

// The control: were it not for the syncs, the trial would notice.
TEST(CrashTest, NoticesWhenNothingIsDurable) {
  CrashTrial trial(7);
  for (int round = 0; round < 10 && trial.violations().empty(); ++round) {
    trial.KillInMidWork(Syncs::kIgnored, /*with_power=*/true);
    trial.Audit();
  }
  EXPECT_THAT(trial.violations(), Not(IsEmpty()));
}

}  // namespace
}  // namespace footnote::testing
