// The lines of the server's log.

#ifndef FOOTNOTE_SERVICE_LOG_FORMAT_H_
#define FOOTNOTE_SERVICE_LOG_FORMAT_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace footnote {

// How a line of the log looks.
enum class LogFormat {
  kText,  // `time level key=value ...`, values quoted where they need it.
  kJson,  // One JSON object.
};

// How grave a line of the log is.
enum class LogLevel { kDebug, kInfo, kWarning, kError };

// What is told of one request. Strings are UTF-8.
struct RequestRecord {
  std::string request_id;
  std::string method;    // Such as `Ask`.
  std::string corpus;    // Empty if the request could not be read.
  std::string question;  // Written only if the log is asked to.
  std::string outcome;   // Of an answer, or of each of a batch; else empty.
  std::string peer;      // As gRPC names it.
  std::string reason;    // Of a failure; else empty.
  absl::StatusCode code = absl::StatusCode::kOk;
  absl::Duration queued;  // Waiting for a worker.
  absl::Duration worked;  // With a worker.
  size_t bytes_in = 0;    // Of all messages of the request.
  size_t bytes_out = 0;
  uint64_t revision = 0;  // Of the corpus; 0 if none was read.
  size_t questions = 0;   // Of a batch; else 0.
};

// Returns the line for `record`, without the end of line. Whatever the strings
// hold, the line is one line and, as JSON, one valid object.
std::string FormatRequest(LogFormat format, absl::Time time, LogLevel level,
                          const RequestRecord& record);

// Returns the line for a remark of the server itself.
std::string FormatNote(LogFormat format, absl::Time time, LogLevel level,
                       absl::string_view message);

// Returns how grave it is that a request ended with `code`: an error is a fault
// of the server or its storage, a warning that it had to turn work away.
LogLevel LevelOf(absl::StatusCode code);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_LOG_FORMAT_H_
