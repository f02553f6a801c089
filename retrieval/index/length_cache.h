// The lengths of a corpus's passages in memory.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_LENGTH_CACHE_H_
#define FOOTNOTE_RETRIEVAL_INDEX_LENGTH_CACHE_H_

#include <cstdint>
#include <memory>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/index/passage_lengths.h"

namespace footnote {

// The lengths of a corpus's passages, read once and shared by its readers. A
// passage's length never changes, so those of a later revision serve an earlier
// one as well. Thread-safe.
class LengthCache {
 public:
  // Returns the lengths of every passage of the snapshot of `reader`, which is
  // at `revision`, and perhaps of some that are gone or came later.
  //
  // Errors: as LengthReader::Update().
  absl::StatusOr<std::shared_ptr<const PassageLengths>> Get(
      LengthReader& reader, uint64_t revision);

 private:
  absl::Mutex mutex_;
  uint64_t revision_ ABSL_GUARDED_BY(mutex_) = 0;  // Up to which it was read.
  std::shared_ptr<const PassageLengths> lengths_ ABSL_GUARDED_BY(mutex_) =
      std::make_shared<PassageLengths>();
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_LENGTH_CACHE_H_
