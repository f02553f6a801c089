#include "retrieval/question/answer_focus.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

std::string NounOf(absl::string_view phrase, bool asked) {
  return FocusAt(QuestionWords(phrase), 0, asked).noun;
}

TEST(FocusAtTest, EndsWhereThePhraseEnds) {
  EXPECT_EQ(NounOf("film director made it", true), "director");
  EXPECT_EQ(NounOf("company uses ferries", true), "company");
  EXPECT_EQ(NounOf("countries share the river", true), "country");
  EXPECT_EQ(NounOf("the largest port in Spain", false), "port");
  EXPECT_EQ(NounOf("her pet project", false), "project");
  EXPECT_EQ(NounOf("radio and film star was it", true), "star");
  EXPECT_EQ(NounOf("the US city", false), "city");
  EXPECT_EQ(NounOf("the airline built there", false), "airline");
  EXPECT_EQ(NounOf("is it", true), "");
  EXPECT_EQ(NounOf("", true), "");
}

TEST(FocusAtTest, PassesNamesAndOwners) {
  EXPECT_EQ(NounOf("the name of the river", false), "river");
  EXPECT_EQ(NounOf("the names of two kinds of fish", false), "fish");
  EXPECT_EQ(NounOf("Japan's largest city", false), "city");
  EXPECT_EQ(NounOf("Japan 's largest city", false), "city");
  EXPECT_EQ(NounOf("city's mayor spoke", true), "city");
}

TEST(FocusAtTest, TellsWhatStandsAround) {
  const AnswerFocus best =
      FocusAt(QuestionWords("the largest ports of Spain"), 0, false);
  EXPECT_TRUE(best.the);
  EXPECT_TRUE(best.best);
  EXPECT_TRUE(best.of);
  EXPECT_TRUE(best.plural);
  EXPECT_FALSE(best.article);
  EXPECT_EQ(best.end, 3U);
  const AnswerFocus numbered =
      FocusAt(QuestionWords("article 5 of the pact"), 0, false);
  EXPECT_EQ(numbered.noun, "article");
  EXPECT_TRUE(numbered.numbered);
  EXPECT_EQ(numbered.end, 2U);
  const AnswerFocus thing = FocusAt(QuestionWords("a quux"), 0, false);
  EXPECT_TRUE(thing.article);
  EXPECT_FALSE(thing.type.has_value());
  EXPECT_FALSE(thing.IsSure());
}

TEST(FocusAtTest, KnowsWhoIsNamed) {
  const auto type = [](absl::string_view phrase) {
    return FocusAt(QuestionWords(phrase), 0, false).type;
  };
  EXPECT_EQ(type("her husband's name"), AnswerType::kPerson);
  EXPECT_EQ(type("the real name of the singer"), AnswerType::kPerson);
  EXPECT_EQ(type("the nickname of the city"), AnswerType::kPlace);
  EXPECT_EQ(type("the part of Africa"), AnswerType::kPlace);
  EXPECT_EQ(type("kind of city"), AnswerType::kOther);
}

TEST(ToldByTest, QuotesTheQuestion) {
  const QuestionWords words("And which Old Ports are full?");
  const InferredAnswerType told =
      ToldBy(words, AnswerType::kPlace, 1, FocusAt(words, 2, true));
  EXPECT_EQ(told.reason, "which Old Ports");
  EXPECT_EQ(told.focus, "port");
  EXPECT_TRUE(told.several);
}

}  // namespace
}  // namespace footnote
