// What unary calls and streams have in common: the record, the clock, the work
// and the end of a request.

#ifndef FOOTNOTE_SERVICE_CALL_H_
#define FOOTNOTE_SERVICE_CALL_H_

#include <atomic>
#include <functional>
#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/status.h"
#include "retrieval/deadline.h"
#include "retrieval/library.h"
#include "retrieval/status.h"
#include "service/admission.h"
#include "service/request_log.h"
#include "service/stream_watch.h"
#include "service/validation.h"
#include "service/wire.h"
#include "service/worker_pool.h"

namespace footnote {

// How long a unary call may take unless its caller says otherwise, and at most.
inline constexpr absl::Duration kDefaultTimeout = absl::Seconds(5);
inline constexpr absl::Duration kMaxTimeout = absl::Seconds(30);

// What the services work with. Everything outlives every call.
struct ServingContext {
  Admission* admission = nullptr;
  WorkerPool* pool = nullptr;
  StreamWatch* streams = nullptr;
  RequestLog* log = nullptr;
};

// What the work of one message works with.
struct CallScope {
  Library& library;
  const Deadline& deadline;
  RequestRecord& record;
};

// The work of one message: reads the request from bytes, does what it asks and
// writes the response as bytes. Runs on a worker.
using CallWork = std::function<absl::Status(const grpc::ByteBuffer& request,
                                            const CallScope& scope,
                                            grpc::ByteBuffer* response)>;

// What a method does with a request that has been read and validated.
template <typename Request, typename Response>
using Method =
    std::function<absl::Status(Request*, const CallScope&, Response*)>;

// Returns when a unary call that arrived at `arrival` ends, if its caller gave
// it until `deadline` (in the far future if the caller said nothing).
absl::Time UnaryDeadline(absl::Time arrival, absl::Time deadline);

// Returns what `work` returns. An exception becomes a status, and a defect is
// noted in `log`; the process goes on.
absl::Status Guarded(absl::FunctionRef<absl::Status()> work, RequestLog* log);

// One request from its arrival to its end. Cancel() may be called by any
// thread at any time; all else by one thread at a time.
class Call {
 public:
  // Notes the arrival. `context` outlives the call.
  Call(absl::string_view method, const ServingContext& serving,
       grpc::CallbackServerContext* context);

  // Nothing of the call is left to be sent.
  ~Call() { serving_.admission->Leave(); }

  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  // Returns the library if the request of `bytes` is let in.
  //
  // Errors: kUnavailable while the server is not serving; kInvalidArgument,
  // reason MESSAGE_TOO_LARGE.
  absl::StatusOr<Library*> Enter(const grpc::ByteBuffer& bytes);

  // Does `work` until `deadline` or Cancel(). `queued_since` is when it was
  // submitted. An exception becomes a status; the process goes on.
  absl::Status Work(const CallWork& work, Library* library,
                    absl::Time queued_since, absl::Time deadline,
                    const grpc::ByteBuffer& request,
                    grpc::ByteBuffer* response);

  // Returns a deadline at `time`, or at Cancel(). The call outlives it.
  Deadline Until(absl::Time time) const { return Deadline(time, &cancelled_); }

  // Makes Work() stop early.
  void Cancel() { cancelled_.store(true); }

  // Returns whether Cancel() was called.
  bool cancelled() const { return cancelled_.load(); }

  // Sets the trailing metadata, writes the line of the log and returns what to
  // finish the call with. Called once, before Finish().
  grpc::Status Conclude(const absl::Status& status);

  const ServingContext& serving() const { return serving_; }
  absl::Time arrival() const { return arrival_; }

  // Returns the deadline that the caller gave, in the far future if none.
  absl::Time callers_deadline() const;

 private:
  const ServingContext serving_;
  grpc::CallbackServerContext* const context_;
  const absl::Time arrival_;
  std::atomic<bool> cancelled_ = false;
  RequestRecord record_;
};

// Notes the corpus that a message names.
//
// Errors: kInvalidArgument naming `corpus` if an earlier message of the same
// call named another.
absl::Status NoteCorpus(const std::string& corpus, RequestRecord* record);

// Does what `request` asks by `method`: validates it first, fills in its corpus
// and notes what the log tells.
template <typename Request, typename Response>
absl::Status Perform(const Method<Request, Response>& method, Request* request,
                     const CallScope& scope, Response* response) {
  FOOTNOTE_RETURN_IF_ERROR(Validate(*request));
  if constexpr (requires { request->corpus(); }) {
    if (request->corpus().empty()) {
      request->set_corpus(std::string(kDefaultCorpus));
    }
    FOOTNOTE_RETURN_IF_ERROR(NoteCorpus(request->corpus(), &scope.record));
  }
  FOOTNOTE_RETURN_IF_ERROR(method(request, scope, response));
  if constexpr (requires { response->corpus_revision(); }) {
    scope.record.revision = response->corpus_revision();
  }
  return absl::OkStatus();
}

// Returns the work of `method`: a request is read from bytes, performed, and
// the response written.
template <typename Request, typename Response>
CallWork MakeWork(Method<Request, Response> method) {
  return [method = std::move(method)](const grpc::ByteBuffer& bytes,
                                      const CallScope& scope,
                                      grpc::ByteBuffer* reply) {
    FOOTNOTE_RETURN_IF_ERROR(scope.deadline.Check());
    Request request;
    FOOTNOTE_RETURN_IF_ERROR(ReadMessage(bytes, &request));
    Response response;
    FOOTNOTE_RETURN_IF_ERROR(Perform(method, &request, scope, &response));
    *reply = WriteMessage(response);
    return absl::OkStatus();
  };
}

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_CALL_H_
