// What the changes of a corpus removed.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_REMOVAL_LOG_H_
#define FOOTNOTE_RETRIEVAL_INDEX_REMOVAL_LOG_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/index/posting.h"

namespace footnote {

// Remembers which passages the latest changes of one corpus removed, so that
// what was read at one revision can be brought to a later one. Thread-safe.
class RemovalLog {
 public:
  // What it remembers at most; what is older is forgotten.
  static constexpr size_t kMaxChanges = 4096;
  static constexpr size_t kMaxPassages = 262'144;

  // Announces that the change that makes `revision` removes `passages`, before
  // the change is committed: whoever sees the revision finds it here. If the
  // change fails, nobody sees it, and the next announces the same revision
  // anew.
  void Announce(uint64_t revision, std::vector<PassageNumber> passages);

  // Returns what the changes after revision `from` up to revision `to` removed,
  // in order of number; nothing unless every one of them is remembered.
  //
  // REQUIRES: from <= to.
  std::optional<std::vector<PassageNumber>> Between(uint64_t from,
                                                    uint64_t to) const;

 private:
  // Forgets the oldest change.
  void Forget() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  mutable absl::Mutex mutex_;
  // One a revision without a gap, from `first_` on.
  std::deque<std::vector<PassageNumber>> changes_ ABSL_GUARDED_BY(mutex_);
  uint64_t first_ ABSL_GUARDED_BY(mutex_) = 0;
  size_t passages_ ABSL_GUARDED_BY(mutex_) = 0;  // In all of them.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_REMOVAL_LOG_H_
