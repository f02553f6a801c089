#include "service/request_log.h"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <utility>

#include "absl/time/clock.h"

namespace footnote {
namespace {

// The lines that may wait to be written.
constexpr size_t kWaitingLines = 8192;

spdlog::level::level_enum ToSpdlog(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarning:
      return spdlog::level::warn;
    case LogLevel::kError:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

}  // namespace

class RequestLog::Lines {
 public:
  Lines() : thread_(std::make_shared<Thread>(kWaitingLines, 1)) {}

  std::shared_ptr<spdlog::logger> MakeLogger() {
    return std::make_shared<spdlog::async_logger>(
        "footnoted", std::make_shared<spdlog::sinks::stderr_sink_mt>(), thread_,
        spdlog::async_overflow_policy::overrun_oldest);
  }

 private:
  using Thread = spdlog::details::thread_pool;
  std::shared_ptr<Thread> thread_;
};

RequestLog::RequestLog(const Options& options,
                       std::shared_ptr<spdlog::logger> logger)
    : options_(options), logger_(std::move(logger)) {
  logger_->set_pattern("%v");
  logger_->set_level(ToSpdlog(options_.level));
}

RequestLog::RequestLog(const Options& options)
    : options_(options),
      lines_(std::make_unique<Lines>()),
      logger_(lines_->MakeLogger()) {
  logger_->set_pattern("%v");
  logger_->set_level(ToSpdlog(options_.level));
}

RequestLog::~RequestLog() { logger_->flush(); }

void RequestLog::Write(const RequestRecord& record) {
  const LogLevel level = LevelOf(record.code);
  if (level < options_.level) return;
  if (options_.questions || record.question.empty()) {
    WriteLine(level,
              FormatRequest(options_.format, absl::Now(), level, record));
    return;
  }
  // What people ask is their own affair.
  RequestRecord discreet = record;
  discreet.question.clear();
  WriteLine(level,
            FormatRequest(options_.format, absl::Now(), level, discreet));
}

void RequestLog::Note(LogLevel level, absl::string_view message) {
  if (level < options_.level) return;
  WriteLine(level, FormatNote(options_.format, absl::Now(), level, message));
}

void RequestLog::WriteLine(LogLevel level, const std::string& line) {
  // As a view, not as a format: the line may hold braces.
  logger_->log(ToSpdlog(level), spdlog::string_view_t(line));
}

}  // namespace footnote
