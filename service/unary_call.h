// A call of one request and one response.

#ifndef FOOTNOTE_SERVICE_UNARY_CALL_H_
#define FOOTNOTE_SERVICE_UNARY_CALL_H_

#include "absl/strings/string_view.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/server_callback.h"
#include "service/call.h"

namespace footnote {

// Whether the work of a call only reads or makes changes.
enum class CallKind { kRead, kChange };

// Queues `work` for a worker and returns the reactor of the call, which deletes
// itself when gRPC is done with it. A call that is not let in, or that finds
// the pool full, is finished at once. `work` and everything in `serving`
// outlive the call; so do, by gRPC's promise, the other pointers.
grpc::ServerUnaryReactor* StartUnaryCall(absl::string_view method,
                                         CallKind kind, const CallWork& work,
                                         const ServingContext& serving,
                                         grpc::CallbackServerContext* context,
                                         const grpc::ByteBuffer* request,
                                         grpc::ByteBuffer* response);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_UNARY_CALL_H_
