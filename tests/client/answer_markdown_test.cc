#include "client/answer_markdown.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::Cited;
using ::footnote::testing::ElectoralConflict;

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
  EXPECT_EQ(AnswerMarkdown(response, {}),
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
    EXPECT_EQ(AnswerMarkdown(response, {}).find(absl::StrCat("<", uri)),
              std::string::npos);
  }
}

TEST(AnswerMarkdownTest, SaysWhyThereIsNoAnswer) {
  v1::AskResponse response;
  response.mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  response.mutable_answer()->add_not_answered_reasons(
      v1::NOT_ANSWERED_REASON_NO_MATCH);
  EXPECT_EQ(AnswerMarkdown(response, {}),
            "**No answer:** no sentence holds a term of the question.\n");
}

TEST(AnswerMarkdownTest, EscapesWhatTheQuestionNamed) {
  v1::AskResponse response;
  response.mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  response.mutable_answer()->add_not_answered_reasons(
      v1::NOT_ANSWERED_REASON_SPEAKER_NOT_FOUND);
  response.mutable_interpretation()->set_speaker("<b>");
  EXPECT_EQ(AnswerMarkdown(response, {}),
            "**No answer:** nothing that matches was said by \"\\<b\\>\".\n");
}

TEST(AnswerMarkdownTest, ShowsTimelineConflictsAndInferences) {
  v1::AskResponse response;
  v1::Answer& answer = *response.mutable_answer();
  answer.set_outcome(v1::OUTCOME_ANSWERED);
  for (const char* id : {"a", "b", "c"}) {
    *answer.add_sentences() = Cited("It opened.", id, "Post", "2025-01-31");
  }
  answer.mutable_sentences(0)->mutable_time()->set_value("2024-05");
  answer.mutable_sentences(1)->mutable_time()->set_value("2024-05");
  answer.mutable_sentences(1)->mutable_time()->set_is_publication(true);
  *answer.add_conflicts() = ElectoralConflict();
  v1::Inference& inference =
      *response.mutable_interpretation()->add_inferences();
  inference.set_field("entities[0]");
  inference.set_value("B*");
  EXPECT_EQ(
      AnswerMarkdown(response, {.is_timeline = true, .interpretation = true}),
      "**2024-05**\n"
      "\n"
      "> It opened. [^1]\n"
      "\n"
      "> It opened. [^2]\n"
      "\n"
      "- dated by its publication\n"
      "\n"
      "**undated**\n"
      "\n"
      "> It opened. [^3]\n"
      "\n"
      "**The documents differ on \"electoral votes\":**\n"
      "\n"
      "| says | sentence | reported by |\n"
      "|---|---|---|\n"
      "| 277 | He has **277** electoral votes, enough to win. | Wire, "
      "2024-11-06 [^4] |\n"
      "| 312, later report | The final count gives him **312** electoral "
      "votes. | Ledger, 2024-11-10 [^5] |\n"
      "\n"
      "*confidence 0.00 (uncalibrated, unknown)*\n"
      "\n"
      "*taken from the question: entity \"B\\*\"*\n"
      "\n"
      "[^1]: a — Post, 2025-01-31. Document a, sentence 0, bytes "
      "100–110.\n"
      "[^2]: b — Post, 2025-01-31. Document b, sentence 0, bytes "
      "100–110.\n"
      "[^3]: c — Post, 2025-01-31. Document c, sentence 0, bytes "
      "100–110.\n"
      "[^4]: w1 — Wire, 2024-11-06. Document w1, sentence 0, bytes "
      "100–142.\n"
      "[^5]: l1 — Ledger, 2024-11-10. Document l1, sentence 0, bytes "
      "100–146.\n");
}

}  // namespace
}  // namespace footnote
