#include "retrieval/ingest/parallel_preparation.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "retrieval/ingest/preparer.h"

namespace footnote {
namespace {

// More than a few don't get more out of one writer.
constexpr size_t kMaxThreads = 4;

// Returns how many threads prepare so many documents. The one that takes them
// has a processor of its own.
size_t ThreadsFor(size_t documents) {
  if (documents < 2) return 0;
  const size_t processors = std::thread::hardware_concurrency();
  return std::clamp<size_t>(processors, 2, kMaxThreads + 1) - 1;
}

}  // namespace

ParallelPreparation::ParallelPreparation(const std::vector<Document>& documents,
                                         Courtesy& courtesy)
    : documents_(documents), courtesy_(courtesy), prepared_(documents.size()) {
  for (size_t i = ThreadsFor(documents.size()); i > 0; --i) {
    try {
      threads_.emplace_back([this] {
        while (next_ < documents_.size()) {
          courtesy_.GiveWay();
          PrepareOne();
        }
      });
    } catch (const std::system_error&) {
      return;  // No more are to be had: those that there are will do.
    }
  }
}

ParallelPreparation::~ParallelPreparation() {
  next_ = documents_.size();
  for (std::thread& thread : threads_) thread.join();
}

absl::StatusOr<PreparedDocument> ParallelPreparation::TakeNext() {
  const size_t wanted = taken_++;
  while (!IsPrepared(wanted) && PrepareOne()) {
  }
  const absl::MutexLock lock(&mutex_);
  Prepared& prepared = prepared_[wanted];
  const auto is_there = [](Prepared* of) { return of->has_value(); };
  mutex_.Await(absl::Condition(+is_there, &prepared));
  return *std::exchange(prepared, std::nullopt);
}

bool ParallelPreparation::IsPrepared(size_t i) {
  const absl::MutexLock lock(&mutex_);
  return prepared_[i].has_value();
}

bool ParallelPreparation::PrepareOne() {
  const size_t i = next_++;
  if (i >= documents_.size()) return false;
  Prepared prepared(Prepare(documents_[i]));
  const absl::MutexLock lock(&mutex_);
  prepared_[i] = std::move(prepared);
  return true;
}

}  // namespace footnote
