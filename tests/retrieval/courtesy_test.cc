#include "retrieval/courtesy.h"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <thread>

#include "absl/time/time.h"

namespace footnote {
namespace {

TEST(CourtesyTest, GoesOnWhereThereIsRoom) {
  Courtesy courtesy(2, absl::InfiniteDuration());
  courtesy.GiveWay();
  const Courtesy::Question question(courtesy);
  courtesy.GiveWay();
}

// Were nobody woken, all rounds together would take longer than the runner lets
// them.
TEST(CourtesyTest, WaitsUntilAQuestionIsDone) {
  constexpr int kRounds = 100;
  constexpr int kYields = 50;  // Time for one who does not wait.
  for (int round = 0; round < kRounds; ++round) {
    Courtesy courtesy(2, absl::Seconds(10));
    const Courtesy::Question one(courtesy);
    std::optional<Courtesy::Question> other(courtesy);
    std::atomic<bool> is_done = false;
    std::atomic<bool> has_begun = false;
    bool went_on_early = false;
    std::thread background([&] {
      has_begun = true;
      courtesy.GiveWay();
      went_on_early = !is_done;
    });
    while (!has_begun) std::this_thread::yield();
    for (int i = 0; i < kYields; ++i) std::this_thread::yield();
    is_done = true;
    other.reset();
    background.join();
    EXPECT_FALSE(went_on_early);
  }
}

TEST(CourtesyTest, WaitsNoLongerThanTheLongestPause) {
  Courtesy courtesy(1, absl::Milliseconds(1));
  const Courtesy::Question one(courtesy);
  const Courtesy::Question another(courtesy);
  courtesy.GiveWay();
}

}  // namespace
}  // namespace footnote
