// A log whose lines a test can read.

#ifndef FOOTNOTE_TESTS_SERVICE_CAPTURED_LOG_H_
#define FOOTNOTE_TESTS_SERVICE_CAPTURED_LOG_H_

#include <spdlog/logger.h>
#include <spdlog/sinks/ringbuffer_sink.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "service/request_log.h"

namespace footnote::testing {

// Keeps the last thousand lines. Thread-safe.
class CapturedLog {
 public:
  explicit CapturedLog(const RequestLog::Options& options)
      : sink_(std::make_shared<spdlog::sinks::ringbuffer_sink_mt>(1000)),
        log_(options, std::make_shared<spdlog::logger>("test", sink_)) {}

  RequestLog& log() { return log_; }

  // Returns the lines so far, without their ends.
  std::vector<std::string> lines() const {
    std::vector<std::string> lines = sink_->last_formatted();
    for (std::string& line : lines) absl::StripTrailingAsciiWhitespace(&line);
    return lines;
  }

 private:
  std::shared_ptr<spdlog::sinks::ringbuffer_sink_mt> sink_;
  RequestLog log_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_SERVICE_CAPTURED_LOG_H_
