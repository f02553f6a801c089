#include "service/batch_call.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "service/batch_response.h"
#include "service/error_status.h"

namespace footnote {
namespace {

using Progress = WorkerPool::Progress;

// Which questions of a batch are still to be answered. Thread-safe.
class OpenQuestions {
 public:
  explicit OpenQuestions(int count) : count_(count), unanswered_(count) {}

  // Returns the next question that nobody has begun, or nothing.
  std::optional<int> Take() {
    const int index = next_.fetch_add(1);
    if (index >= count_) return std::nullopt;
    return index;
  }

  // Notes that one which was taken is answered; returns whether all are, which
  // it does once.
  bool FinishOne() { return unanswered_.fetch_sub(1) == 1; }

 private:
  const int count_;
  std::atomic<int> next_ = 0;
  std::atomic<int> unanswered_;
};

// One of the tasks that share the questions. It may outlive the call, which
// ends when the last question is answered, and waits in line then for nothing.
struct Lane {
  std::shared_ptr<OpenQuestions> open;
  bool ends_call = false;  // Whether its reply finishes the call.
};

// Who holds a question that is not answered yet, or reads the batch, keeps the
// call from being finished, and may refer to it.
class BatchCall : public grpc::ServerUnaryReactor {
 public:
  BatchCall(const AskMethod& answer, const ServingContext& serving,
            grpc::CallbackServerContext* context,
            const grpc::ByteBuffer* request, grpc::ByteBuffer* response)
      : call_("BatchAsk", serving, context),
        answer_(answer),
        request_(*request),
        response_(response),
        deadline_(call_.Until(QuestionsDeadline(
            call_.arrival(),
            UnaryDeadline(call_.arrival(), call_.callers_deadline())))) {}

  void Begin() {
    const absl::StatusOr<Library*> library = call_.Enter(request_);
    if (!library.ok()) {
      Finish(call_.Conclude(library.status()));
      return;
    }
    library_ = *library;
    if (!AddLane(nullptr)) Finish(call_.Conclude(ServerBusyError()));
  }

 private:
  // Queues a task that shares `open`, or, if that is null, reads the batch
  // first. Returns whether there was room for it.
  bool AddLane(std::shared_ptr<OpenQuestions> open) {
    const auto lane = std::make_shared<Lane>();
    lane->open = std::move(open);
    return call_.serving().pool->SubmitReadSteps(
        [this, lane] {
          if (lane->open == nullptr) return BeginBatch(*lane);
          const std::optional<int> index = lane->open->Take();
          return index.has_value() ? Answer(*index, *lane) : Progress::kDone;
        },
        [this, lane] {
          if (lane->ends_call) Finish(call_.Conclude(outcome_));
        });
  }

  // Reads the batch, finds company and answers the first question.
  Progress BeginBatch(Lane& lane) {
    outcome_ = call_.Work(
        [this](const grpc::ByteBuffer& bytes, const CallScope& scope,
               grpc::ByteBuffer*) { return Read(bytes, scope); },
        library_, call_.arrival(), deadline_.time(), request_, response_);
    if (!outcome_.ok()) {
      lane.ends_call = true;
      return Progress::kDone;
    }
    const int count = batch_.requests_size();
    lane.open = std::make_shared<OpenQuestions>(count);
    const std::optional<int> first = lane.open->Take();
    const int lanes = std::min(count, call_.serving().pool->readers());
    for (int i = 1; i < lanes && AddLane(lane.open); ++i) {
    }
    return Answer(*first, lane);
  }

  // Reads the batch and makes its questions and results ready.
  absl::Status Read(const grpc::ByteBuffer& bytes, const CallScope& scope) {
    FOOTNOTE_RETURN_IF_ERROR(ReadMessage(bytes, &batch_));
    FOOTNOTE_RETURN_IF_ERROR(Validate(batch_));
    if (batch_.corpus().empty()) {
      batch_.set_corpus(std::string(kDefaultCorpus));
    }
    for (v1::AskRequest& request : *batch_.mutable_requests()) {
      if (request.corpus().empty()) request.set_corpus(batch_.corpus());
      results_.add_results();
    }
    const std::string& corpus = batch_.requests(0).corpus();
    const bool is_one_corpus = std::all_of(
        batch_.requests().begin(), batch_.requests().end(),
        [&](const auto& request) { return request.corpus() == corpus; });
    if (is_one_corpus) scope.record.corpus = corpus;
    scope.record.questions = static_cast<size_t>(batch_.requests_size());
    worked_.resize(scope.record.questions);
    return absl::OkStatus();
  }

  // Answers the question at `index`; once the time is over, refuses all that
  // nobody has begun, too: waiting in line for each would bring nothing.
  Progress Answer(int index, Lane& lane) {
    std::optional<int> next = index;
    while (next.has_value()) {
      AnswerOne(*next);
      const bool is_over = !deadline_.Check().ok();
      // If this was not the last, another lane may end the call from here on.
      if (lane.open->FinishOne()) return EndBatch(lane);
      if (!is_over) return Progress::kMore;
      next = lane.open->Take();
    }
    return Progress::kDone;
  }

  // Gives the question at `index` its result.
  void AnswerOne(int index) {
    const absl::Time begin = absl::Now();
    RequestRecord record;  // What is noted of one question is not written.
    const CallScope scope = {*library_, deadline_, record};
    v1::BatchAskResult* const result = results_.mutable_results(index);
    const absl::Status status = Guarded(
        [&]() -> absl::Status {
          FOOTNOTE_RETURN_IF_ERROR(deadline_.Check());
          return Perform(answer_, batch_.mutable_requests(index), scope,
                         result->mutable_response());
        },
        call_.serving().log);
    if (!status.ok()) {
      *result->mutable_error() = ToRpcStatus(status);
    } else if (result->ByteSizeLong() > kMaxMessageBytes) {
      // It can't be sent whatever the others are: not kept until then.
      *result->mutable_error() = ToRpcStatus(ResponseTooLargeError());
    }
    worked_[static_cast<size_t>(index)] = absl::Now() - begin;
  }

  // Makes the response of what every lane has left. The last deed of a lane
  // but its reply.
  Progress EndBatch(Lane& lane) {
    outcome_ = call_.Work(
        [this](const grpc::ByteBuffer&, const CallScope& scope,
               grpc::ByteBuffer* response) { return Write(scope, response); },
        library_, absl::Now(), absl::InfiniteFuture(), request_, response_);
    lane.ends_call = true;
    return Progress::kDone;
  }

  absl::Status Write(const CallScope& scope, grpc::ByteBuffer* response) {
    for (const absl::Duration worked : worked_) scope.record.worked += worked;
    // Without a time, it says whether the caller is still there.
    FOOTNOTE_RETURN_IF_ERROR(scope.deadline.Check());
    KeepWithinLimit(&results_);
    scope.record.outcome = OutcomesOf(results_);
    *response = WriteMessage(results_);
    return absl::OkStatus();
  }

  void OnCancel() override { call_.Cancel(); }

  // The last reaction: only lanes that find no question left may be behind it.
  void OnDone() override { delete this; }

  Call call_;
  const AskMethod& answer_;
  const grpc::ByteBuffer& request_;
  grpc::ByteBuffer* const response_;
  const Deadline deadline_;  // Of the questions.
  Library* library_ = nullptr;

  // An element belongs to the lane that took the question of its index.
  v1::BatchAskRequest batch_;
  v1::BatchAskResponse results_;
  std::vector<absl::Duration> worked_;

  absl::Status outcome_;  // Of the call; the ending lane's.
};

}  // namespace

absl::Time QuestionsDeadline(absl::Time arrival, absl::Time deadline) {
  constexpr absl::Duration kMostToSpare = absl::Milliseconds(250);
  return deadline - std::min((deadline - arrival) / 10, kMostToSpare);
}

grpc::ServerUnaryReactor* StartBatchCall(const AskMethod& answer,
                                         const ServingContext& serving,
                                         grpc::CallbackServerContext* context,
                                         const grpc::ByteBuffer* request,
                                         grpc::ByteBuffer* response) {
  auto* const call = new BatchCall(answer, serving, context, request, response);
  call->Begin();
  return call;
}

}  // namespace footnote
