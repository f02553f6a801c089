// Whether requests are let in.

#ifndef FOOTNOTE_SERVICE_ADMISSION_H_
#define FOOTNOTE_SERVICE_ADMISSION_H_

#include <atomic>
#include <chrono>
#include <cstdint>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "retrieval/library.h"

namespace footnote {

// Knows whether the server is starting, serving or stopping. Thread-safe.
class Admission {
 public:
  // Lets requests in to `library`, which outlives every request let in. Called
  // once.
  void Open(Library* library);

  // Lets no further request in. Those let in go on.
  void Close() { closed_.store(true); }

  // Returns the library that a request may use.
  //
  // Errors: kUnavailable, reason NOT_SERVING, before Open() and after Close().
  absl::StatusOr<Library*> Enter();

  // Waits until no request has asked to enter for as long as `quiet`, or
  // `deadline` has passed, and returns whether it is quiet.
  bool WaitUntilQuiet(absl::Duration quiet, absl::Time deadline) const;

  // Returns whether Close() was called.
  bool closed() const { return closed_.load(); }

  // Returns how long ago Open() was called, or zero.
  absl::Duration Uptime() const;

 private:
  std::chrono::steady_clock::time_point opened_;  // Set before `library_`.
  std::atomic<Library*> library_ = nullptr;
  std::atomic<bool> closed_ = false;
  std::atomic<int64_t> last_asked_nanos_ = 0;  // Since the Unix epoch.
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_ADMISSION_H_
