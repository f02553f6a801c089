#include "client/call_watch.h"

#include <poll.h>

#include <algorithm>

#include "absl/time/clock.h"

namespace footnote {

CallWatch::CallWatch(grpc::ClientContext& context, StopSignal& stop,
                     absl::Duration patience)
    : context_(context),
      stop_(stop),
      patience_(patience),
      thread_([this] { Watch(); }) {}

CallWatch::~CallWatch() {
  stop_.Stop();
  thread_.join();
}

void CallWatch::BeginWait() {
  deadline_.store(absl::ToUnixNanos(absl::Now() + patience_));
}

void CallWatch::EndWait() { deadline_.store(0); }

void CallWatch::Watch() {
  while (!stop_.stopped()) {
    const absl::Time now = absl::Now();
    const int64_t deadline = deadline_.load();
    // A wait that begins from now on ends no sooner than `patience_` from now.
    const absl::Time wake =
        deadline == 0 ? now + patience_ : absl::FromUnixNanos(deadline);
    if (now >= wake) {
      late_.store(true);
      break;
    }
    const absl::Duration wait =
        std::min(wake - now + absl::Milliseconds(1), absl::Hours(1));
    struct pollfd stopped = {stop_.fd(), POLLIN, 0};
    poll(&stopped, 1, static_cast<int>(absl::ToInt64Milliseconds(wait)));
  }
  context_.TryCancel();
}

}  // namespace footnote
