// Whether requests are let in.

#ifndef FOOTNOTE_SERVICE_ADMISSION_H_
#define FOOTNOTE_SERVICE_ADMISSION_H_

#include <atomic>
#include <chrono>

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
  void Close();

  // Returns the library that a request may use.
  //
  // Errors: kUnavailable, reason NOT_SERVING, before Open() and after Close().
  absl::StatusOr<Library*> Enter() const;

  // Count a call from its arrival, let in or not, until nothing of it is left
  // to be sent.
  void Arrive();
  void Leave();

  // Returns whether there has been a time since Close() without any call: then
  // none of those let in is left, however many have come to be refused since.
  bool emptied() const { return emptied_.load(); }

  // Waits until there are no calls and none has arrived for as long as `quiet`,
  // or `deadline` has passed, and returns whether it is quiet.
  bool WaitUntilQuiet(std::chrono::milliseconds quiet,
                      std::chrono::steady_clock::time_point deadline) const;

  // Returns whether Close() was called.
  bool closed() const { return closed_.load(); }

  // Returns how long ago Open() was called, or zero.
  absl::Duration Uptime() const;

 private:
  std::chrono::steady_clock::time_point opened_;  // Set before `library_`.
  std::atomic<Library*> library_ = nullptr;
  std::atomic<bool> closed_ = false;
  std::atomic<bool> emptied_ = false;
  std::atomic<int> calls_ = 0;
  std::atomic<std::chrono::steady_clock::time_point> last_arrival_ = {};
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_ADMISSION_H_
