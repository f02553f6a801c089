// A watch over a call that brings message after message.

#ifndef FOOTNOTE_CLIENT_CALL_WATCH_H_
#define FOOTNOTE_CLIENT_CALL_WATCH_H_

#include <grpcpp/client_context.h>

#include <atomic>
#include <cstdint>
#include <thread>

#include "absl/time/time.h"
#include "client/stop_signal.h"

namespace footnote {

// Cancels a call when its next message is late, or when a stop signal is set:
// gRPC's own deadline is for a whole call. One thread owns and calls it, the
// one that reads from the call.
class CallWatch {
 public:
  // Both outlive the watch. A message is late after `patience`.
  CallWatch(grpc::ClientContext& context, StopSignal& stop,
            absl::Duration patience);

  // Sets the stop signal, to end the watch.
  ~CallWatch();
  CallWatch(const CallWatch&) = delete;
  CallWatch& operator=(const CallWatch&) = delete;

  // Tells that the next message is waited for from now on.
  void BeginWait();

  // Tells that it came.
  void EndWait();

  // Returns whether the call was cancelled because a message was late.
  bool was_late() const { return late_.load(); }

 private:
  // Waits for the deadline or the stop signal, whichever comes first.
  void Watch();

  grpc::ClientContext& context_;
  StopSignal& stop_;
  const absl::Duration patience_;
  // Nanoseconds since the epoch; 0 while nothing is waited for.
  std::atomic<int64_t> deadline_ = 0;
  std::atomic<bool> late_ = false;
  std::thread thread_;  // Last: it uses the rest.
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_CALL_WATCH_H_
