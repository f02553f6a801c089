#include "service/log_format.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/wrappers.pb.h"

namespace footnote {
namespace {

// One key of a line and its value, which is written as it is if `is_number`.
struct Field {
  absl::string_view key;
  std::string value;
  bool is_number = false;
};

absl::string_view LevelName(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return "debug";
    case LogLevel::kInfo:
      return "info";
    case LogLevel::kWarning:
      return "warning";
    case LogLevel::kError:
      return "error";
  }
  return "error";
}

// Returns `text` as a JSON string: proto3 JSON writes a StringValue as one.
std::string JsonString(absl::string_view text) {
  google::protobuf::StringValue value;
  value.set_value(std::string(text));
  std::string json;
  const auto status = google::protobuf::util::MessageToJsonString(value, &json);
  return status.ok() ? json : "\"?\"";
}

// Returns `text` quoted and escaped unless it is one plain word.
std::string TextValue(absl::string_view text) {
  bool is_plain = !text.empty();
  for (const char c : text) {
    if (!absl::ascii_isgraph(static_cast<unsigned char>(c)) || c == '"' ||
        c == '\\' || c == '=') {
      is_plain = false;
    }
  }
  if (is_plain) return std::string(text);
  return absl::StrCat("\"", absl::Utf8SafeCEscape(text), "\"");
}

std::string Milliseconds(absl::Duration duration) {
  return absl::StrFormat("%.3f", absl::ToDoubleMilliseconds(duration));
}

std::string FormatLine(LogFormat format, absl::Time time, LogLevel level,
                       const std::vector<Field>& fields) {
  // UTC, so that lines of several machines can be merged.
  const std::string now =
      absl::FormatTime("%Y-%m-%dT%H:%M:%E3SZ", time, absl::UTCTimeZone());
  if (format == LogFormat::kText) {
    std::string line = absl::StrCat(now, " ", LevelName(level));
    for (const Field& field : fields) {
      absl::StrAppend(&line, " ", field.key, "=", TextValue(field.value));
    }
    return line;
  }
  std::string line = absl::StrCat(R"({"time":")", now, R"(","level":")",
                                  LevelName(level), "\"");
  for (const Field& field : fields) {
    absl::StrAppend(&line, ",\"", field.key, "\":",
                    field.is_number ? field.value : JsonString(field.value));
  }
  return line + "}";
}

// Adds the text `value` unless it is empty.
void AddText(absl::string_view key, const std::string& value,
             std::vector<Field>* fields) {
  if (!value.empty()) fields->push_back({key, value});
}

}  // namespace

std::string FormatRequest(LogFormat format, absl::Time time, LogLevel level,
                          const RequestRecord& record) {
  std::vector<Field> fields;
  fields.push_back({"method", record.method});
  AddText("corpus", record.corpus, &fields);
  fields.push_back({"code", absl::StatusCodeToString(record.code)});
  AddText("reason", record.reason, &fields);
  if (record.questions > 0) {
    fields.push_back({"questions", absl::StrCat(record.questions), true});
  }
  AddText("outcome", record.outcome, &fields);
  fields.push_back({"queued_ms", Milliseconds(record.queued), true});
  fields.push_back({"worked_ms", Milliseconds(record.worked), true});
  fields.push_back({"bytes_in", absl::StrCat(record.bytes_in), true});
  fields.push_back({"bytes_out", absl::StrCat(record.bytes_out), true});
  // Revision 0 is that of a corpus without a change, and of no corpus.
  if (record.revision > 0) {
    fields.push_back({"revision", absl::StrCat(record.revision), true});
  }
  AddText("peer", record.peer, &fields);
  AddText("request_id", record.request_id, &fields);
  AddText("question", record.question, &fields);
  return FormatLine(format, time, level, fields);
}

std::string FormatNote(LogFormat format, absl::Time time, LogLevel level,
                       absl::string_view message) {
  return FormatLine(format, time, level, {{"message", std::string(message)}});
}

LogLevel LevelOf(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kFailedPrecondition:
      return LogLevel::kError;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kResourceExhausted:
    case absl::StatusCode::kDeadlineExceeded:
      return LogLevel::kWarning;
    default:
      return LogLevel::kInfo;
  }
}

}  // namespace footnote
