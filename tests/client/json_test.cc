#include "client/json.h"

#include <gtest/gtest.h>

#include <string>

#include "client/failure.h"
#include "footnote/v1/question_answering.pb.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::footnote::testing::StatusIs;
using ::testing::HasSubstr;

TEST(ToJsonTest, PrintsZeroValuesInLowerCamelCase) {
  v1::AskResponse response;
  response.mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  response.set_corpus_revision(7);
  const std::string json = ToJson(response, JsonLayout::kOneLine);
  EXPECT_THAT(json, HasSubstr("\"outcome\":\"OUTCOME_NOT_ANSWERED\""));
  EXPECT_THAT(json, HasSubstr("\"sentences\":[]"));
  EXPECT_THAT(json, HasSubstr("\"corpusRevision\":\"7\""));
  EXPECT_EQ(json.find('\n'), std::string::npos);
  EXPECT_THAT(ToJson(response, JsonLayout::kIndented), HasSubstr("\n  "));
}

TEST(ErrorToJsonTest, ResolvesDetails) {
  EXPECT_EQ(ErrorToJson(MalformedInput("line 1: bad")),
            "{\"error\":{\"code\":3,\"message\":\"line 1: bad\",\"details\":[{"
            "\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\","
            "\"reason\":\"MALFORMED_MESSAGE\",\"domain\":\"footnote\","
            "\"metadata\":{}}]}}");
}

TEST(ErrorToJsonTest, LeavesOutDetailsOfUnknownTypes) {
  google::rpc::Status error = MalformedInput("m");
  google::protobuf::Any& other = *error.add_details();
  other.set_type_url("type.googleapis.com/other.Thing");
  other.set_value("some bytes");
  const std::string json = ErrorToJson(error);
  EXPECT_THAT(json, HasSubstr("MALFORMED_MESSAGE"));
  EXPECT_EQ(json.find("other.Thing"), std::string::npos);
}

TEST(ParseJsonTest, ReadsAnAskRequest) {
  v1::AskRequest request;
  ASSERT_OK(ParseJson(
      R"({"question": {"text": "Who\u00e9?", "filter": {"documentIds": ["a"]}},
          "options": {"maxSentences": 2, "minConfidence": 0}})",
      request));
  EXPECT_EQ(request.question().text(), "Whoé?");
  EXPECT_EQ(request.question().filter().document_ids(0), "a");
  EXPECT_EQ(request.options().max_sentences(), 2);
  EXPECT_TRUE(request.options().has_min_confidence());
}

TEST(ParseJsonTest, RefusesWithTheReason) {
  const struct {
    const char* json;
    const char* reason;
  } kCases[] = {
      {"", "not a JSON object"},
      {"[]", "not a JSON object"},
      {"null", "not a JSON object"},
      {"{\"bogus\": 1}", "bogus"},
      {"{\"question\": {\"bogus\": 1}}", "bogus"},
      {"{\"corpus\": \"a\", \"corpus\": \"b\"}", "`corpus` stands twice"},
      {"{\"corpus\": \"a\xff\"}", "byte 14 is not valid UTF-8"},
      {"{'corpus': 'a'}", "not JSON at byte 2"},
      {"{corpus: \"a\"}", "not JSON at byte 2"},
      {"{\"corpus\": \"a\\q\"}", "not JSON at byte 14"},
      {"{\"corpus\": \"a\tb\"}", "not JSON at byte 14"},
      {"{\"corpus\": \"a\"", "Unexpected end"},
      {"{\"corpus\": \"a", "Closing quote"},
      {"{\"corpus\": \"\\ud800\"}", "surrogate"},
      {"{} {}", "end of input"},
      {"{\"question\": \"text\"}", "question"},
      {"{\"options\": {\"maxSentences\": \"many\"}}", "many"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.json);
    v1::AskRequest request;
    const absl::Status status = ParseJson(c.json, request);
    EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.reason));
    EXPECT_EQ(status.message().find('\n'), absl::string_view::npos);
  }
}

TEST(ParseJsonTest, IgnoresWhatIsNotKnownOnRequest) {
  v1::AskResponse response;
  ASSERT_OK(ParseJson(
      R"({"bogus": {"a": [1]}, "answer": {"outcome": "LATER", "x": null},
          "corpusRevision": "7"})",
      response, UnknownJson::kIgnore));
  EXPECT_EQ(response.corpus_revision(), 7u);
  EXPECT_THAT(ParseJson(R"({"corpusRevision": "many"})", response,
                        UnknownJson::kIgnore),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(ParseJsonTest, RefusesDeepNestingWithoutOverflow) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "{\"a\":";
  EXPECT_THAT(ParseJsonObject(deep),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace footnote
