#include "service/unary_call.h"

#include "service/error_status.h"

namespace footnote {
namespace {

// Until it is finished, a call belongs to its task in the pool, which finishes
// it as its last deed; then to gRPC, which calls OnDone() last of all.
class UnaryCall : public grpc::ServerUnaryReactor {
 public:
  UnaryCall(absl::string_view method, const CallWork& work,
            const ServingContext& serving, grpc::CallbackServerContext* context,
            const grpc::ByteBuffer* request, grpc::ByteBuffer* response)
      : call_(method, serving, context),
        work_(work),
        request_(*request),
        response_(response) {}

  void Begin(CallKind kind) {
    // Finishing here, before gRPC has bound the reactor, is allowed: it is done
    // when the reactor is returned.
    const absl::StatusOr<Library*> library = call_.Enter(request_);
    if (!library.ok()) {
      Finish(call_.Conclude(library.status()));
      return;
    }
    library_ = *library;
    const auto run = [this] { Run(); };
    const auto reply = [this] { Finish(call_.Conclude(outcome_)); };
    WorkerPool& pool = *call_.serving().pool;
    const bool is_queued = kind == CallKind::kRead
                               ? pool.SubmitRead(run, reply)
                               : pool.SubmitChange(run, reply);
    if (!is_queued) Finish(call_.Conclude(ServerBusyError()));
  }

 private:
  void Run() {
    const absl::Time deadline =
        UnaryDeadline(call_.arrival(), call_.callers_deadline());
    outcome_ = call_.Work(work_, library_, call_.arrival(), deadline, request_,
                          response_);
  }

  void OnCancel() override { call_.Cancel(); }

  // The last reaction: neither gRPC nor a task refers to the call any more.
  void OnDone() override { delete this; }

  Call call_;
  const CallWork& work_;
  const grpc::ByteBuffer& request_;
  grpc::ByteBuffer* const response_;
  Library* library_ = nullptr;
  absl::Status outcome_;
};

}  // namespace

grpc::ServerUnaryReactor* StartUnaryCall(absl::string_view method,
                                         CallKind kind, const CallWork& work,
                                         const ServingContext& serving,
                                         grpc::CallbackServerContext* context,
                                         const grpc::ByteBuffer* request,
                                         grpc::ByteBuffer* response) {
  auto* const call =
      new UnaryCall(method, work, serving, context, request, response);
  call->Begin(kind);
  return call;
}

}  // namespace footnote
