// The one place where a status of the library becomes one of gRPC.

#ifndef FOOTNOTE_SERVICE_ERROR_STATUS_H_
#define FOOTNOTE_SERVICE_ERROR_STATUS_H_

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/support/status.h"

namespace footnote {

// The largest request, in bytes. The transport's own limit stands higher, so
// that a request above this one is refused with a reason.
inline constexpr size_t kMaxMessageBytes = 4 * 1024 * 1024;

// How long a caller is asked to wait when the server is full.
inline constexpr absl::Duration kRetryDelay = absl::Milliseconds(500);

// Returns RESOURCE_EXHAUSTED: too many requests are in flight.
absl::Status ServerBusyError();

// Returns UNAVAILABLE: the server is starting or stopping.
absl::Status NotServingError();

// Returns INVALID_ARGUMENT: the request is no Protobuf or holds invalid UTF-8.
absl::Status MalformedMessageError();

// Returns INVALID_ARGUMENT: the request has more than kMaxMessageBytes bytes.
absl::Status MessageTooLargeError(size_t bytes);

// Returns RESOURCE_EXHAUSTED: the answer to one question of a batch would bring
// the response over kMaxMessageBytes.
absl::Status ResponseTooLargeError();

// Returns the reason that a failed `status` is reported with: the attached one,
// or what its code means when the library returns it.
std::string ReasonToReport(const absl::Status& status);

// Returns `status` as the message that travels: its code, its message, and the
// details ErrorInfo, BadRequest (for violations) and RetryInfo (when busy). A
// code that no interface promises becomes INTERNAL. Equal statuses make equal
// bytes in every process.
google::rpc::Status ToRpcStatus(const absl::Status& status);

// Returns `status` for gRPC, with ToRpcStatus() serialized as its details.
grpc::Status ToGrpcStatus(const absl::Status& status);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_ERROR_STATUS_H_
