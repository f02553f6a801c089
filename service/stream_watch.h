// Ends streams whose callers have fallen silent, and all when the server stops.

#ifndef FOOTNOTE_SERVICE_STREAM_WATCH_H_
#define FOOTNOTE_SERVICE_STREAM_WATCH_H_

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace footnote {

// A stream that can be looked at.
class WatchedStream {
 public:
  using Time = std::chrono::steady_clock::time_point;

  virtual ~WatchedStream() = default;

  // Ends the stream if it waits for its caller since `silent_since` or longer,
  // or, if `stopping`, if it waits for its caller at all. Called by any thread.
  // Returns since when it waits; the far future if it does not.
  virtual Time EndIfWaiting(Time silent_since, bool stopping) = 0;
};

// The open streams, and a thread that looks after them. Thread-safe.
class StreamWatch {
 public:
  // A stream may be silent for `silence`.
  explicit StreamWatch(std::chrono::milliseconds silence);

  // Ends the thread. REQUIRES: no stream is left.
  ~StreamWatch();

  StreamWatch(const StreamWatch&) = delete;
  StreamWatch& operator=(const StreamWatch&) = delete;

  // Looks after `stream` until Remove() returns. Not to be called by what
  // EndIfWaiting() calls.
  void Add(WatchedStream* stream);
  void Remove(WatchedStream* stream);

  // Ends every stream that waits for its caller, now and from now on.
  void Stop();

  // Waits until no stream is left, at most until `deadline`; returns whether
  // none is.
  bool WaitUntilEmpty(WatchedStream::Time deadline);

 private:
  // Looks after the streams until the watch ends.
  void Watch();

  const std::chrono::milliseconds silence_;
  std::mutex mutex_;  // Guards what follows.
  std::condition_variable changed_;
  std::condition_variable empty_;
  std::set<WatchedStream*> streams_;
  bool stopping_ = false;
  bool look_again_ = false;  // Whether something happened since the last look.
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_STREAM_WATCH_H_
