// What went wrong, for programs, for people and for a shell.

#ifndef FOOTNOTE_CLIENT_FAILURE_H_
#define FOOTNOTE_CLIENT_FAILURE_H_

#include <grpcpp/support/status.h>

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "client/exit_status.h"
#include "google/rpc/status.pb.h"

namespace footnote {

// Returns `status` with the details that the server attached to it.
google::rpc::Status RichStatus(const grpc::Status& status);

// Returns INVALID_ARGUMENT for input that this program itself refuses, with
// the reason MALFORMED_MESSAGE.
google::rpc::Status MalformedInput(absl::string_view message);

// Returns `status` of something that this program did itself, as a failure or
// success of a call.
google::rpc::Status FailureOf(const absl::Status& status);

// Returns whether `status` came about without a server having answered.
bool IsUnreached(const google::rpc::Status& status);

// Returns whether `status` says that the same may pass a little later.
bool TellsToRetry(const google::rpc::Status& status);

// Returns in what time the same may pass, as `status` says, or nothing if it
// does not say that.
std::optional<absl::Duration> RetryDelay(const google::rpc::Status& status);

// Returns the reason of the server, as `SERVER_BUSY`, or an empty string if
// `status` has none.
std::string ReasonOf(const google::rpc::Status& status);

// Returns the exit status that stands for `error`.
ExitStatus ExitStatusOf(const google::rpc::Status& error);

// Returns what happened and what to do about it: a sentence without a stop,
// then one line for each violated field that it does not name yet. `server` is
// the address that was called. Safe to print on a terminal.
std::string DescribeFailure(const google::rpc::Status& error,
                            absl::string_view server);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_FAILURE_H_
