#include "client/quotations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/json.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::footnote::testing::StatusIs;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

template <typename Quoting>
void Quote(const std::string& text, Quoting* quoting) {
  quoting->set_text(text);
  quoting->mutable_citation()->set_document_id("a");
  quoting->mutable_citation()->mutable_span()->set_end_byte(1);
}

v1::AskResponse Answer(const std::string& cited, const std::string& rejected) {
  v1::AskResponse response;
  Quote(cited, response.mutable_answer()->add_sentences());
  Quote(rejected,
        response.mutable_answer()->add_rejected()->mutable_sentence());
  return response;
}

std::vector<std::string> Texts(const absl::StatusOr<SavedAnswers>& saved) {
  EXPECT_OK(saved);
  std::vector<std::string> texts;
  if (!saved.ok()) return texts;
  for (const auto& quotation : saved->quotations) {
    texts.push_back(quotation.text());
  }
  return texts;
}

TEST(ReadSavedAnswersTest, TakesEveryMessageInBothLayouts) {
  v1::SearchResponse search;
  Quote("passage", search.add_passages());
  v1::BatchAskResponse batch;
  *batch.add_results()->mutable_response() = Answer("one", "two");
  *batch.add_results()->mutable_response() = Answer("three", "one");
  v1::VerifyCitationsRequest request;
  Quote("quoted", request.add_quotations());
  for (const JsonLayout layout :
       {JsonLayout::kIndented, JsonLayout::kOneLine}) {
    const auto read = [layout](const auto& message) {
      return Texts(
          ReadSavedAnswers(absl::StrCat("\n", ToJson(message, layout), "\n")));
    };
    EXPECT_THAT(read(Answer("cited", "rejected")),
                ElementsAre("cited", "rejected"));
    EXPECT_THAT(read(search), ElementsAre("passage"));
    EXPECT_THAT(read(batch), ElementsAre("one", "two", "three"));
    EXPECT_THAT(read(request), ElementsAre("quoted"));
  }
}

TEST(ReadSavedAnswersTest, TakesWhatAgreesAndWhatContradicts) {
  v1::AskResponse response = Answer("cited", "rejected");
  v1::Answer& answer = *response.mutable_answer();
  v1::CitedSentence& cited = *answer.mutable_sentences(0);
  Quote("corroboration", cited.add_corroborations());
  // What stands beside a sentence has no footnote of its own.
  cited.add_context_before()->set_text("context");
  cited.mutable_answer_span()->set_text("span");
  for (const char* side : {"one side", "the other"}) {
    Quote(side, answer.add_conflicts()->add_positions()->add_sentences());
  }
  EXPECT_THAT(Texts(ReadSavedAnswers(ToJson(response, JsonLayout::kOneLine))),
              ElementsAre("cited", "corroboration", "rejected", "one side",
                          "the other"));
}

TEST(ReadSavedAnswersTest, KeepsWhatDistinguishesCitations) {
  v1::VerifyCitationsRequest request;
  for (int i = 0; i < 3; ++i) Quote("same", request.add_quotations());
  request.mutable_quotations(1)->mutable_citation()->set_document_id("b");
  request.set_corpus("news");
  const auto saved = ReadSavedAnswers(ToJson(request, JsonLayout::kOneLine));
  ASSERT_OK(saved);
  ASSERT_EQ(saved->quotations.size(), 2u);
  EXPECT_EQ(saved->quotations[1].citation().document_id(), "b");
  EXPECT_EQ(saved->corpus, "news");
}

TEST(ReadSavedAnswersTest, CountsFailuresAmongLines) {
  const std::string answer =
      ToJson(Answer("cited", "cited"), JsonLayout::kOneLine);
  const auto saved = ReadSavedAnswers(
      absl::StrCat("{\"error\":{\"code\":3}}\n\n", answer, "\r\n", answer,
                   "\n{\"error\":{\"code\":4}}\n"));
  EXPECT_THAT(Texts(saved), ElementsAre("cited"));
  EXPECT_EQ(saved->errors, 2);
  v1::BatchAskResponse batch;
  batch.add_results()->mutable_error()->set_code(3);
  EXPECT_EQ(ReadSavedAnswers(ToJson(batch, JsonLayout::kOneLine))->errors, 1);
}

TEST(ReadSavedAnswersTest, IgnoresWhatALaterServerAdds) {
  const auto saved = ReadSavedAnswers(
      R"({"answer": {"outcome": "OUTCOME_LATER", "news": [{"a": 1}],
          "sentences": [{"text": "t", "mood": "glad", "citation":
            {"documentId": "a", "span": {"endByte": 1}, "shelf": {}}}]},
          "later": 1})");
  EXPECT_THAT(Texts(saved), ElementsAre("t"));
}

TEST(ReadSavedAnswersTest, FindsNothingInWhatWasNotAnswered) {
  EXPECT_THAT(Texts(ReadSavedAnswers(
                  R"({"answer": {"outcome": "OUTCOME_NOT_ANSWERED"}})")),
              IsEmpty());
  EXPECT_THAT(Texts(ReadSavedAnswers(R"({"interpretation": {}})")), IsEmpty());
}

TEST(ReadSavedAnswersTest, RefusesWithTheReason) {
  const struct {
    const char* text;
    const char* reason;
  } kCases[] = {
      {"", "not a JSON object"},
      {"\n\n", "not a JSON object"},
      {"Who? [1]\n", "not JSON at byte"},
      {"{}", "no answer of the server"},
      {"{\"error\":{}}", "there is no answer in it"},
      {"{\"answer\":{}}\n{\"answer\":", "line 2: "},
      {"{\"answer\":{}}\n{\"id\":\"a\"}\n", "line 2: no answer of the server"},
      {"{\"answer\":{\"sentences\":[{\"text\":\"t\"}]}}", "lacks its text"},
      {"{\"quotations\":[],\"corpus\":\"a\"}\n{\"quotations\":[]}",
       "line 2: it is for the corpus ``"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const auto saved = ReadSavedAnswers(c.text);
    EXPECT_THAT(saved, StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_THAT(std::string(saved.status().message()), HasSubstr(c.reason));
  }
}

}  // namespace
}  // namespace footnote
