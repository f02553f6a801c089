#include "service/worker_pool.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using Progress = WorkerPool::Progress;

std::chrono::steady_clock::time_point Soon() {
  return std::chrono::steady_clock::now() + std::chrono::seconds(20);
}

TEST(WorkerPoolTest, RunsEverythingThatItTook) {
  std::atomic<int> ran = 0;
  {
    WorkerPool pool(3, 1000);
    for (int i = 0; i < 400; ++i) {
      ASSERT_TRUE(pool.SubmitRead([&] { ++ran; }));
      ASSERT_TRUE(pool.SubmitChange([&] { ++ran; }));
    }
  }
  EXPECT_EQ(ran, 800);
}

TEST(WorkerPoolTest, RefusesAtOnceWhatIsBeyondTheLimit) {
  WorkerPool pool(1, 3);
  std::promise<void> release;
  const std::shared_future<void> released(release.get_future());
  const auto wait = [released] { released.wait(); };
  ASSERT_TRUE(pool.SubmitRead(wait));
  ASSERT_TRUE(pool.SubmitRead(wait));
  ASSERT_TRUE(pool.SubmitChange(wait));
  EXPECT_EQ(pool.in_flight(), 3);
  EXPECT_FALSE(pool.SubmitRead(wait));
  EXPECT_FALSE(pool.SubmitChange(wait));
  EXPECT_FALSE(pool.WaitUntilIdle(std::chrono::steady_clock::now()));
  release.set_value();
  ASSERT_TRUE(pool.WaitUntilIdle(Soon()));
  EXPECT_EQ(pool.in_flight(), 0);
  EXPECT_TRUE(pool.SubmitRead(wait));
}

TEST(WorkerPoolTest, RepliesWhenThePlaceIsFreeAgain) {
  // They outlive the pool, whose threads may still be about to leave them.
  std::vector<std::promise<bool>> replies(200);
  WorkerPool pool(1, 1);
  for (std::promise<bool>& taken_again : replies) {
    ASSERT_TRUE(pool.SubmitChange(
        [] {}, [&] { taken_again.set_value(pool.SubmitRead([] {})); }));
    ASSERT_TRUE(taken_again.get_future().get());
    ASSERT_TRUE(pool.WaitUntilIdle(Soon()));
  }
}

TEST(WorkerPoolTest, IsNotIdleWhileItReplies) {
  std::promise<void> release;
  std::promise<void> replying;
  WorkerPool pool(1, 1);
  ASSERT_TRUE(pool.SubmitRead([] {},
                              [&] {
                                replying.set_value();
                                release.get_future().wait();
                              }));
  replying.get_future().wait();
  EXPECT_EQ(pool.in_flight(), 0);
  EXPECT_FALSE(pool.WaitUntilIdle(std::chrono::steady_clock::now()));
  release.set_value();
  EXPECT_TRUE(pool.WaitUntilIdle(Soon()));
}

TEST(WorkerPoolTest, ReadsGoOnWhileAChangeTakesItsTime) {
  std::promise<void> release;
  std::promise<void> read;
  WorkerPool pool(1, 10);
  ASSERT_TRUE(pool.SubmitChange([&] { release.get_future().wait(); }));
  ASSERT_TRUE(pool.SubmitRead([&] { read.set_value(); }));
  EXPECT_EQ(read.get_future().wait_until(Soon()), std::future_status::ready);
  release.set_value();
}

TEST(WorkerPoolTest, MakesChangesOneAfterTheOther) {
  std::vector<int> order;  // Not guarded: only one thread may write it.
  {
    WorkerPool pool(4, 10);
    for (int i = 0; i < 5; ++i) {
      ASSERT_TRUE(pool.SubmitChange([&order, i] { order.push_back(i); }));
    }
  }
  EXPECT_THAT(order, ElementsAre(0, 1, 2, 3, 4));
}

TEST(WorkerPoolTest, RunsAsManyReadsAtOnceAsItHasThreads) {
  std::latch all_there(3);
  WorkerPool pool(3, 10);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(pool.SubmitRead([&] { all_there.arrive_and_wait(); }));
  }
  EXPECT_TRUE(pool.WaitUntilIdle(Soon()));
  EXPECT_EQ(pool.readers(), 3);
}

TEST(WorkerPoolTest, StepsTakeTurnsWithTheTasksThatWait) {
  std::vector<std::string> order;  // Not guarded: one thread writes it.
  std::promise<void> all_wait;
  {
    WorkerPool pool(1, 10);
    ASSERT_TRUE(pool.SubmitRead([&] { all_wait.get_future().wait(); }));
    for (const std::string name : {"a", "b"}) {
      ASSERT_TRUE(pool.SubmitReadSteps([&order, name, steps = 0]() mutable {
        order.push_back(absl::StrCat(name, ++steps));
        return steps < 3 ? Progress::kMore : Progress::kDone;
      }));
    }
    ASSERT_TRUE(pool.SubmitRead([&] { order.push_back("single"); }));
    all_wait.set_value();
  }
  EXPECT_THAT(order, ElementsAre("a1", "b1", "single", "a2", "b2", "a3", "b3"));
}

TEST(WorkerPoolTest, ATaskInStepsKeepsItsPlace) {
  int steps = 0;
  bool was_ever_free = false;
  std::promise<bool> taken_again;
  WorkerPool pool(1, 1);
  ASSERT_TRUE(pool.SubmitReadSteps(
      [&] {
        was_ever_free = was_ever_free || pool.SubmitRead([] {});
        return ++steps < 100 ? Progress::kMore : Progress::kDone;
      },
      [&] { taken_again.set_value(pool.SubmitRead([] {})); }));
  EXPECT_TRUE(taken_again.get_future().get());
  ASSERT_TRUE(pool.WaitUntilIdle(Soon()));
  EXPECT_EQ(steps, 100);
  EXPECT_FALSE(was_ever_free);
}

TEST(WorkerPoolTest, EndsOnlyWhenEveryStepIsDone) {
  std::atomic<int> ran = 0;
  {
    WorkerPool pool(3, 1000);
    for (int i = 0; i < 50; ++i) {
      // No step runs beside another of its task: `steps` is not guarded.
      ASSERT_TRUE(pool.SubmitReadSteps([&ran, steps = 0]() mutable {
        ++ran;
        return ++steps < 20 ? Progress::kMore : Progress::kDone;
      }));
    }
  }
  EXPECT_EQ(ran, 1000);
}

TEST(WorkerPoolTest, NeitherReadsNorChangesWaitForACopy) {
  std::promise<void> release;
  std::promise<void> read;
  std::promise<void> changed;
  std::atomic<bool> copied = false;
  WorkerPool pool(1, 10);
  ASSERT_TRUE(pool.SubmitCopy([&] { release.get_future().wait(); }));
  ASSERT_TRUE(pool.SubmitCopy([&] { copied = true; }));
  ASSERT_TRUE(pool.SubmitRead([&] { read.set_value(); }));
  ASSERT_TRUE(pool.SubmitChange([&] { changed.set_value(); }));
  EXPECT_EQ(read.get_future().wait_until(Soon()), std::future_status::ready);
  EXPECT_EQ(changed.get_future().wait_until(Soon()), std::future_status::ready);
  EXPECT_FALSE(copied);
  release.set_value();
  EXPECT_TRUE(pool.WaitUntilIdle(Soon()));
  EXPECT_TRUE(copied);
}

TEST(WorkerPoolTest, TidiesUpOnceItIsQuiet) {
  std::atomic<int> steps = 0;
  std::promise<void> done;
  WorkerPool pool(
      1, 10,
      [&] {
        if (++steps < 3) return Progress::kMore;
        done.set_value();
        return Progress::kDone;
      },
      std::chrono::milliseconds(1));
  ASSERT_TRUE(pool.SubmitRead([] {}));
  ASSERT_TRUE(pool.WaitUntilIdle(Soon()));
  EXPECT_EQ(steps, 0);  // Nothing was changed.
  ASSERT_TRUE(pool.SubmitChange([] {}));
  done.get_future().wait();
  ASSERT_TRUE(pool.WaitUntilIdle(Soon()));
  EXPECT_EQ(steps, 3);
  EXPECT_EQ(pool.in_flight(), 0);
}

TEST(WorkerPoolTest, LetsAChangeGoBeforeTheNextStep) {
  std::promise<void> tidying;
  std::promise<void> submitted;
  std::promise<void> changed;
  std::atomic<bool> is_changed = false;
  WorkerPool pool(
      1, 10,
      [&, first = true]() mutable {
        if (!std::exchange(first, false)) {
          EXPECT_TRUE(is_changed);
          return Progress::kDone;
        }
        tidying.set_value();
        submitted.get_future().wait();
        return Progress::kMore;
      },
      std::chrono::milliseconds(1));
  ASSERT_TRUE(pool.SubmitChange([] {}));
  tidying.get_future().wait();
  EXPECT_FALSE(pool.WaitUntilIdle(std::chrono::steady_clock::now()));
  ASSERT_TRUE(pool.SubmitChange([&] {
    is_changed = true;
    changed.set_value();
  }));
  submitted.set_value();
  changed.get_future().wait();
}

}  // namespace
}  // namespace footnote
