// What the server writes about its requests and itself.

#ifndef FOOTNOTE_SERVICE_REQUEST_LOG_H_
#define FOOTNOTE_SERVICE_REQUEST_LOG_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "service/log_format.h"

namespace spdlog {
class logger;
}

namespace footnote {

// Writes lines to a logger. Thread-safe.
class RequestLog {
 public:
  // What the log shows.
  struct Options {
    LogFormat format = LogFormat::kText;
    LogLevel level = LogLevel::kInfo;  // The least grave that is written.
    bool questions = false;            // Whether the text of questions is.
  };

  // Writes lines to `logger`, whose pattern and level are set here.
  RequestLog(const Options& options, std::shared_ptr<spdlog::logger> logger);

  // Writes to stderr from a thread of its own; when lines come faster than they
  // can be written, the oldest are lost and no request waits.
  explicit RequestLog(const Options& options);

  ~RequestLog();  // Writes what is left.
  RequestLog(const RequestLog&) = delete;
  RequestLog& operator=(const RequestLog&) = delete;

  // Writes the line of a finished request.
  void Write(const RequestRecord& record);

  // Writes a remark of the server itself.
  void Note(LogLevel level, absl::string_view message);

 private:
  class Lines;  // The thread that writes, if it is the log's own.

  void WriteLine(LogLevel level, const std::string& line);

  const Options options_;
  std::unique_ptr<Lines> lines_;
  std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_REQUEST_LOG_H_
