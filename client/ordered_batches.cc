#include "client/ordered_batches.h"

#include <utility>

namespace footnote {

OrderedBatches::~OrderedBatches() {
  Close();
  while (Take().has_value()) {
  }
}

void OrderedBatches::Ask(std::vector<AskedQuestion> questions) {
  auto flight = std::make_unique<Flight>();
  Flight* const added = flight.get();
  flight->call = std::make_unique<AskedBatch>(
      stub_, timeout_, std::move(questions), [this, added] {
        const absl::MutexLock lock(&mutex_);
        added->landed = true;
      });
  {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &OrderedBatches::HasRoom));
    flights_.push_back(std::move(flight));
  }
  added->call->Start();
}

void OrderedBatches::Close() {
  const absl::MutexLock lock(&mutex_);
  closed_ = true;
}

std::optional<std::vector<AskedQuestion>> OrderedBatches::Take() {
  const absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(this, &OrderedBatches::CanTake));
  if (flights_.empty()) return std::nullopt;
  std::vector<AskedQuestion> questions =
      std::move(flights_.front()->call->questions());
  flights_.pop_front();
  return questions;
}

bool OrderedBatches::HasRoom() const { return flights_.size() < capacity_; }

bool OrderedBatches::CanTake() const {
  return flights_.empty() ? closed_ : flights_.front()->landed;
}

}  // namespace footnote
