// Makes documents ready to be written while others are being written.

#ifndef FOOTNOTE_RETRIEVAL_INGEST_PARALLEL_PREPARATION_H_
#define FOOTNOTE_RETRIEVAL_INGEST_PARALLEL_PREPARATION_H_

#include <atomic>
#include <cstddef>
#include <optional>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/courtesy.h"
#include "retrieval/document.h"
#include "retrieval/index/writer.h"

namespace footnote {

// Prepares some documents, in order, on threads of its own, and hands them to
// one thread that takes them in the same order.
class ParallelPreparation {
 public:
  // Begins to prepare `documents`, which outlive this object, on so many
  // threads as there are processors, the taker's not counted: it prepares one
  // itself where that which it wants is not ready. One document by itself is
  // prepared when it is taken, as all are if no thread can be had. Before each
  // document the threads give way by `courtesy`, which outlives this object,
  // too; so does the taker, if it likes, before it takes one.
  ParallelPreparation(const std::vector<Document>& documents,
                      Courtesy& courtesy);

  // Waits for what is under way; what was not begun is left.
  ~ParallelPreparation();

  ParallelPreparation(const ParallelPreparation&) = delete;
  ParallelPreparation& operator=(const ParallelPreparation&) = delete;

  // Returns the next document prepared, once it is.
  //
  // Errors: as Prepare(): that one document is refused.
  //
  // REQUIRES: it was called fewer times than there are documents.
  absl::StatusOr<PreparedDocument> TakeNext();

 private:
  using Prepared = std::optional<absl::StatusOr<PreparedDocument>>;

  // Prepares the next document that nobody does. Returns whether there was one.
  bool PrepareOne();

  // Returns whether the document at `i` is there to be taken.
  bool IsPrepared(size_t i);

  const std::vector<Document>& documents_;
  Courtesy& courtesy_;
  std::atomic<size_t> next_ = 0;  // That no thread has begun with.
  size_t taken_ = 0;              // Of the taker.
  absl::Mutex mutex_;
  std::vector<Prepared> prepared_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::thread> threads_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INGEST_PARALLEL_PREPARATION_H_
