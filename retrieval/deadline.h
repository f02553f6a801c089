// How long a piece of work may go on.

#ifndef FOOTNOTE_RETRIEVAL_DEADLINE_H_
#define FOOTNOTE_RETRIEVAL_DEADLINE_H_

#include <atomic>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace footnote {

// A point in time at which work stops, and a flag by which it stops sooner.
// Cheap to copy. Long loops and SQLite's progress handler ask it now and then.
class Deadline {
 public:
  // Never ends.
  static Deadline Infinite() { return Deadline(absl::InfiniteFuture()); }

  // Ends at `time`, or once `*cancelled` is true. `cancelled` may be null; it
  // has to outlive this object and its copies, and may be set by any thread.
  explicit Deadline(absl::Time time,
                    const std::atomic<bool>* cancelled = nullptr)
      : time_(time), cancelled_(cancelled) {}

  // Returns OK while work may go on.
  //
  // Errors: kCancelled once the flag is set, else kDeadlineExceeded once the
  // time has come; each with its reason.
  absl::Status Check() const;

  absl::Time time() const { return time_; }

 private:
  absl::Time time_;
  const std::atomic<bool>* cancelled_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_DEADLINE_H_
