// A stream of requests, each answered before the next is read.

#ifndef FOOTNOTE_SERVICE_IMPORT_STREAM_H_
#define FOOTNOTE_SERVICE_IMPORT_STREAM_H_

#include "absl/strings/string_view.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/server_callback.h"
#include "service/call.h"

namespace footnote {

// Returns the reactor of a stream, which deletes itself when gRPC is done with
// it. Each message is one task of the thread for changes; the next is read only
// when the response to it was written, which is how the caller is slowed down.
//
// The stream ends with OK when the caller has half-closed; with the status of
// the first message whose work fails; with DEADLINE_EXCEEDED when the caller
// is silent for too long; with UNAVAILABLE when the server stops. `work` and
// everything in `serving` outlive the stream.
grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* StartImportStream(
    absl::string_view method, const CallWork& work,
    const ServingContext& serving, grpc::CallbackServerContext* context);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_IMPORT_STREAM_H_
