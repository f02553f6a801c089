#include "service/error_status.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "retrieval/status.h"
#include "service/ordered_bytes.h"

namespace footnote {
namespace {

constexpr char kDomain[] = "footnote";

// Both limits keep an error within the 8 KiB that clients take as metadata.
constexpr size_t kMaxMessageLength = 1024;
constexpr size_t kMaxViolations = 16;

constexpr bool Agree(absl::StatusCode ours, grpc::StatusCode theirs) {
  return static_cast<int>(ours) == static_cast<int>(theirs);
}
static_assert(Agree(absl::StatusCode::kOk, grpc::OK));
static_assert(Agree(absl::StatusCode::kCancelled, grpc::CANCELLED));
static_assert(Agree(absl::StatusCode::kInvalidArgument,
                    grpc::INVALID_ARGUMENT));
static_assert(Agree(absl::StatusCode::kDeadlineExceeded,
                    grpc::DEADLINE_EXCEEDED));
static_assert(Agree(absl::StatusCode::kNotFound, grpc::NOT_FOUND));
static_assert(Agree(absl::StatusCode::kAlreadyExists, grpc::ALREADY_EXISTS));
static_assert(Agree(absl::StatusCode::kResourceExhausted,
                    grpc::RESOURCE_EXHAUSTED));
static_assert(Agree(absl::StatusCode::kFailedPrecondition,
                    grpc::FAILED_PRECONDITION));
static_assert(Agree(absl::StatusCode::kInternal, grpc::INTERNAL));
static_assert(Agree(absl::StatusCode::kUnavailable, grpc::UNAVAILABLE));
static_assert(Agree(absl::StatusCode::kDataLoss, grpc::DATA_LOSS));

// Returns the reason of a status that carries none, or nullptr if its code is
// none that an interface promises.
const char* DefaultReason(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kInvalidArgument:
      return "INVALID_FIELD";
    case absl::StatusCode::kNotFound:
      return "DOCUMENT_NOT_FOUND";
    case absl::StatusCode::kAlreadyExists:
      return "CORPUS_EXISTS";
    case absl::StatusCode::kResourceExhausted:
      return "STORAGE_FULL";
    case absl::StatusCode::kDeadlineExceeded:
      return "DEADLINE_EXCEEDED";
    case absl::StatusCode::kCancelled:
      return "CANCELLED";
    case absl::StatusCode::kDataLoss:
      return "STORAGE_CORRUPT";
    case absl::StatusCode::kUnavailable:
      return "STORAGE_FAILED";
    case absl::StatusCode::kFailedPrecondition:
      return "STORAGE_UNSUPPORTED";
    default:
      return nullptr;
  }
}

absl::StatusCode CodeToReport(const absl::Status& status) {
  if (status.ok() || DefaultReason(status.code()) != nullptr) {
    return status.code();
  }
  return absl::StatusCode::kInternal;
}

// Returns `text`, cut between code points if it is too long.
std::string Shortened(absl::string_view text) {
  if (text.size() <= kMaxMessageLength) return std::string(text);
  size_t end = kMaxMessageLength;
  while (end > 0 && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80) --end;
  return absl::StrCat(text.substr(0, end), "...");
}

void AddErrorInfo(const absl::Status& status, google::rpc::Status* rpc) {
  google::rpc::ErrorInfo info;
  for (const auto& [key, fact] : FactsOf(status)) {
    (*info.mutable_metadata())[key] = fact;
  }
  info.set_reason(ReasonToReport(status));
  info.set_domain(kDomain);
  google::protobuf::Any* const packed = rpc->add_details();
  packed->PackFrom(info);
  // Again, with the map in the order of its keys.
  packed->set_value(OrderedBytes(info));
}

void AddBadRequest(const absl::Status& status, google::rpc::Status* rpc) {
  std::vector<FieldViolation> violations = ViolationsOf(status);
  if (violations.empty()) return;
  if (violations.size() > kMaxViolations) violations.resize(kMaxViolations);
  google::rpc::BadRequest bad_request;
  for (const FieldViolation& violation : violations) {
    auto* added = bad_request.add_field_violations();
    added->set_field(violation.field);
    added->set_description(violation.description);
  }
  rpc->add_details()->PackFrom(bad_request);
}

void AddRetryInfo(google::rpc::Status* rpc) {
  google::rpc::RetryInfo retry;
  retry.mutable_retry_delay()->set_nanos(
      static_cast<int32_t>(absl::ToInt64Nanoseconds(kRetryDelay)));
  rpc->add_details()->PackFrom(retry);
}

}  // namespace

absl::Status ServerBusyError() {
  return WithReason(
      absl::ResourceExhaustedError(absl::StrCat(
          "The server has as many requests as it takes at once; try again in ",
          absl::FormatDuration(kRetryDelay), ".")),
      "SERVER_BUSY");
}

absl::Status NotServingError() {
  return WithReason(
      absl::UnavailableError("The server is starting or stopping; try again "
                             "when its health is SERVING."),
      "NOT_SERVING");
}

absl::Status MalformedMessageError() {
  return WithReason(
      absl::InvalidArgumentError("The request is not a Protobuf message of "
                                 "this method, or a string in it is not valid "
                                 "UTF-8."),
      "MALFORMED_MESSAGE");
}

absl::Status MessageTooLargeError(size_t bytes) {
  absl::Status status =
      WithReason(absl::InvalidArgumentError(absl::StrCat(
                     "The request has ", bytes, " bytes; at most ",
                     kMaxMessageBytes, " are taken. Send it in parts.")),
                 "MESSAGE_TOO_LARGE");
  status = WithFact(std::move(status), "limit", absl::StrCat(kMaxMessageBytes));
  return WithFact(std::move(status), "actual", absl::StrCat(bytes));
}

absl::Status ResponseTooLargeError() {
  return WithFact(
      WithReason(absl::ResourceExhaustedError(absl::StrCat(
                     "The answer does not fit into the response of the batch, "
                     "which has at most ",
                     kMaxMessageBytes, " bytes; ask the question by itself.")),
                 "RESPONSE_TOO_LARGE"),
      "limit", absl::StrCat(kMaxMessageBytes));
}

std::string ReasonToReport(const absl::Status& status) {
  const char* reason = DefaultReason(status.code());
  if (reason == nullptr) return "INTERNAL";
  return ReasonOf(status).value_or(reason);
}

google::rpc::Status ToRpcStatus(const absl::Status& status) {
  google::rpc::Status rpc;
  if (status.ok()) return rpc;
  rpc.set_code(static_cast<int32_t>(CodeToReport(status)));
  rpc.set_message(Shortened(status.message()));
  AddErrorInfo(status, &rpc);
  AddBadRequest(status, &rpc);
  if (ReasonToReport(status) == "SERVER_BUSY") AddRetryInfo(&rpc);
  return rpc;
}

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const google::rpc::Status rpc = ToRpcStatus(status);
  return grpc::Status(static_cast<grpc::StatusCode>(rpc.code()), rpc.message(),
                      rpc.SerializeAsString());
}

}  // namespace footnote
