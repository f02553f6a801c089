#include "service/stream_watch.h"

#include <algorithm>

namespace footnote {

StreamWatch::StreamWatch(std::chrono::milliseconds silence)
    : silence_(silence), thread_([this] { Watch(); }) {}

StreamWatch::~StreamWatch() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void StreamWatch::Add(WatchedStream* stream) {
  {
    const std::lock_guard lock(mutex_);
    streams_.insert(stream);
    look_again_ = true;
  }
  changed_.notify_all();
}

void StreamWatch::Remove(WatchedStream* stream) {
  // The lock waits for a look in progress, so that the stream may go after.
  const std::lock_guard lock(mutex_);
  streams_.erase(stream);
  if (streams_.empty()) empty_.notify_all();
}

void StreamWatch::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    look_again_ = true;
  }
  changed_.notify_all();
}

bool StreamWatch::WaitUntilEmpty(WatchedStream::Time deadline) {
  std::unique_lock lock(mutex_);
  return empty_.wait_until(lock, deadline, [this] { return streams_.empty(); });
}

void StreamWatch::Watch() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    look_again_ = false;
    const auto now = std::chrono::steady_clock::now();
    auto oldest = now;  // A stream that begins to wait later is due later.
    for (WatchedStream* const stream : streams_) {
      oldest =
          std::min(oldest, stream->EndIfWaiting(now - silence_, stopping_));
    }
    changed_.wait_until(lock, oldest + silence_,
                        [this] { return ending_ || look_again_; });
  }
}

}  // namespace footnote
