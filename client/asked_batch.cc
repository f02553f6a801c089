#include "client/asked_batch.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/time/clock.h"
#include "client/failure.h"

namespace footnote {
namespace {

// A server that says "at once" would else be asked without end.
constexpr absl::Duration kLeastDelay = absl::Milliseconds(10);

// Returns whether `response` has a result for each of `count` questions.
bool Fits(const v1::BatchAskResponse& response, size_t count) {
  return response.results_size() == static_cast<int>(count) &&
         std::all_of(response.results().begin(), response.results().end(),
                     [](const v1::BatchAskResult& result) {
                       return result.has_response() ||
                              result.error().code() != 0;
                     });
}

bool IsLate(const google::rpc::Status& error) {
  return error.code() == grpc::StatusCode::DEADLINE_EXCEEDED;
}

}  // namespace

AskedBatch::AskedBatch(v1::QuestionAnsweringService::Stub& stub,
                       absl::Duration timeout,
                       std::vector<AskedQuestion> questions,
                       std::function<void()> done)
    : stub_(stub),
      timeout_(timeout),
      questions_(std::move(questions)),
      done_(std::move(done)) {
  for (size_t i = 0; i < questions_.size(); ++i) {
    if (questions_[i].error.code() == 0) open_.push_back(i);
  }
}

void AskedBatch::Start() {
  give_up_ = absl::Now() + timeout_;
  Continue();
}

void AskedBatch::Continue() {
  if (open_.empty() && alone_.empty()) {
    // This object may be gone before that returns.
    const std::function<void()> done = done_;
    return done();
  }
  if (delay_ == absl::ZeroDuration()) {
    return open_.empty() ? AskAlone() : AskTogether();
  }
  const absl::Time again = absl::Now() + std::exchange(delay_, {});
  alarm_ = std::make_unique<grpc::Alarm>();
  alarm_->Set(absl::ToChronoTime(again), [this](bool) { Continue(); });
}

grpc::ClientContext* AskedBatch::BeginCall() {
  context_ = std::make_unique<grpc::ClientContext>();
  context_->set_deadline(absl::ToChronoTime(give_up_));
  return context_.get();
}

void AskedBatch::AskTogether() {
  request_.Clear();
  response_.Clear();
  for (const size_t i : open_) *request_.add_requests() = questions_[i].request;
  stub_.async()->BatchAsk(
      BeginCall(), &request_, &response_,
      [this](const grpc::Status& status) { LandTogether(status); });
}

void AskedBatch::LandTogether(const grpc::Status& status) {
  const std::vector<size_t> asked = std::exchange(open_, {});
  google::rpc::Status failure = RichStatus(status);
  if (status.ok() && !Fits(response_, asked.size())) {
    failure = FailureOf(absl::InternalError(
        "the server's results fit no questions that it was asked; is it "
        "footnoted, of this program's version?"));
  }
  if (failure.code() != 0) {
    for (const size_t i : asked) Fail(i, failure);
    return Continue();
  }
  const bool any_answered = std::any_of(
      response_.results().begin(), response_.results().end(),
      [](const v1::BatchAskResult& result) { return result.has_response(); });
  if (any_answered) give_up_ = absl::Now() + timeout_;
  for (size_t i = 0; i < asked.size(); ++i) {
    v1::BatchAskResult& result =
        *response_.mutable_results(static_cast<int>(i));
    if (result.has_response()) {
      questions_[asked[i]].response.Swap(result.mutable_response());
    } else if (any_answered && IsLate(result.error())) {
      open_.push_back(asked[i]);
    } else {
      Fail(asked[i], result.error());
    }
  }
  Continue();
}

void AskedBatch::AskAlone() {
  AskedQuestion& question = questions_[alone_.back()];
  stub_.async()->Ask(BeginCall(), &question.request, &question.response,
                     [this](const grpc::Status& status) { LandAlone(status); });
}

void AskedBatch::LandAlone(const grpc::Status& status) {
  const size_t question = alone_.back();
  const google::rpc::Status failure = RichStatus(status);
  if (failure.code() == 0 || !WaitOut(failure)) {
    questions_[question].error = failure;
    alone_.pop_back();
    give_up_ = absl::Now() + timeout_;
  }
  Continue();
}

bool AskedBatch::WaitOut(const google::rpc::Status& error) {
  const std::optional<absl::Duration> delay = RetryDelay(error);
  if (error.code() != grpc::StatusCode::RESOURCE_EXHAUSTED ||
      !delay.has_value() || absl::Now() + *delay >= give_up_) {
    return false;
  }
  delay_ = std::max({delay_, *delay, kLeastDelay});
  return true;
}

void AskedBatch::Fail(size_t question, const google::rpc::Status& error) {
  if (WaitOut(error)) {
    open_.push_back(question);
  } else if (ReasonOf(error) == "RESPONSE_TOO_LARGE") {
    alone_.push_back(question);
  } else {
    questions_[question].error = error;
  }
}

}  // namespace footnote
