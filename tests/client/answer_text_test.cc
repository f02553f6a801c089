#include "client/answer_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::AddCorroboration;
using ::footnote::testing::CitationOf;
using ::footnote::testing::Cited;
using ::footnote::testing::ElectoralConflict;

v1::AskResponse Answered() {
  v1::AskResponse response;
  v1::Answer& answer = *response.mutable_answer();
  answer.set_outcome(v1::OUTCOME_ANSWERED);
  answer.set_confidence(0.714);
  answer.set_confidence_scale(v1::CONFIDENCE_SCALE_UNCALIBRATED);
  answer.set_confidence_band(v1::CONFIDENCE_BAND_HIGH);
  v1::CitedSentence& sentence = *answer.add_sentences();
  sentence.set_text("The bridge opened in May.");
  v1::Citation& citation = *sentence.mutable_citation();
  citation.set_document_id("news/12");
  citation.set_title("A bridge at last");
  citation.set_source("Harbour Post");
  citation.set_published("2025-01-31T09:30:00Z");
  citation.set_uri("https://post.example/12");
  citation.set_sentence_index(4);
  citation.mutable_span()->set_begin_byte(310);
  citation.mutable_span()->set_end_byte(335);
  v1::TermMatch& match = *sentence.add_matches();
  match.mutable_span()->set_begin_byte(314);
  match.mutable_span()->set_end_byte(320);
  return response;
}

v1::AskResponse NotAnswered(v1::NotAnsweredReason reason, double confidence) {
  v1::AskResponse response;
  response.mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  response.mutable_answer()->add_not_answered_reasons(reason);
  response.mutable_answer()->set_confidence(confidence);
  return response;
}

TEST(AnswerTextTest, ShowsSentencesThenFootnotes) {
  EXPECT_EQ(AnswerText(Answered(), {}, {}),
            "The bridge opened in May. [1]\n"
            "\n"
            "[1] A bridge at last — Harbour Post, 2025-01-31\n"
            "    document news/12, sentence 4, bytes 310–335 · "
            "https://post.example/12\n"
            "\n"
            "confidence 0.71 (uncalibrated, high)\n");
}

TEST(AnswerTextTest, WrapsFootnotesToo) {
  const std::string text = AnswerText(Answered(), {}, {.width = 30});
  EXPECT_NE(text.find("[1] A bridge at last — Harbour\n"
                      "    Post, 2025-01-31\n"
                      "    document news/12, sentence\n"
                      "    4, bytes 310–335 ·\n"
                      "    https://post.example/12\n"),
            std::string::npos)
      << text;
}

TEST(AnswerTextTest, EmphasisesMatchedTermsInColour) {
  const std::string text = AnswerText(Answered(), {}, {.color = true});
  EXPECT_NE(text.find("The \x1b[1mbridge\x1b[22m opened"), std::string::npos);
}

TEST(AnswerTextTest, GivesEachSentenceItsFootnote) {
  v1::AskResponse response = Answered();
  v1::CitedSentence& second = *response.mutable_answer()->add_sentences();
  second = response.answer().sentences(0);
  second.mutable_citation()->set_document_id("news/13");
  const std::string text = AnswerText(response, {}, {});
  EXPECT_NE(text.find("May. [2]\n"), std::string::npos);
  EXPECT_NE(text.find("\n[2] A bridge at last"), std::string::npos);
}

TEST(AnswerTextTest, LeavesOutWhatIsNotKnown) {
  v1::AskResponse response = Answered();
  v1::Citation& citation =
      *response.mutable_answer()->mutable_sentences(0)->mutable_citation();
  citation.clear_title();
  citation.clear_source();
  citation.clear_uri();
  EXPECT_NE(AnswerText(response, {}, {})
                .find("[1] news/12 — 2025-01-31\n"
                      "    document news/12, sentence 4, bytes 310–335\n"),
            std::string::npos);
}

TEST(AnswerTextTest, NeverLetsDocumentsSteerTheTerminal) {
  v1::AskResponse response = Answered();
  v1::CitedSentence& sentence =
      *response.mutable_answer()->mutable_sentences(0);
  sentence.set_text("Red \x1b[31malert");
  sentence.mutable_citation()->set_title("\x1b]0;title\x07");
  sentence.mutable_citation()->set_uri("\x1b[2J");
  EXPECT_EQ(AnswerText(response, {}, {}).find('\x1b'), std::string::npos);
}

TEST(AnswerTextTest, IgnoresMatchesOutsideOfTheSentence) {
  v1::AskResponse response = Answered();
  v1::TermMatch& match =
      *response.mutable_answer()->mutable_sentences(0)->mutable_matches(0);
  match.mutable_span()->set_end_byte(900);
  EXPECT_EQ(AnswerText(response, {}, {.color = true}).find("\x1b[1m"),
            std::string::npos);
  match.mutable_span()->set_begin_byte(3);
  match.mutable_span()->set_end_byte(5);
  EXPECT_EQ(AnswerText(response, {}, {.color = true}).find("\x1b[1m"),
            std::string::npos);
}

TEST(AnswerTextTest, SaysWhyThereIsNoAnswer) {
  const struct {
    v1::NotAnsweredReason reason;
    const char* want;
  } kCases[] = {
      {v1::NOT_ANSWERED_REASON_NO_MATCH,
       "No answer: no sentence holds a term of the question.\n"
       "Other words may help, or fewer filters.\n"},
      {v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE,
       "No answer: the best sentence found is too weak.\n"
       "The best there is has a confidence of 0.12; --min-confidence 0 shows "
       "it.\n"},
      {v1::NOT_ANSWERED_REASON_QUESTION_HAS_NO_CONTENT,
       "No answer: the question holds no word to search for.\n"
       "Name what the question is about.\n"},
      {v1::NOT_ANSWERED_REASON_NO_DOCUMENT_IN_WINDOW,
       "No answer: no document passes the filters and times.\n"
       "Fewer filters or a wider --published may help; `footnote list` shows "
       "the documents.\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.want);
    EXPECT_EQ(AnswerText(NotAnswered(c.reason, 0.12), {}, {.width = 100}),
              c.want);
  }
}

TEST(AnswerTextTest, NumbersItsOwnSentencesFirst) {
  v1::AskResponse response = Answered();
  v1::Answer& answer = *response.mutable_answer();
  AddCorroboration(CitationOf("b", "Wire", "2025-02-01"), false,
                   answer.mutable_sentences(0));
  *answer.add_sentences() = Cited("It is long.", "c", "Post", "2025-02-02");
  EXPECT_EQ(AnswerText(response, {}, {}),
            "The bridge opened in May. [1]\n"
            "    also reported by Wire, 2025-02-01 [3]\n"
            "\n"
            "It is long. [2]\n"
            "\n"
            "[1] A bridge at last — Harbour Post, 2025-01-31\n"
            "    document news/12, sentence 4, bytes 310–335 · "
            "https://post.example/12\n"
            "[2] c — Post, 2025-02-02\n"
            "    document c, sentence 0, bytes 100–111\n"
            "[3] b — Wire, 2025-02-01\n"
            "    document b, sentence 0, bytes 100–150\n"
            "\n"
            "confidence 0.71 (uncalibrated, high)\n");
}

TEST(AnswerTextTest, ShowsConflictsBetweenSentencesAndFootnotes) {
  v1::AskResponse response = Answered();
  v1::Answer& answer = *response.mutable_answer();
  *answer.add_conflicts() = ElectoralConflict();
  // A side may be a sentence of the answer: it has one footnote.
  *answer.mutable_conflicts(0)->mutable_positions(1)->mutable_sentences(0) =
      answer.sentences(0);
  EXPECT_EQ(AnswerText(response, {}, {.width = 60}),
            "The bridge opened in May. [1]\n"
            "\n"
            "The documents differ on \"electoral votes\":\n"
            "\n"
            "  277\n"
            "  Wire, 2024-11-06 [2]\n"
            "  He has 277 electoral votes, enough to win.\n"
            "\n"
            "  312, later report\n"
            "  Harbour Post, 2025-01-31 [1]\n"
            "  The bridge opened in May.\n"
            "\n"
            "[1] A bridge at last — Harbour Post, 2025-01-31\n"
            "    document news/12, sentence 4, bytes 310–335 ·\n"
            "    https://post.example/12\n"
            "[2] w1 — Wire, 2024-11-06\n"
            "    document w1, sentence 0, bytes 100–142\n"
            "\n"
            "confidence 0.71 (uncalibrated, high)\n");
}

TEST(AnswerTextTest, IsATimelineOnRequest) {
  v1::AskResponse response = Answered();
  response.mutable_answer()->mutable_sentences(0)->mutable_time()->set_value(
      "2024-05");
  const std::string want = "2024-05     The bridge opened in May. [1]\n\n[1] A";
  EXPECT_EQ(AnswerText(response, {.is_timeline = true}, {}).find(want), 0u);
  EXPECT_EQ(AnswerText(response, {}, {}).find("The bridge"), 0u);
}

TEST(AnswerTextTest, TellsWhatWasInferredOnRequest) {
  v1::AskResponse response = Answered();
  v1::Inference& inference =
      *response.mutable_interpretation()->add_inferences();
  inference.set_field("answer_type");
  inference.set_value("ANSWER_TYPE_DATE");
  inference.set_words("when\x1b");
  const AnswerView view = {.interpretation = true};
  EXPECT_NE(AnswerText(response, view, {})
                .find("high)\n"
                      "taken from the question: answer type date "
                      "(\"when\\u{1b}\")\n"),
            std::string::npos);
  EXPECT_NE(AnswerText(response, view, {.color = true})
                .find("\n\x1b[2mtaken from the question: "),
            std::string::npos);
  EXPECT_EQ(AnswerText(response, {}, {}).find("taken"), std::string::npos);
  response.mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  EXPECT_NE(AnswerText(response, view, {}).find("\ntaken from"),
            std::string::npos);
}

}  // namespace
}  // namespace footnote
