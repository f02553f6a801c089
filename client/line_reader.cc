#include "client/line_reader.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>

#include "absl/time/clock.h"

namespace footnote {
namespace {

constexpr size_t kReadBytes = size_t{256} << 10;

int PollTimeout(absl::Time deadline) {
  if (deadline == absl::InfiniteFuture()) return -1;
  const absl::Duration left =
      std::max(deadline - absl::Now(), absl::ZeroDuration());
  return static_cast<int>(absl::ToInt64Milliseconds(
      std::min(left + absl::Milliseconds(1), absl::Hours(1))));
}

}  // namespace

LineEvent LineReader::Next(std::string* line, absl::Duration patience) {
  const absl::Time deadline = absl::Now() + patience;
  while (true) {
    if (stop_.stopped()) return LineEvent::kStopped;
    LineEvent event = LineEvent::kEnd;
    if (TakeLine(line, &event)) return event;
    if (at_end_) return LineEvent::kEnd;
    event = Fill(deadline);
    if (event != LineEvent::kLine) return event;
  }
}

bool LineReader::TakeLine(std::string* line, LineEvent* event) {
  const size_t feed = buffer_.find('\n', searched_);
  if (feed != std::string::npos) {
    *event = Finish(feed, 1, line);
    return true;
  }
  searched_ = buffer_.size();
  if (at_end_ && (searched_ > begin_ || skipped_ > 0)) {
    *event = Finish(searched_, 0, line);
    return true;
  }
  if (searched_ - begin_ > max_line_bytes_) {
    skipped_ += searched_ - begin_;
    buffer_.clear();
    begin_ = searched_ = 0;
  }
  return false;
}

LineEvent LineReader::Finish(size_t end, size_t feed_bytes, std::string* line) {
  const size_t length = end - begin_;
  const bool fits = skipped_ == 0 && length <= max_line_bytes_;
  if (fits) line->assign(buffer_, begin_, length);
  bytes_read_ += skipped_ + length + feed_bytes;
  ++line_number_;
  skipped_ = 0;
  begin_ = searched_ = end + feed_bytes;
  return fits ? LineEvent::kLine : LineEvent::kTooLong;
}

LineEvent LineReader::Fill(absl::Time deadline) {
  struct pollfd waits[] = {{fd_, POLLIN, 0}, {stop_.fd(), POLLIN, 0}};
  const int ready = poll(waits, 2, PollTimeout(deadline));
  if (stop_.stopped()) return LineEvent::kStopped;
  if (ready < 0 && errno != EINTR) return LineEvent::kFailed;
  if (ready > 0) return Read();
  return absl::Now() >= deadline ? LineEvent::kIdle : LineEvent::kLine;
}

LineEvent LineReader::Read() {
  buffer_.erase(0, begin_);
  searched_ -= begin_;
  begin_ = 0;
  const size_t held = buffer_.size();
  buffer_.resize(held + kReadBytes);
  const ssize_t count = read(fd_, buffer_.data() + held, kReadBytes);
  buffer_.resize(held + static_cast<size_t>(std::max<ssize_t>(count, 0)));
  if (count < 0 && errno != EINTR && errno != EAGAIN) {
    return LineEvent::kFailed;
  }
  at_end_ = count == 0;
  return LineEvent::kLine;
}

}  // namespace footnote
