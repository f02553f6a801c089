#include "service/snapshot_stream.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "absl/time/clock.h"
#include "footnote/v1/corpus.pb.h"
#include "grpc/grpc.h"
#include "service/corpus_copy.h"
#include "service/error_status.h"
#include "service/find_corpus.h"

namespace footnote {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kChunkBytes = 1 << 20;

constexpr char kSilenceMessage[] =
    "The next part of the copy was not taken for too long; ask for it again "
    "and read on.";

absl::Status SilenceError() {
  return WithReason(absl::DeadlineExceededError(kSilenceMessage),
                    "DEADLINE_EXCEEDED");
}

// Who may act on the stream is told by `step_`: at kWorking the task of the
// pool, later the reaction that reads on; at kWriting gRPC's next reaction or
// the watch. Who moves it to kFinished, under `mutex_`, calls Finish() as its
// last deed, with the mutex let go, for gRPC may delete the stream from there
// on.
//
// Chunks are read in gRPC's reactions, not by the pool, whose one thread for
// copies may be busy with another for long. What they read has been read before
// for its hash and is asked of the disk in advance, and no more than
// SnapshotPlaces::kMost of them can be at it.
class SnapshotStream : public grpc::ServerWriteReactor<grpc::ByteBuffer>,
                       public WatchedStream {
 public:
  SnapshotStream(SnapshotPlaces* places, const ServingContext& serving,
                 grpc::CallbackServerContext* context,
                 const grpc::ByteBuffer* request)
      : call_("CreateSnapshot", serving, context),
        context_(context),
        request_(*request),
        places_(places) {}

  ~SnapshotStream() override {
    if (has_place_) places_->GiveBack();
  }

  void Begin() {
    // Added before it is asked whether the server stops, so that a stop which
    // is not seen here sees the stream.
    call_.serving().streams->Add(this);
    const absl::StatusOr<Library*> library = call_.Enter(request_);
    if (!library.ok()) {
      End(library.status());
      return;
    }
    library_ = *library;
    has_place_ = places_->Take();
    const bool is_queued =
        has_place_ && call_.serving().pool->SubmitCopy(
                          [this] { Copy(); }, [this] { SendHeader(); });
    if (!is_queued) End(ServerBusyError());
  }

  Time EndIfWaiting(Time silent_since, bool stopping) override {
    bool is_silent = false;
    {
      const std::lock_guard lock(mutex_);
      // A copy can be made another day; what waits for it ends when it does.
      if (stopping && step_ == Step::kWorking) call_.Cancel();
      if (step_ != Step::kWriting) return Time::max();
      is_silent = waiting_since_ <= silent_since;
      if (!is_silent && !stopping) return waiting_since_;
      step_ = Step::kFinished;
    }
    if (is_silent) {
      // The status of Finish() stands in line behind the bytes that nobody
      // takes; this one overtakes them.
      grpc_call_cancel_with_status(context_->c_call(),
                                   GRPC_STATUS_DEADLINE_EXCEEDED,
                                   kSilenceMessage, nullptr);
    }
    Finish(call_.Conclude(is_silent ? SilenceError() : NotServingError()));
    return Time::max();
  }

 private:
  enum class Step { kWorking, kWriting, kFinished };

  // Makes the copy and the message of its header. Runs on the pool.
  void Copy() {
    const CallWork work =
        MakeWork<v1::CreateSnapshotRequest, v1::CreateSnapshotResponse>(
            [this](v1::CreateSnapshotRequest* request, const CallScope& scope,
                   v1::CreateSnapshotResponse* response) {
              return MakeCopy(request->corpus(), scope,
                              response->mutable_header());
            });
    outcome_ = call_.Work(work, library_, call_.arrival(),
                          call_.callers_deadline(), request_, &message_);
  }

  absl::Status MakeCopy(const std::string& name, const CallScope& scope,
                        v1::SnapshotHeader* header) {
    FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                              FindCorpus(scope, name));
    FOOTNOTE_ASSIGN_OR_RETURN(
        copy_,
        CorpusCopy::Make(*corpus, scope.library.directory(), scope.deadline));
    header->set_corpus(name);
    header->set_corpus_revision(copy_->revision());
    header->set_size_bytes(copy_->size_bytes());
    header->set_sha256(copy_->sha256());
    scope.record.revision = copy_->revision();
    return absl::OkStatus();
  }

  void SendHeader() {
    if (outcome_.ok()) {
      Write();
    } else if (call_.serving().admission->closed() &&
               absl::IsCancelled(outcome_)) {
      End(NotServingError());  // Cancelled by the watch.
    } else {
      End(outcome_);
    }
  }

  // Sends `message_`, unless the server stops.
  void Write() {
    {
      const std::lock_guard lock(mutex_);
      if (!call_.serving().admission->closed()) {
        step_ = Step::kWriting;
        waiting_since_ = Clock::now();
        // With the mutex held, so that nobody can finish the stream before the
        // write is under way.
        StartWrite(&message_);
        return;
      }
    }
    End(NotServingError());
  }

  void OnWriteDone(bool ok) override {
    {
      const std::lock_guard lock(mutex_);
      if (step_ != Step::kWriting) return;  // The watch was faster.
      step_ = Step::kWorking;
    }
    if (!ok) {
      End(absl::CancelledError("The caller went away."));
    } else if (copy_->AtEnd()) {
      End(absl::OkStatus());
    } else {
      SendChunk();
    }
  }

  // Reads the next chunk and sends it.
  void SendChunk() {
    const CallWork work = [this](const grpc::ByteBuffer&, const CallScope&,
                                 grpc::ByteBuffer* message) -> absl::Status {
      v1::CreateSnapshotResponse response;
      FOOTNOTE_ASSIGN_OR_RETURN(*response.mutable_chunk(),
                                copy_->Read(kChunkBytes));
      *message = WriteMessage(response);
      return absl::OkStatus();
    };
    const absl::Status status =
        call_.Work(work, library_, absl::Now(), call_.callers_deadline(),
                   request_, &message_);
    if (status.ok()) {
      Write();
    } else {
      End(status);
    }
  }

  // REQUIRES: step_ is kWorking, and this its task or reaction.
  void End(const absl::Status& status) {
    {
      const std::lock_guard lock(mutex_);
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
  grpc::CallbackServerContext* const context_;
  const grpc::ByteBuffer& request_;
  SnapshotPlaces* const places_;
  bool has_place_ = false;
  Library* library_ = nullptr;
  std::unique_ptr<CorpusCopy> copy_;
  grpc::ByteBuffer message_;  // Sent next, or being sent.
  absl::Status outcome_;      // Of the copy.
  std::mutex mutex_;          // Guards what follows.
  Step step_ = Step::kWorking;
  Time waiting_since_;
};

}  // namespace

bool SnapshotPlaces::Take() {
  if (taken_.fetch_add(1) < kMost) return true;
  taken_.fetch_sub(1);
  return false;
}

grpc::ServerWriteReactor<grpc::ByteBuffer>* StartSnapshotStream(
    SnapshotPlaces* places, const ServingContext& serving,
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request) {
  auto* const stream = new SnapshotStream(places, serving, context, request);
  stream->Begin();
  return stream;
}

}  // namespace footnote
