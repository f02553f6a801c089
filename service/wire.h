// Between the bytes that gRPC carries and messages.

#ifndef FOOTNOTE_SERVICE_WIRE_H_
#define FOOTNOTE_SERVICE_WIRE_H_

#include "absl/status/status.h"
#include "google/protobuf/message.h"
#include "grpcpp/support/byte_buffer.h"

namespace footnote {

// Reads `message` from `bytes`.
//
// Errors: kInvalidArgument, reason MESSAGE_TOO_LARGE or MALFORMED_MESSAGE: the
// bytes are missing, too many, no such message, or hold invalid UTF-8.
absl::Status ReadMessage(const grpc::ByteBuffer& bytes,
                         google::protobuf::Message* message);

// Returns `message` as bytes, maps in the order of their keys, so that equal
// messages are equal bytes in every process.
grpc::ByteBuffer WriteMessage(const google::protobuf::Message& message);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_WIRE_H_
