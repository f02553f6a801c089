#include "bench/load/open_loop.h"

#include <gtest/gtest.h>

#include <thread>
#include <utility>

#include "absl/synchronization/notification.h"

namespace footnote::bench {
namespace {

const std::vector<absl::Duration> kAtOnce(3);

TEST(OpenLoopTest, StartsEachCallOnceInOrder) {
  std::vector<size_t> started;
  const LoadRun run = RunOpenLoop(kAtOnce, [&](size_t n, const CallDone& done) {
    started.push_back(n);
    done(absl::OkStatus());
  });
  EXPECT_EQ(started, (std::vector<size_t>{0, 1, 2}));
  EXPECT_EQ(run.latencies.size(), 3u);
  EXPECT_EQ(run.failed, 0u);
  EXPECT_TRUE(run.first_failure.ok());
}

TEST(OpenLoopTest, StartsNoCallBeforeItIsDue) {
  const auto wait = absl::Milliseconds(20);
  const absl::Time begin = absl::Now();
  RunOpenLoop({wait},
              [](size_t, const CallDone& done) { done(absl::OkStatus()); });
  EXPECT_GE(absl::Now() - begin, wait - absl::Milliseconds(1));
}

// The first call ends only when the last is started.
TEST(OpenLoopTest, DoesNotWaitForTheCallsBefore) {
  CallDone first;
  const LoadRun run = RunOpenLoop(kAtOnce, [&](size_t n, CallDone done) {
    if (n == 0) {
      first = std::move(done);
      return;
    }
    done(absl::OkStatus());
    if (n == 2) first(absl::OkStatus());
  });
  EXPECT_EQ(run.failed, 0u);
  EXPECT_GE(run.latencies[0], run.latencies[2]);
}

// A caller that blocks in a call delays the next; that one's latency counts all
// the same from when it was due.
TEST(OpenLoopTest, LatencyCountsFromWhenACallWasDue) {
  const auto stall = absl::Milliseconds(50);
  const std::vector<absl::Duration> arrivals = {absl::ZeroDuration(),
                                                absl::Milliseconds(1)};
  const LoadRun run =
      RunOpenLoop(arrivals, [&](size_t n, const CallDone& done) {
        const absl::Time end = absl::Now() + stall;
        while (n == 0 && absl::Now() < end) std::this_thread::yield();
        done(absl::OkStatus());
      });
  EXPECT_GE(run.latencies[1], stall - absl::Milliseconds(2));
  EXPECT_GE(run.overrun, stall - absl::Milliseconds(2));
}

TEST(OpenLoopTest, CountsFailuresAndKeepsTheFirst) {
  const LoadRun run = RunOpenLoop(kAtOnce, [](size_t n, const CallDone& done) {
    done(n == 0   ? absl::OkStatus()
         : n == 1 ? absl::UnavailableError("gone")
                  : absl::InternalError("worse"));
  });
  EXPECT_EQ(run.failed, 2u);
  EXPECT_EQ(run.first_failure, absl::UnavailableError("gone"));
}

TEST(OpenLoopTest, WaitsForCallsThatEndOnOtherThreads) {
  absl::Notification all_started;
  std::vector<std::thread> threads;
  const LoadRun run = RunOpenLoop(kAtOnce, [&](size_t n, CallDone done) {
    threads.emplace_back([&all_started, done = std::move(done)] {
      all_started.WaitForNotification();
      done(absl::OkStatus());
    });
    if (n == 2) all_started.Notify();
  });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(run.failed, 0u);
}

TEST(OpenLoopTest, OfNoCallsEndsAtOnce) {
  const LoadRun run = RunOpenLoop({}, [](size_t, const CallDone&) { FAIL(); });
  EXPECT_TRUE(run.latencies.empty());
}

}  // namespace
}  // namespace footnote::bench
