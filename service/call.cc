#include "service/call.h"

#include <algorithm>
#include <exception>
#include <new>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "service/error_status.h"
#include "service/request_id.h"

namespace footnote {
namespace {

constexpr char kProposedIdKey[] = "x-request-id";
constexpr char kRequestIdKey[] = "footnote-request-id";
constexpr char kTimeKey[] = "footnote-time-ms";

// What gRPC's own retries wait for (gRPC proposal A6).
constexpr char kPushbackKey[] = "grpc-retry-pushback-ms";

std::string RequestIdOf(const grpc::CallbackServerContext& context) {
  const auto& metadata = context.client_metadata();
  const auto proposed = metadata.find(kProposedIdKey);
  if (proposed == metadata.end()) return ChooseRequestId("");
  return ChooseRequestId(
      absl::string_view(proposed->second.data(), proposed->second.size()));
}

}  // namespace

absl::Status Guarded(absl::FunctionRef<absl::Status()> work, RequestLog* log) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return WithReason(absl::ResourceExhaustedError(
                          "The server is short of memory; try again shortly."),
                      "SERVER_BUSY");
  } catch (const std::exception& defect) {
    log->Note(LogLevel::kError,
              absl::StrCat("A request failed by a defect: ", defect.what()));
  } catch (...) {
    log->Note(LogLevel::kError, "A request failed by an unknown defect.");
  }
  return absl::InternalError(
      "The server failed by a defect of its own; report it with the "
      "footnote-request-id of this call.");
}

absl::Time UnaryDeadline(absl::Time arrival, absl::Time deadline) {
  // A caller that sets no deadline shows as one beyond any that is meant.
  const bool is_set = deadline < arrival + absl::Hours(24 * 365);
  if (!is_set) return arrival + kDefaultTimeout;
  return std::min(deadline, arrival + kMaxTimeout);
}

Call::Call(absl::string_view method, const ServingContext& serving,
           grpc::CallbackServerContext* context)
    : serving_(serving), context_(context), arrival_(absl::Now()) {
  serving_.admission->Arrive();
  record_.method = std::string(method);
  record_.peer = context->peer();
  record_.request_id = RequestIdOf(*context);
}

absl::StatusOr<Library*> Call::Enter(const grpc::ByteBuffer& bytes) {
  // A call may come without a message, which is not the same as an empty one.
  const size_t size = bytes.Valid() ? bytes.Length() : 0;
  record_.bytes_in += size;
  FOOTNOTE_ASSIGN_OR_RETURN(Library* const library,
                            serving_.admission->Enter());
  if (size > kMaxMessageBytes) return MessageTooLargeError(size);
  return library;
}

absl::Status Call::Work(const CallWork& work, Library* library,
                        absl::Time queued_since, absl::Time deadline,
                        const grpc::ByteBuffer& request,
                        grpc::ByteBuffer* response) {
  const absl::Time begin = absl::Now();
  record_.queued += begin - queued_since;
  const Deadline until = Until(deadline);
  const CallScope scope = {*library, until, record_};
  const absl::Status status =
      Guarded([&] { return work(request, scope, response); }, serving_.log);
  record_.worked += absl::Now() - begin;
  if (status.ok()) record_.bytes_out += response->Length();
  return status;
}

grpc::Status Call::Conclude(const absl::Status& status) {
  // The code that is sent, which ToGrpcStatus() may have made INTERNAL.
  grpc::Status end = ToGrpcStatus(status);
  record_.code = static_cast<absl::StatusCode>(end.error_code());
  if (!status.ok()) record_.reason = ReasonToReport(status);
  if (record_.reason == "SERVER_BUSY") {
    context_->AddTrailingMetadata(
        kPushbackKey, absl::StrCat(absl::ToInt64Milliseconds(kRetryDelay)));
  }
  context_->AddTrailingMetadata(kRequestIdKey, record_.request_id);
  context_->AddTrailingMetadata(
      kTimeKey,
      absl::StrCat(absl::ToInt64Milliseconds(absl::Now() - arrival_)));
  serving_.log->Write(record_);
  return end;
}

absl::Status NoteCorpus(const std::string& corpus, RequestRecord* record) {
  if (record->corpus.empty()) record->corpus = corpus;
  if (record->corpus == corpus) return absl::OkStatus();
  return InvalidFields(
      {{"corpus",
        "differs from that of the stream's first request; open a stream for "
        "each corpus."}});
}

absl::Time Call::callers_deadline() const {
  return absl::FromChrono(context_->deadline());
}

}  // namespace footnote
