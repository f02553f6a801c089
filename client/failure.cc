#include "client/failure.h"

#include <grpcpp/support/status_code_enum.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/text_layout.h"
#include "google/rpc/error_details.pb.h"

namespace footnote {
namespace {

// Returns the first detail of type `Detail`, if there is one.
template <typename Detail>
std::optional<Detail> FindDetail(const google::rpc::Status& status) {
  for (const google::protobuf::Any& any : status.details()) {
    Detail detail;
    if (any.Is<Detail>() && any.UnpackTo(&detail)) return detail;
  }
  return std::nullopt;
}

// Returns the message, and when to try again unless it says so itself.
std::string WithRetry(const google::rpc::Status& error) {
  const std::string& message = error.message();
  if (absl::StrContains(message, "try again")) return message;
  const std::optional<absl::Duration> delay = RetryDelay(error);
  if (!delay.has_value()) return absl::StrCat(message, "; try again shortly");
  return absl::StrCat(message, "; try again in ", DurationText(*delay));
}

std::string Unreached(const google::rpc::Status& error,
                      absl::string_view server) {
  return absl::StrCat("no server reached at ", server, " (", error.message(),
                      "); start one with `footnoted --data-dir DIR --listen ",
                      server, "`, or name another with --server");
}

std::string Describe(const google::rpc::Status& error,
                     absl::string_view server) {
  switch (error.code()) {
    case grpc::StatusCode::UNAVAILABLE:
      if (IsUnreached(error)) return Unreached(error, server);
      return WithRetry(error);
    case grpc::StatusCode::DEADLINE_EXCEEDED:
      return absl::StrCat("the server at ", server,
                          " did not finish in time; allow more with --timeout");
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
      return TellsToRetry(error) ? WithRetry(error) : error.message();
    case grpc::StatusCode::UNIMPLEMENTED:
      return absl::StrCat(
          "what answers at ", server, " does not know this call",
          error.message().empty() ? ""
                                  : absl::StrCat(" (", error.message(), ")"),
          "; is it footnoted, of this program's version?");
    default:
      if (ReasonOf(error) == "CORPUS_NOT_EMPTY") {
        return absl::StrCat(absl::StripSuffix(error.message(), "."),
                            " (--force)");
      }
      return error.message().empty()
                 ? absl::StrCat("the server refused with code ", error.code())
                 : error.message();
  }
}

}  // namespace

google::rpc::Status RichStatus(const grpc::Status& status) {
  google::rpc::Status rich;
  if (!rich.ParseFromString(status.error_details())) rich.clear_details();
  rich.set_code(static_cast<int>(status.error_code()));
  rich.set_message(status.error_message());
  return rich;
}

google::rpc::Status MalformedInput(absl::string_view message) {
  google::rpc::Status status;
  status.set_code(static_cast<int>(grpc::StatusCode::INVALID_ARGUMENT));
  status.set_message(std::string(message));
  google::rpc::ErrorInfo reason;
  reason.set_reason("MALFORMED_MESSAGE");
  reason.set_domain("footnote");
  status.add_details()->PackFrom(reason);
  return status;
}

google::rpc::Status FailureOf(const absl::Status& status) {
  google::rpc::Status failure;
  failure.set_code(static_cast<int>(status.code()));
  // A path in it may be no UTF-8.
  failure.set_message(Printable(status.message()));
  return failure;
}

bool IsUnreached(const google::rpc::Status& status) {
  return status.code() == grpc::StatusCode::UNAVAILABLE &&
         !FindDetail<google::rpc::ErrorInfo>(status).has_value();
}

bool TellsToRetry(const google::rpc::Status& status) {
  return FindDetail<google::rpc::RetryInfo>(status).has_value();
}

std::optional<absl::Duration> RetryDelay(const google::rpc::Status& status) {
  const auto retry = FindDetail<google::rpc::RetryInfo>(status);
  if (!retry.has_value()) return std::nullopt;
  return absl::Seconds(retry->retry_delay().seconds()) +
         absl::Nanoseconds(retry->retry_delay().nanos());
}

std::string ReasonOf(const google::rpc::Status& status) {
  const auto info = FindDetail<google::rpc::ErrorInfo>(status);
  return info.has_value() ? info->reason() : "";
}

ExitStatus ExitStatusOf(const google::rpc::Status& error) {
  switch (error.code()) {
    case grpc::StatusCode::OK:
      return ExitStatus::kDone;
    case grpc::StatusCode::UNAVAILABLE:
    case grpc::StatusCode::DEADLINE_EXCEEDED:
    case grpc::StatusCode::CANCELLED:
      return ExitStatus::kNotReached;
    default:
      return ExitStatus::kRefused;
  }
}

std::string DescribeFailure(const google::rpc::Status& error,
                            absl::string_view server) {
  std::string text = Printable(Describe(error, server));
  const auto bad_request = FindDetail<google::rpc::BadRequest>(error);
  if (!bad_request.has_value()) return text;
  for (const auto& violation : bad_request->field_violations()) {
    const std::string line = Printable(
        absl::StrCat(violation.field(), ": ", violation.description()));
    if (!absl::StrContains(text, line)) absl::StrAppend(&text, "\n  ", line);
  }
  return text;
}

}  // namespace footnote
