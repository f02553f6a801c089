#include "client/import_sender.h"

#include <algorithm>
#include <utility>

#include "absl/time/clock.h"
#include "client/failure.h"

namespace footnote {
namespace {

// A server that was there may be starting again, which takes some seconds; one
// that never was is told of soon.
constexpr int kTriesAtFirst = 4;
constexpr int kTriesLater = 9;

absl::Duration BackOff(int failed_tries) {
  return std::min(absl::Milliseconds(100) * (1 << failed_tries),
                  absl::Seconds(2));
}

google::rpc::Status Ok() { return google::rpc::Status(); }

google::rpc::Status Failure(grpc::StatusCode code, absl::string_view message) {
  google::rpc::Status status;
  status.set_code(static_cast<int>(code));
  status.set_message(std::string(message));
  return status;
}

}  // namespace

ImportSender::ImportSender(v1::CorpusService::Stub& corpora,
                           absl::Duration timeout, Acknowledged acknowledged)
    : corpora_(corpora),
      timeout_(timeout),
      acknowledged_(std::move(acknowledged)) {}

google::rpc::Status ImportSender::Send(ImportBatch batch) {
  google::rpc::Status status = WaitForAtMost(kMaxUnacknowledged - 1);
  if (status.code() != 0) return status;
  pending_.push_back(std::make_unique<Pending>());
  pending_.back()->batch = std::move(batch);
  if (call_ == nullptr) {
    Open();
    return Ok();
  }
  pending_.back()->sent = absl::Now();
  call_->Write(pending_.back()->batch.request);
  return Ok();
}

google::rpc::Status ImportSender::Collect() {
  bool taken = true;
  while (taken && call_ != nullptr) {
    const google::rpc::Status status = Take(absl::InfinitePast(), &taken);
    if (status.code() != 0) return status;
  }
  const bool late =
      !pending_.empty() && absl::Now() > pending_.front()->sent + timeout_;
  return late ? WaitForAtMost(pending_.size() - 1) : Ok();
}

google::rpc::Status ImportSender::Finish() {
  google::rpc::Status status = WaitForAtMost(0);
  if (status.code() != 0 || call_ == nullptr) return status;
  call_->WritesDone();
  v1::ImportDocumentsResponse response;
  // Everything is durable, so how the stream ends no longer matters.
  call_->Next(&response, absl::Now() + timeout_);
  call_.reset();
  return Ok();
}

google::rpc::Status ImportSender::WaitForAtMost(size_t most) {
  while (pending_.size() > most) {
    bool taken = false;
    const google::rpc::Status status =
        Take(pending_.front()->sent + timeout_, &taken);
    if (status.code() != 0) return status;
    if (!taken) {
      return Failure(grpc::StatusCode::DEADLINE_EXCEEDED,
                     "an acknowledgement is late");
    }
  }
  return Ok();
}

google::rpc::Status ImportSender::Take(absl::Time deadline, bool* taken) {
  v1::ImportDocumentsResponse response;
  const ImportCall::Event event = call_->Next(&response, deadline);
  *taken = event != ImportCall::Event::kTimeout;
  if (event == ImportCall::Event::kEnded) return Reopen();
  return *taken ? Acknowledge(response) : Ok();
}

google::rpc::Status ImportSender::Acknowledge(
    const v1::ImportDocumentsResponse& response) {
  if (pending_.empty() ||
      response.results_size() !=
          pending_.front()->batch.request.documents_size()) {
    return Failure(grpc::StatusCode::INTERNAL,
                   "the server's acknowledgement fits no batch that was sent; "
                   "is it footnoted, of this program's version?");
  }
  const std::unique_ptr<Pending> acknowledged = std::move(pending_.front());
  pending_.pop_front();
  // The next one had to wait for this one.
  if (!pending_.empty()) pending_.front()->sent = absl::Now();
  failed_tries_ = 0;
  ever_acknowledged_ = true;
  acknowledged_(acknowledged->batch, response);
  return Ok();
}

google::rpc::Status ImportSender::Reopen() {
  const google::rpc::Status error = RichStatus(call_->Finish());
  call_.reset();
  // The server ends a stream that is silent for long. There is nothing to do
  // until the next batch.
  if (pending_.empty()) return Ok();
  const int tries = ever_acknowledged_ ? kTriesLater : kTriesAtFirst;
  if (error.code() == 0) {
    return Failure(grpc::StatusCode::INTERNAL,
                   "the server ended the import without acknowledging all");
  }
  // A deadline here is the end of a silent stream, crossed by a batch.
  const bool may_pass = error.code() == grpc::StatusCode::UNAVAILABLE ||
                        error.code() == grpc::StatusCode::DEADLINE_EXCEEDED ||
                        TellsToRetry(error);
  if (!may_pass || ++failed_tries_ >= tries) return error;
  absl::SleepFor(BackOff(failed_tries_ - 1));
  Open();
  return Ok();
}

void ImportSender::Open() {
  call_ = std::make_unique<ImportCall>(corpora_);
  for (const std::unique_ptr<Pending>& pending : pending_) {
    pending->sent = absl::Now();
    call_->Write(pending->batch.request);
  }
}

}  // namespace footnote
