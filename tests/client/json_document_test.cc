#include "client/json_document.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

absl::StatusOr<v1::Document> Parse(absl::string_view line,
                                   UnknownKeys unknown_keys) {
  v1::Document document;
  const absl::Status status = ParseJsonDocument(line, unknown_keys, &document);
  if (!status.ok()) return status;
  return document;
}

using ::footnote::testing::StatusIs;
using ::testing::HasSubstr;

TEST(ParseJsonDocumentTest, ReadsEveryField) {
  const auto document = Parse(
      R"({"id": "a", "title": "T", "text": "x\ny", "uri": "u", "source": "s",
          "published": "2025-01-31", "language": "en",
          "metadata": {"desk": "world", "": "e"}})",
      UnknownKeys::kRefuse);
  ASSERT_OK(document);
  EXPECT_EQ(document->id(), "a");
  EXPECT_EQ(document->title(), "T");
  EXPECT_EQ(document->text(), "x\ny");
  EXPECT_EQ(document->uri(), "u");
  EXPECT_EQ(document->source(), "s");
  EXPECT_EQ(document->published(), "2025-01-31");
  EXPECT_EQ(document->language(), "en");
  EXPECT_EQ(document->metadata().at("desk"), "world");
  EXPECT_EQ(document->metadata_size(), 2);
}

TEST(ParseJsonDocumentTest, KeepsTextByteForByte) {
  const auto document = Parse(
      "{\"text\": \" \\t\u00a0e\u0301 \\ud83d\\ude00\U0001F600\\u0000\\/ \"}",
      UnknownKeys::kRefuse);
  ASSERT_OK(document);
  std::string want = " \t\u00a0e\u0301 \U0001F600\U0001F600";
  want.push_back('\0');
  want += "/ ";
  EXPECT_EQ(document->text(), want);
}

TEST(ParseJsonDocumentTest, TakesOtherNamesAndNull) {
  const auto document = Parse(
      R"({"_id": "a", "date": "2025-01-31", "uri": null, "metadata": null})",
      UnknownKeys::kRefuse);
  ASSERT_OK(document);
  EXPECT_EQ(document->id(), "a");
  EXPECT_EQ(document->published(), "2025-01-31");
  EXPECT_EQ(document->uri(), "");
}

TEST(ParseJsonDocumentTest, RefusesWithTheReason) {
  const struct {
    const char* line;
    const char* reason;
  } kCases[] = {
      {R"({"id": "a", "b": 1, "body": 2})", "unknown keys `b`, `body`"},
      {R"({"id": 7})", "`id` is not a string"},
      {R"({"text": ["a"]})", "`text` is not a string"},
      {R"({"metadata": "a"})", "`metadata` is not an object"},
      {R"({"metadata": {"k": 1}})", "`metadata.k` is not a string"},
      {R"({"id": "a", "_id": "b"})", "`_id` and `id` mean the same"},
      {R"({"date": "a", "published": "b"})", "mean the same"},
      {R"({"id": "a", "id": "b"})", "`id` stands twice"},
      {R"({"id": "a")", "Unexpected end"},
      {R"("a")", "not a JSON object"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.line);
    const auto document = Parse(c.line, UnknownKeys::kRefuse);
    ASSERT_THAT(document, StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_THAT(std::string(document.status().message()), HasSubstr(c.reason));
  }
}

TEST(ParseJsonDocumentTest, KeepsTheIdOfARefusedLine) {
  v1::Document document;
  EXPECT_THAT(ParseJsonDocument(R"({"id": "one", "body": "x"})",
                                UnknownKeys::kRefuse, &document),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(document.id(), "one");
}

TEST(ParseJsonDocumentTest, IgnoresUnknownKeysIfAsked) {
  const auto document = Parse(R"({"id": "a", "b": [1]})", UnknownKeys::kIgnore);
  ASSERT_OK(document);
  EXPECT_EQ(document->id(), "a");
}

}  // namespace
}  // namespace footnote
