#include "retrieval/deadline.h"

#include <gtest/gtest.h>

#include <atomic>

#include "absl/time/clock.h"
#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

TEST(DeadlineTest, EndsWithItsTime) {
  EXPECT_OK(Deadline::Infinite().Check());
  EXPECT_OK(Deadline(absl::Now() + absl::Hours(1)).Check());
  const absl::Status over = Deadline(absl::Now()).Check();
  EXPECT_THAT(over, StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_EQ(ReasonOf(over), "DEADLINE_EXCEEDED");
}

TEST(DeadlineTest, EndsSoonerIfCancelled) {
  std::atomic<bool> cancelled = false;
  const Deadline deadline(absl::InfiniteFuture(), &cancelled);
  EXPECT_OK(deadline.Check());
  cancelled = true;
  EXPECT_THAT(deadline.Check(), StatusIs(absl::StatusCode::kCancelled));
}

}  // namespace
}  // namespace footnote
