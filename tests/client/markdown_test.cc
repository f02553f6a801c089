#include "client/markdown.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

TEST(EscapeMarkdownTest, ShowsTextAsItIs) {
  const struct {
    const char* text;
    const char* want;
  } kCases[] = {
      {"Plain text, 3.5 %.", "Plain text, 3.5 %."},
      {"*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"},
      {"<script>", "\\<script\\>"},
      {"[^1]: x", "\\[^1\\]: x"},
      {"a\n# b", "a \\# b"},
      {"- item - item", "\\- item - item"},
      {"12. May", "12\\. May"},
      {"12 May.", "12 May."},
      {"\x1b[1m", "\\\\u\\{1b\\}\\[1m"},
      {"", ""},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(EscapeMarkdown(c.text), c.want);
  }
}

TEST(AnswerMarkdownTest, QuotesWithFootnotes) {
  v1::AskResponse response;
  v1::Answer& answer = *response.mutable_answer();
  answer.set_outcome(v1::OUTCOME_ANSWERED);
  answer.set_confidence(0.5);
  answer.set_confidence_band(v1::CONFIDENCE_BAND_MEDIUM);
  v1::CitedSentence& sentence = *answer.add_sentences();
  sentence.set_text("It opened.");
  sentence.mutable_citation()->set_document_id("a_1");
  sentence.mutable_citation()->set_title("Bridge");
  sentence.mutable_citation()->set_uri("https://post.example/1");
  sentence.mutable_citation()->mutable_span()->set_end_byte(10);
  EXPECT_EQ(AnswerMarkdown(response),
            "> It opened. [^1]\n"
            "\n"
            "*confidence 0.50 (uncalibrated, medium)*\n"
            "\n"
            "[^1]: Bridge. Document a\\_1, sentence 0, bytes 0–10. "
            "<https://post.example/1>\n");
}

TEST(AnswerMarkdownTest, MakesNoLinkOfWhatABrowserMustNotOpen) {
  v1::AskResponse response;
  v1::Answer& answer = *response.mutable_answer();
  answer.set_outcome(v1::OUTCOME_ANSWERED);
  v1::Citation& citation = *answer.add_sentences()->mutable_citation();
  for (const char* uri : {"javascript:alert(1)", "https://a> <b"}) {
    SCOPED_TRACE(uri);
    citation.set_uri(uri);
    EXPECT_EQ(AnswerMarkdown(response).find(absl::StrCat("<", uri)),
              std::string::npos);
  }
}

TEST(AnswerMarkdownTest, SaysWhyThereIsNoAnswer) {
  v1::AskResponse response;
  response.mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  response.mutable_answer()->add_not_answered_reasons(
      v1::NOT_ANSWERED_REASON_NO_MATCH);
  EXPECT_EQ(AnswerMarkdown(response),
            "**No answer:** no sentence holds a term of the question.\n");
}

TEST(PassagesMarkdownTest, NumbersPassages) {
  v1::SearchResponse response;
  EXPECT_EQ(PassagesMarkdown(response, 1), "**No passage matches.**\n");
  v1::ScoredPassage& passage = *response.add_passages();
  passage.set_score(1.25);
  passage.set_text("It opened.");
  passage.mutable_citation()->set_document_id("a");
  passage.mutable_citation()->mutable_span()->set_end_byte(10);
  EXPECT_EQ(PassagesMarkdown(response, 1),
            "1. **1.250** a. Document a, bytes 0–10.\n\n"
            "   > It opened.\n\n");
  EXPECT_EQ(PassagesMarkdown(response, 100),
            "100. **1.250** a. Document a, bytes 0–10.\n\n"
            "     > It opened.\n\n");
}

}  // namespace
}  // namespace footnote
