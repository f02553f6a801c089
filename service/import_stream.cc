#include "service/import_stream.h"

#include <chrono>
#include <mutex>

#include "absl/time/clock.h"
#include "service/error_status.h"

namespace footnote {
namespace {

using Clock = std::chrono::steady_clock;

absl::Status SilenceError() {
  return WithReason(
      absl::DeadlineExceededError(
          "Nothing came for too long. What was acknowledged is kept; open a "
          "new stream for the rest."),
      "DEADLINE_EXCEEDED");
}

// Who may act on the stream is told by `step_`: at kReading gRPC's next
// reaction or the watch, at kWorking the task, at kWriting the next reaction.
// Who moves it to kFinished, under `mutex_`, calls Finish() as its last deed,
// with the mutex let go, for gRPC may delete the stream from there on.
class ImportStream
    : public grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>,
      public WatchedStream {
 public:
  ImportStream(absl::string_view method, const CallWork& work,
               const ServingContext& serving,
               grpc::CallbackServerContext* context)
      : call_(method, serving, context), work_(work) {}

  void Begin() {
    // Added before it is asked whether the server stops, so that a stop which
    // is not seen here sees the stream.
    call_.serving().streams->Add(this);
    absl::Status status;
    {
      const std::lock_guard lock(mutex_);
      status = call_.serving().admission->Enter().status();
      if (status.ok()) {
        Read();
        return;
      }
    }
    End(status);
  }

  Time EndIfWaiting(Time silent_since, bool stopping) override {
    Time waiting_since;
    {
      const std::lock_guard lock(mutex_);
      if (step_ != Step::kReading) return Time::max();
      waiting_since = waiting_since_;
    }
    const bool is_silent = waiting_since <= silent_since;
    if (!is_silent && !stopping) return waiting_since;
    EndWaiting(stopping ? NotServingError() : SilenceError());
    return Time::max();
  }

 private:
  enum class Step { kStarting, kReading, kWorking, kWriting, kFinished };

  // Begins to read. REQUIRES: mutex_ is held, so that nobody can finish the
  // stream before the read is under way.
  void Read() {
    step_ = Step::kReading;
    waiting_since_ = Clock::now();
    StartRead(&request_);
  }

  void OnReadDone(bool ok) override {
    {
      const std::lock_guard lock(mutex_);
      if (step_ != Step::kReading) return;  // The watch was faster.
      step_ = Step::kWorking;
    }
    if (!ok) {
      End(call_.cancelled() ? absl::CancelledError("The caller went away.")
                            : absl::OkStatus());
      return;
    }
    const absl::StatusOr<Library*> library = call_.Enter(request_);
    if (!library.ok()) {
      End(library.status());
      return;
    }
    const absl::Time queued_since = absl::Now();
    const bool is_queued = call_.serving().pool->SubmitChange(
        [this, library = *library, queued_since] {
          Run(library, queued_since);
        },
        [this] { Reply(); });
    if (!is_queued) End(ServerBusyError());
  }

  void Run(Library* library, absl::Time queued_since) {
    outcome_ = call_.Work(work_, library, queued_since,
                          call_.callers_deadline(), request_, &response_);
  }

  void Reply() {
    if (!outcome_.ok()) {
      End(outcome_);
      return;
    }
    // Up to 4 MiB that need not wait for the caller to read the response.
    request_.Clear();
    {
      const std::lock_guard lock(mutex_);
      step_ = Step::kWriting;
    }
    StartWrite(&response_);
  }

  void OnWriteDone(bool ok) override {
    absl::Status status;
    {
      const std::lock_guard lock(mutex_);
      if (!ok) {
        status = absl::CancelledError("The caller went away.");
      } else if (call_.serving().admission->closed()) {
        // What was written is acknowledged; the rest is for another day.
        status = NotServingError();
      } else {
        Read();
        return;
      }
    }
    End(status);
  }

  // Finishes the stream unless somebody has.
  void End(const absl::Status& status) {
    {
      const std::lock_guard lock(mutex_);
      if (step_ == Step::kFinished) return;
      step_ = Step::kFinished;
    }
    Finish(call_.Conclude(status));
  }

  // Finishes the stream if it still waits for its caller.
  void EndWaiting(const absl::Status& status) {
    {
      const std::lock_guard lock(mutex_);
      if (step_ != Step::kReading) return;
      step_ = Step::kFinished;
    }
    Finish(call_.Conclude(status));
  }

  void OnCancel() override { call_.Cancel(); }

  void OnDone() override {
    call_.serving().streams->Remove(this);
    delete this;
  }

  Call call_;
  const CallWork& work_;
  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
  absl::Status outcome_;  // Of the request that was worked on last.
  std::mutex mutex_;      // Guards what follows.
  Step step_ = Step::kStarting;
  Time waiting_since_;
};

}  // namespace

grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* StartImportStream(
    absl::string_view method, const CallWork& work,
    const ServingContext& serving, grpc::CallbackServerContext* context) {
  auto* const stream = new ImportStream(method, work, serving, context);
  stream->Begin();
  return stream;
}

}  // namespace footnote
