#include "retrieval/deadline.h"

#include "absl/time/clock.h"
#include "retrieval/status.h"

namespace footnote {

absl::Status Deadline::Check() const {
  if (cancelled_ != nullptr && cancelled_->load(std::memory_order_relaxed)) {
    return WithReason(absl::CancelledError("The caller went away."),
                      "CANCELLED");
  }
  if (time_ != absl::InfiniteFuture() && absl::Now() >= time_) {
    return WithReason(
        absl::DeadlineExceededError("The time for the request is over; allow "
                                    "it more, or ask for less."),
        "DEADLINE_EXCEEDED");
  }
  return absl::OkStatus();
}

}  // namespace footnote
