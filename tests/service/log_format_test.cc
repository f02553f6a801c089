#include "service/log_format.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace footnote {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const absl::Time kTime = absl::FromUnixMillis(1'738'315'800'250);

// Reads a line back with Protobuf's own JSON parser.
google::protobuf::Struct ParseJson(const std::string& line) {
  google::protobuf::Struct parsed;
  const auto status =
      google::protobuf::util::JsonStringToMessage(line, &parsed);
  EXPECT_TRUE(status.ok()) << status.ToString() << " in " << line;
  return parsed;
}

RequestRecord AskRecord() {
  RequestRecord record;
  record.request_id = "r-1";
  record.method = "Ask";
  record.corpus = "news";
  record.outcome = "OUTCOME_ANSWERED";
  record.peer = "ipv4:127.0.0.1:5";
  record.queued = absl::Microseconds(1500);
  record.worked = absl::Milliseconds(12);
  record.bytes_in = 40;
  record.bytes_out = 900;
  record.revision = 7;
  return record;
}

TEST(LogFormatTest, TextIsReadable) {
  EXPECT_EQ(
      FormatRequest(LogFormat::kText, kTime, LogLevel::kInfo, AskRecord()),
      "2025-01-31T09:30:00.250Z info method=Ask corpus=news code=OK "
      "outcome=OUTCOME_ANSWERED queued_ms=1.500 worked_ms=12.000 bytes_in=40 "
      "bytes_out=900 revision=7 peer=ipv4:127.0.0.1:5 request_id=r-1");
}

TEST(LogFormatTest, JsonHoldsEveryField) {
  const auto parsed = ParseJson(
      FormatRequest(LogFormat::kJson, kTime, LogLevel::kInfo, AskRecord()));
  const auto& fields = parsed.fields();
  EXPECT_EQ(fields.at("time").string_value(), "2025-01-31T09:30:00.250Z");
  EXPECT_EQ(fields.at("level").string_value(), "info");
  EXPECT_EQ(fields.at("code").string_value(), "OK");
  EXPECT_EQ(fields.at("queued_ms").number_value(), 1.5);
  EXPECT_EQ(fields.at("bytes_out").number_value(), 900);
  EXPECT_EQ(fields.at("revision").number_value(), 7);
  EXPECT_EQ(fields.count("reason"), size_t{0});
}

TEST(LogFormatTest, HostileTextStaysOneLineAndOneValue) {
  const std::vector<std::string> hostile = {
      "\",\"level\":\"fake",
      "line\nbreak\r\n2025 error method=Fake",
      "\\",
      "\\u0000 \x01\x1f\x7f",
      std::string("nul\0nul", 7),
      "\u2028\u2029 \u202e é 東京 😀",
      "</script>",
  };
  for (const std::string& text : hostile) {
    SCOPED_TRACE(text);
    RequestRecord record = AskRecord();
    record.question = text;
    record.peer = text;
    const std::string json =
        FormatRequest(LogFormat::kJson, kTime, LogLevel::kInfo, record);
    EXPECT_THAT(json, Not(HasSubstr("\n")));
    const auto parsed = ParseJson(json);
    EXPECT_EQ(parsed.fields().at("question").string_value(), text);
    EXPECT_EQ(parsed.fields().at("peer").string_value(), text);
    EXPECT_EQ(parsed.fields().at("level").string_value(), "info");
    EXPECT_THAT(FormatRequest(LogFormat::kText, kTime, LogLevel::kInfo, record),
                Not(HasSubstr("\n")));
  }
}

TEST(LogFormatTest, NotesTakeTheSameForms) {
  EXPECT_EQ(FormatNote(LogFormat::kText, kTime, LogLevel::kWarning, "a \"b\""),
            "2025-01-31T09:30:00.250Z warning message=\"a \\\"b\\\"\"");
  const auto parsed = ParseJson(
      FormatNote(LogFormat::kJson, kTime, LogLevel::kWarning, "a \"b\""));
  EXPECT_EQ(parsed.fields().at("message").string_value(), "a \"b\"");
}

TEST(LogFormatTest, FaultsOfOursAreErrors) {
  EXPECT_EQ(LevelOf(absl::StatusCode::kOk), LogLevel::kInfo);
  EXPECT_EQ(LevelOf(absl::StatusCode::kInvalidArgument), LogLevel::kInfo);
  EXPECT_EQ(LevelOf(absl::StatusCode::kResourceExhausted), LogLevel::kWarning);
  EXPECT_EQ(LevelOf(absl::StatusCode::kDataLoss), LogLevel::kError);
  EXPECT_EQ(LevelOf(absl::StatusCode::kInternal), LogLevel::kError);
}

}  // namespace
}  // namespace footnote
