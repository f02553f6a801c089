#include "client/import_call.h"

#include <utility>

namespace footnote {

ImportCall::ImportCall(v1::CorpusService::Stub& corpora) {
  corpora.async()->ImportDocuments(&context_, this);
  // Writes start from outside of reactions.
  AddHold();
  StartRead(&incoming_);
  StartCall();
}

ImportCall::~ImportCall() { Finish(); }

void ImportCall::Write(const v1::ImportDocumentsRequest& request) {
  {
    const absl::MutexLock lock(&mutex_);
    to_write_.push_back(&request);
  }
  Advance();
}

void ImportCall::WritesDone() {
  {
    const absl::MutexLock lock(&mutex_);
    writes_done_ = true;
  }
  Advance();
}

ImportCall::Event ImportCall::Next(v1::ImportDocumentsResponse* response,
                                   absl::Time deadline) {
  const absl::MutexLock lock(&mutex_);
  if (!mutex_.AwaitWithDeadline(absl::Condition(this, &ImportCall::HasNews),
                                deadline)) {
    return Event::kTimeout;
  }
  if (responses_.empty()) return Event::kEnded;
  *response = std::move(responses_.front());
  responses_.pop_front();
  return Event::kResponse;
}

grpc::Status ImportCall::Finish() {
  if (!finished_) {
    finished_ = true;
    {
      const absl::MutexLock lock(&mutex_);
      half_closed_ = true;
      if (!ended_) context_.TryCancel();
    }
    RemoveHold();
  }
  const absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(&done_));
  return status_;
}

void ImportCall::OnWriteDone(bool ok) {
  {
    const absl::MutexLock lock(&mutex_);
    writing_ = false;
    if (!ok) half_closed_ = true;
  }
  Advance();
}

void ImportCall::OnReadDone(bool ok) {
  {
    const absl::MutexLock lock(&mutex_);
    if (ok) {
      responses_.push_back(std::move(incoming_));
    } else {
      ended_ = true;
      half_closed_ = true;
    }
  }
  if (ok) StartRead(&incoming_);
}

void ImportCall::OnDone(const grpc::Status& status) {
  const absl::MutexLock lock(&mutex_);
  status_ = status;
  done_ = true;
}

// The operation starts outside of the lock, as its reaction may take it. It is
// the only one: `writing_` or `half_closed_` keeps every other caller out.
void ImportCall::Advance() {
  const v1::ImportDocumentsRequest* request = nullptr;
  {
    const absl::MutexLock lock(&mutex_);
    if (writing_ || half_closed_) return;
    if (!to_write_.empty()) {
      request = to_write_.front();
      to_write_.pop_front();
      writing_ = true;
    } else if (writes_done_) {
      half_closed_ = true;
    } else {
      return;
    }
  }
  if (request != nullptr) {
    StartWrite(request);
  } else {
    StartWritesDone();
  }
}

bool ImportCall::HasNews() const { return !responses_.empty() || ended_; }

}  // namespace footnote
