// Lines of a file or pipe, of bounded length, one at a time.

#ifndef FOOTNOTE_CLIENT_LINE_READER_H_
#define FOOTNOTE_CLIENT_LINE_READER_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "client/stop_signal.h"

namespace footnote {

// The longest line that is read. A document of the longest text fits even if
// each of its bytes is escaped.
inline constexpr size_t kMaxLineBytes = size_t{8} << 20;

// What some programs put before the first line; no part of it.
inline constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What came of waiting for a line.
enum class LineEvent {
  kLine,     // A line.
  kTooLong,  // A line longer than allowed, skipped without being held.
  kIdle,     // Nothing within the time given.
  kEnd,      // There are no more lines.
  kStopped,  // The stop signal is set.
  kFailed,   // Reading failed; errno says why.
};

// Reads lines that end with a line feed or with the input. Not thread-safe.
class LineReader {
 public:
  // Reads from `fd`, which is not owned. `stop` outlives the reader.
  LineReader(int fd, const StopSignal& stop,
             size_t max_line_bytes = kMaxLineBytes)
      : fd_(fd), stop_(stop), max_line_bytes_(max_line_bytes) {}

  // Waits for a line at most as long as `patience` and puts it, without its
  // line feed, into `*line`. Everything but kLine leaves `*line` unspecified.
  LineEvent Next(std::string* line, absl::Duration patience);

  // The number of the line last returned or skipped, from 1.
  int64_t line_number() const { return line_number_; }

  // The bytes of all lines returned or skipped so far, line feeds included.
  uint64_t bytes_read() const { return bytes_read_; }

 private:
  // Takes the next line out of the buffer, if it is there.
  bool TakeLine(std::string* line, LineEvent* event);
  // Waits for input and adds it to the buffer.
  LineEvent Fill(absl::Time deadline);
  // Reads what is there into the buffer.
  LineEvent Read();
  // Ends a line at `end`, of which the feed is `feed_bytes` long.
  LineEvent Finish(size_t end, size_t feed_bytes, std::string* line);

  const int fd_;
  const StopSignal& stop_;
  const size_t max_line_bytes_;
  std::string buffer_;
  size_t begin_ = 0;      // Of the first line in the buffer.
  size_t searched_ = 0;   // Before this there is no line feed.
  uint64_t skipped_ = 0;  // Bytes of a line too long, already dropped.
  bool at_end_ = false;
  int64_t line_number_ = 0;
  uint64_t bytes_read_ = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_LINE_READER_H_
