#include "client/explanation_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "client/answer_markdown.h"
#include "client/answer_text.h"

namespace footnote {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

v1::SentenceExplanation Explanation() {
  v1::SentenceExplanation explanation;
  v1::FeatureShare& coverage = *explanation.add_features();
  coverage.set_feature("coverage");
  coverage.set_value(0.5);
  coverage.set_weight(2);
  coverage.set_contribution(1);
  v1::FeatureShare& length = *explanation.add_features();
  length.set_feature("len");
  length.set_value(120);
  length.set_weight(-0.001);
  length.set_contribution(-0.12);
  v1::PassageScore& passage = *explanation.mutable_passage();
  passage.mutable_span()->set_begin_byte(310);
  passage.mutable_span()->set_end_byte(900);
  passage.set_score(7.25);
  passage.set_term_count(54);
  passage.set_average_term_count(48.25);
  v1::TermScore& term = *passage.add_terms();
  term.set_term("bridg");
  term.set_score(7.25);
  term.set_frequency(2);
  term.set_inverse_document_frequency(5.125);
  return explanation;
}

v1::AskResponse Response() {
  v1::AskResponse response;
  v1::Answer& answer = *response.mutable_answer();
  answer.set_outcome(v1::OUTCOME_ANSWERED);
  v1::CitedSentence& sentence = *answer.add_sentences();
  sentence.set_text("It opened.");
  *sentence.mutable_explanation() = Explanation();
  v1::RejectedSentence& rejected = *answer.add_rejected();
  rejected.set_reason(v1::REJECTION_REASON_NEAR_DUPLICATE);
  rejected.set_confidence(0.25);
  rejected.mutable_sentence()->set_text("It *was* opened.");
  rejected.mutable_sentence()->mutable_citation()->set_document_id("b");
  return response;
}

TEST(ExplanationTextTest, AlignsBothTables) {
  EXPECT_EQ(ExplanationText(Explanation(), 2),
            "  feature     value  weight  contribution\n"
            "  coverage    0.500   2.000         1.000\n"
            "  len       120.000  -0.001        -0.120\n"
            "  sum                               0.880\n"
            "  passage bytes 310–900, score 7.250, 54 terms (mean 48.2)\n"
            "  term     IDF  tf  share\n"
            "  bridg  5.125   2  7.250\n"
            "  sum               7.250\n");
  EXPECT_EQ(ExplanationText({}, 2), "");
}

TEST(ExplanationTextTest, StandsBelowItsSentence) {
  EXPECT_THAT(AnswerText(Response(), {}, {}),
              HasSubstr("It opened. [1]\n    feature "));
}

TEST(ExplanationTextTest, KeepsTheTerminalSafe) {
  v1::SentenceExplanation explanation = Explanation();
  explanation.mutable_features(0)->set_feature("\x1b[2J");
  explanation.mutable_passage()->mutable_terms(0)->set_term("\x1b[2J");
  EXPECT_THAT(ExplanationText(explanation, 0), Not(HasSubstr("\x1b")));
}

TEST(ExplanationMarkdownTest, MakesTables) {
  EXPECT_EQ(ExplanationMarkdown(Explanation()),
            "| feature | value | weight | contribution |\n"
            "|---|--:|--:|--:|\n"
            "| coverage | 0.500 | 2.000 | 1.000 |\n"
            "| len | 120.000 | -0.001 | -0.120 |\n"
            "| sum |  |  | 0.880 |\n"
            "\n"
            "*passage bytes 310–900, score 7.250, 54 terms (mean 48.2)*\n"
            "\n"
            "| term | IDF | tf | share |\n"
            "|---|--:|--:|--:|\n"
            "| bridg | 5.125 | 2 | 7.250 |\n"
            "| sum |  |  | 7.250 |\n"
            "\n");
  EXPECT_EQ(ExplanationMarkdown({}), "");
}

TEST(RejectedTest, SaysWhichTestFailed) {
  EXPECT_THAT(AnswerText(Response(), {}, {}),
              HasSubstr("\nLeft out:\n"
                        "\n"
                        "- a better one says the same in nearly the same words "
                        "(confidence 0.25)\n"
                        "    It *was* opened.\n"
                        "    document b, sentence 0, bytes 0–0\n"));
  EXPECT_THAT(AnswerMarkdown(Response(), {}),
              HasSubstr("\n**Left out:**\n\n"
                        "- a better one says the same in nearly the same words "
                        "(confidence 0.25):\n\n"
                        "    > It \\*was\\* opened.\n"));
}

TEST(RejectedTest, ShowsThePartsOfTheScore) {
  v1::AskResponse response = Response();
  *response.mutable_answer()
       ->mutable_rejected(0)
       ->mutable_sentence()
       ->mutable_explanation() = Explanation();
  EXPECT_THAT(AnswerMarkdown(response, {}),
              HasSubstr("    b. Document b, sentence 0, bytes 0–0.\n\n"
                        "    | feature | value | weight | contribution |\n"
                        "    |---|--:|--:|--:|\n"));
  EXPECT_THAT(AnswerMarkdown(response, {}),
              HasSubstr("    | sum |  |  | 0.880 |\n\n    *passage bytes"));
}

TEST(RejectedTest, StandsBelowANonAnswerToo) {
  v1::AskResponse response = Response();
  response.mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  EXPECT_THAT(AnswerText(response, {}, {}), HasSubstr("\nLeft out:\n"));
  EXPECT_THAT(AnswerMarkdown(response, {}), HasSubstr("\n**Left out:**\n"));
}

TEST(RejectedTest, HasWordsForEveryReason) {
  const auto* reasons = v1::RejectionReason_descriptor();
  for (int i = 1; i < reasons->value_count(); ++i) {
    const int number = reasons->value(i)->number();
    EXPECT_NE(RejectionText(static_cast<v1::RejectionReason>(number)),
              RejectionText(v1::REJECTION_REASON_UNSPECIFIED));
  }
}

}  // namespace
}  // namespace footnote
