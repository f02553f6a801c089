// Questions in flight, whose answers come back in the order of asking.

#ifndef FOOTNOTE_CLIENT_ORDERED_ANSWERS_H_
#define FOOTNOTE_CLIENT_ORDERED_ANSWERS_H_

#include <grpcpp/client_context.h>

#include <deque>
#include <memory>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "google/rpc/status.pb.h"

namespace footnote {

// What came back for one question. `error` is OK exactly if `response` counts.
struct QuestionResult {
  v1::AskResponse response;
  google::rpc::Status error;
};

// A queue of bounded length: one thread asks, another takes the results.
// Thread-safe.
class OrderedAnswers {
 public:
  // Asks through `stub`, which outlives this object. At most `capacity`
  // questions are in flight or waiting to be taken; each has `timeout`.
  OrderedAnswers(v1::QuestionAnsweringService::Stub& stub, int capacity,
                 absl::Duration timeout)
      : stub_(stub), capacity_(capacity), timeout_(timeout) {}

  // Waits for the questions in flight; their results are dropped.
  ~OrderedAnswers();
  OrderedAnswers(const OrderedAnswers&) = delete;
  OrderedAnswers& operator=(const OrderedAnswers&) = delete;

  // Asks `request`. Waits for room in the queue first.
  void Ask(v1::AskRequest request);

  // Puts `error` in the place of an answer. Waits for room in the queue first.
  void Refuse(google::rpc::Status error);

  // Tells that nothing more will be asked.
  void Close();

  // Waits for the next result in order. Returns null once everything that was
  // asked before Close() has been taken.
  std::unique_ptr<QuestionResult> Take();

 private:
  // A question on its way. Stays where it is until its result is taken.
  struct Flight {
    grpc::ClientContext context;
    v1::AskRequest request;
    QuestionResult result;
    bool landed = false;
  };

  Flight* Add(std::unique_ptr<Flight> flight);
  void Land(Flight* flight, const grpc::Status& status);
  bool HasRoom() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  bool CanTake() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  v1::QuestionAnsweringService::Stub& stub_;
  const int capacity_;
  const absl::Duration timeout_;
  absl::Mutex mutex_;
  std::deque<std::unique_ptr<Flight>> flights_ ABSL_GUARDED_BY(mutex_);
  bool closed_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_ORDERED_ANSWERS_H_
