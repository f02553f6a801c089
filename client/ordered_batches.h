// Batches of questions in flight, which come back in the order of asking.

#ifndef FOOTNOTE_CLIENT_ORDERED_BATCHES_H_
#define FOOTNOTE_CLIENT_ORDERED_BATCHES_H_

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "client/asked_batch.h"
#include "footnote/v1/question_answering.grpc.pb.h"

namespace footnote {

// A queue of bounded length: one thread asks, another takes the results.
// Thread-safe.
class OrderedBatches {
 public:
  // Asks through `stub`, which outlives this object. At most `capacity` batches
  // are in flight or waiting to be taken. `timeout` is that of AskedBatch.
  OrderedBatches(v1::QuestionAnsweringService::Stub& stub, size_t capacity,
                 absl::Duration timeout)
      : stub_(stub), capacity_(capacity), timeout_(timeout) {}

  // Waits for the batches in flight; their results are dropped.
  ~OrderedBatches();
  OrderedBatches(const OrderedBatches&) = delete;
  OrderedBatches& operator=(const OrderedBatches&) = delete;

  // Asks those of `questions` whose `error` is OK. Waits for room in the queue
  // first.
  void Ask(std::vector<AskedQuestion> questions);

  // Tells that nothing more will be asked.
  void Close();

  // Waits for the next batch in order and returns it with its results; nothing
  // once everything that was asked before Close() has been taken.
  std::optional<std::vector<AskedQuestion>> Take();

 private:
  // A batch on its way. Stays where it is until it is taken.
  struct Flight {
    std::unique_ptr<AskedBatch> call;
    bool landed = false;
  };

  bool HasRoom() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  bool CanTake() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  v1::QuestionAnsweringService::Stub& stub_;
  const size_t capacity_;
  const absl::Duration timeout_;
  absl::Mutex mutex_;
  std::deque<std::unique_ptr<Flight>> flights_ ABSL_GUARDED_BY(mutex_);
  bool closed_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_ORDERED_BATCHES_H_
