#include "service/worker_pool.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;

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
  WorkerPool pool(1, 1);
  for (int i = 0; i < 200; ++i) {
    std::promise<bool> taken_again;
    ASSERT_TRUE(pool.SubmitChange(
        [] {}, [&] { taken_again.set_value(pool.SubmitRead([] {})); }))
        << i;
    ASSERT_TRUE(taken_again.get_future().get()) << i;
    ASSERT_TRUE(pool.WaitUntilIdle(Soon()));
  }
}

TEST(WorkerPoolTest, IsNotIdleWhileItReplies) {
  WorkerPool pool(1, 1);
  std::promise<void> release;
  std::promise<void> replying;
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
  WorkerPool pool(3, 10);
  std::latch all_there(3);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(pool.SubmitRead([&] { all_there.arrive_and_wait(); }));
  }
  EXPECT_TRUE(pool.WaitUntilIdle(Soon()));
  EXPECT_EQ(pool.readers(), 3);
}

}  // namespace
}  // namespace footnote
