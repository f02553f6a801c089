// A request to stop reading that wakes whoever waits for input.

#ifndef FOOTNOTE_CLIENT_STOP_SIGNAL_H_
#define FOOTNOTE_CLIENT_STOP_SIGNAL_H_

#include <atomic>

namespace footnote {

// Set once, by any thread or by a signal to the process, and never unset.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  // Lets the next SIGINT, SIGTERM or SIGHUP set this signal, unless the process
  // ignores it; the same one again ends the process. At most one StopSignal of
  // a process at a time, which outlives the signal.
  void StopOnInterrupt();

  // Sets the signal. Safe in a signal handler.
  void Stop();

  // Returns whether the signal is set.
  bool stopped() const { return stopped_.load(); }

  // A descriptor that is readable once the signal is set, to poll with. Owned
  // by this object.
  int fd() const { return fd_; }

 private:
  std::atomic<bool> stopped_ = false;
  int fd_;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_STOP_SIGNAL_H_
