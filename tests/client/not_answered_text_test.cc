#include "client/not_answered_text.h"

#include <gtest/gtest.h>

#include <string>

namespace footnote {
namespace {

v1::AskResponse NotAnswered(v1::NotAnsweredReason reason) {
  v1::AskResponse response;
  response.mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
  response.mutable_answer()->add_not_answered_reasons(reason);
  response.mutable_answer()->set_confidence(0.12);
  return response;
}

TEST(NotAnsweredTextTest, NamesWhatWasGiven) {
  const struct {
    v1::NotAnsweredReason reason;
    const char* why;
    const char* hint;
  } kCases[] = {
      {v1::NOT_ANSWERED_REASON_TYPE_NOT_FOUND,
       "no sentence that matches holds an answer of the kind \"date\"",
       "Ask without --type to see what else was found."},
      {v1::NOT_ANSWERED_REASON_ENTITY_NOT_FOUND,
       "no sentence that matches is about \"Ishiba\" and \"SOFA\"",
       "Ask without --entity to see what else was found."},
      {v1::NOT_ANSWERED_REASON_SPEAKER_NOT_FOUND,
       "nothing that matches was said by \"Nakatani\"",
       "Ask without --speaker to see what else was found."},
      {v1::NOT_ANSWERED_REASON_NO_EVENT_IN_WINDOW,
       "no sentence that matches speaks of a time within 2025-01..2025-02",
       "Ask with a wider --event, or without it, to see what else was found."},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.why);
    v1::AskResponse response = NotAnswered(c.reason);
    v1::Interpretation& interpretation = *response.mutable_interpretation();
    interpretation.set_answer_type(v1::ANSWER_TYPE_DATE);
    interpretation.add_entities("Ishiba");
    interpretation.add_entities("SOFA");
    interpretation.set_speaker("Nakatani");
    interpretation.mutable_event()->set_begin("2025-01");
    interpretation.mutable_event()->set_end("2025-02");
    EXPECT_EQ(ReasonText(response), c.why);
    EXPECT_EQ(HintText(response), c.hint);
  }
}

TEST(NotAnsweredTextTest, BearsAnEmptyInterpretation) {
  EXPECT_EQ(ReasonText(NotAnswered(v1::NOT_ANSWERED_REASON_TYPE_NOT_FOUND)),
            "no sentence that matches holds the kind of answer that is asked "
            "for");
  EXPECT_EQ(ReasonText(NotAnswered(v1::NOT_ANSWERED_REASON_ENTITY_NOT_FOUND)),
            "no sentence that matches is about what was named");
  EXPECT_EQ(ReasonText(NotAnswered(v1::NOT_ANSWERED_REASON_SPEAKER_NOT_FOUND)),
            "nothing that matches was said by the speaker who was named");
}

TEST(NotAnsweredTextTest, HelpsAgainstEachReason) {
  v1::AskResponse response =
      NotAnswered(v1::NOT_ANSWERED_REASON_TYPE_NOT_FOUND);
  response.mutable_answer()->add_not_answered_reasons(
      v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE);
  v1::Interpretation& interpretation = *response.mutable_interpretation();
  interpretation.set_answer_type(v1::ANSWER_TYPE_MONEY);
  interpretation.add_inferences()->set_field("answer_type");
  EXPECT_EQ(ReasonText(response),
            "no sentence that matches holds an answer of the kind \"money\"; "
            "the best sentence found is too weak");
  EXPECT_EQ(HintText(response),
            "The kind was taken from the question; --type asks for another. "
            "The best there is has a confidence of 0.12; --min-confidence 0 "
            "shows it.");
}

TEST(NotAnsweredTextTest, HasWordsForEveryReason) {
  const auto* reasons = v1::NotAnsweredReason_descriptor();
  const std::string unknown =
      ReasonText(NotAnswered(v1::NOT_ANSWERED_REASON_UNSPECIFIED));
  for (int i = 1; i < reasons->value_count(); ++i) {
    const int number = reasons->value(i)->number();
    EXPECT_NE(
        ReasonText(NotAnswered(static_cast<v1::NotAnsweredReason>(number))),
        unknown);
  }
  v1::AskResponse silent;
  EXPECT_EQ(ReasonText(silent), "the server gave no reason");
  EXPECT_EQ(HintText(silent), "");
}

}  // namespace
}  // namespace footnote
