#include "client/ordered_answers.h"

#include <utility>

#include "client/connection.h"
#include "client/failure.h"

namespace footnote {

OrderedAnswers::~OrderedAnswers() {
  Close();
  while (Take() != nullptr) {
  }
}

void OrderedAnswers::Ask(v1::AskRequest request) {
  auto flight = std::make_unique<Flight>();
  flight->request = std::move(request);
  Flight* const added = Add(std::move(flight));
  SetTimeout(added->context, timeout_);
  stub_.async()->Ask(
      &added->context, &added->request, &added->result.response,
      [this, added](const grpc::Status& status) { Land(added, status); });
}

void OrderedAnswers::Refuse(google::rpc::Status error) {
  auto flight = std::make_unique<Flight>();
  flight->result.error = std::move(error);
  flight->landed = true;
  Add(std::move(flight));
}

void OrderedAnswers::Close() {
  const absl::MutexLock lock(&mutex_);
  closed_ = true;
}

std::unique_ptr<QuestionResult> OrderedAnswers::Take() {
  const absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(this, &OrderedAnswers::CanTake));
  if (flights_.empty()) return nullptr;
  auto result =
      std::make_unique<QuestionResult>(std::move(flights_.front()->result));
  flights_.pop_front();
  return result;
}

OrderedAnswers::Flight* OrderedAnswers::Add(std::unique_ptr<Flight> flight) {
  const absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(this, &OrderedAnswers::HasRoom));
  flights_.push_back(std::move(flight));
  return flights_.back().get();
}

void OrderedAnswers::Land(Flight* flight, const grpc::Status& status) {
  google::rpc::Status error;
  if (!status.ok()) error = RichStatus(status);
  const absl::MutexLock lock(&mutex_);
  flight->result.error = std::move(error);
  flight->landed = true;
}

bool OrderedAnswers::HasRoom() const {
  return flights_.size() < static_cast<size_t>(capacity_);
}

bool OrderedAnswers::CanTake() const {
  return flights_.empty() ? closed_ : flights_.front()->landed;
}

}  // namespace footnote
