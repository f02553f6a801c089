#include "retrieval/question/inference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NamesInTest, FindsRunsOfCapitals) {
  EXPECT_THAT(NamesIn("When did Ines Falk meet Lind in Narvik?"),
              ElementsAre("Ines Falk", "Lind", "Narvik"));
  EXPECT_THAT(NamesIn("What does the NHA plan?"), ElementsAre("NHA"));
  EXPECT_THAT(NamesIn("Who met Ines Falk-Berg?"),
              ElementsAre("Ines Falk-Berg"));
  EXPECT_THAT(NamesIn("Where is Élise Ørsted?"), ElementsAre("Élise Ørsted"));
}

TEST(NamesInTest, KeepsTitles) {
  EXPECT_THAT(NamesIn("What did Prime Minister Falk say?"),
              ElementsAre("Prime Minister Falk"));
}

TEST(NamesInTest, JoinsWhatSmallWordsLink) {
  EXPECT_THAT(NamesIn("What is the Bank of Norway?"),
              ElementsAre("Bank of Norway"));
  EXPECT_THAT(NamesIn("Who leads the Port of the North?"),
              ElementsAre("Port of the North"));
  EXPECT_THAT(NamesIn("Who is Ines van Falk?"), ElementsAre("Ines van Falk"));
  // Two names as often as one.
  EXPECT_THAT(NamesIn("When did Falk and Lind meet?"),
              ElementsAre("Falk", "Lind"));
  EXPECT_THAT(NamesIn("Did Falk the Great win?"), ElementsAre("Falk", "Great"));
  EXPECT_THAT(NamesIn("Was it Falk of all people?"), ElementsAre("Falk"));
}

TEST(NamesInTest, PartsWhatMarksPart) {
  EXPECT_THAT(NamesIn("Did Falk, Lind or Berg win?"),
              ElementsAre("Falk", "Lind", "Berg"));
  EXPECT_THAT(NamesIn("Who read Falk's Harbour Report?"),
              ElementsAre("Falk", "Harbour Report"));
  EXPECT_THAT(NamesIn("Who read Falk’s report?"), ElementsAre("Falk"));
}

TEST(NamesInTest, LeavesTheFirstWordUnlessItNames) {
  EXPECT_THAT(NamesIn("When was the port closed?"), IsEmpty());
  EXPECT_THAT(NamesIn("Ships left the port when?"), IsEmpty());
  EXPECT_THAT(NamesIn("Ines Falk did what?"), ElementsAre("Ines Falk"));
  EXPECT_THAT(NamesIn("Falk's plan is what?"), ElementsAre("Falk"));
  EXPECT_THAT(NamesIn("NHA stands for what?"), ElementsAre("NHA"));
}

TEST(NamesInTest, NamesEachOnce) {
  EXPECT_THAT(NamesIn("Did Falk say that Falk won?"), ElementsAre("Falk"));
}

TEST(NamesInTest, TakesAnything) {
  for (const char* text : {"", "?", "   ", "\xff\xfe", "'s", "’s ’s", "- - -",
                           "lower case alone", "of the of the"}) {
    EXPECT_THAT(NamesIn(text), IsEmpty()) << text;
  }
}

TEST(InferFromWordsTest, FindsWhoseWordsAreAskedFor) {
  const struct {
    const char* question;
    const char* speaker;
  } kCases[] = {
      {"What did Ines Falk say about the port?", "Ines Falk"},
      {"What has Falk promised?", "Falk"},
      {"Why does the NHA warn of fog?", ""},
      {"Why does NHA warn of fog?", "NHA"},
      {"According to Jonas Lind, who won?", "Jonas Lind"},
      {"Who won according to Jonas Lind?", "Jonas Lind"},
      {"What did Ines Falk build?", ""},
      {"Where did Falk go to say goodbye?", ""},
      {"What was said about Ines Falk?", ""},
      {"To whom did she say it?", ""},
      {"According to", ""},
      {"did", ""},
      {"", ""},
  };
  for (const auto& [question, speaker] : kCases) {
    EXPECT_EQ(InferFromWords(question).speaker, speaker) << question;
  }
}

TEST(InferFromWordsTest, TellsWhatIsToCome) {
  for (const char* question :
       {"When will the port open?", "What is Falk going to do?",
        "When is the meeting scheduled?", "When is the report DUE?"}) {
    EXPECT_TRUE(InferFromWords(question).asks_for_future) << question;
  }
  for (const char* question :
       {"When did the port open?", "Who is willing to go?", ""}) {
    EXPECT_FALSE(InferFromWords(question).asks_for_future) << question;
  }
}

TEST(InferFromWordsTest, FindsTheFirstTimeThatIsNamedInFull) {
  const std::string question = "What was built in May 2019 and in 2023?";
  const InferredQuestion inferred = InferFromWords(question);
  ASSERT_TRUE(inferred.event.has_value());
  EXPECT_EQ(inferred.event->period, *ParsePeriod("2019-05"));
  EXPECT_EQ(Slice(question, inferred.event->words), "May 2019");
  // Which March or Friday it was, a question does not tell.
  for (const char* vague : {"What was built on March 5?",
                            "What was built on Friday?", "Who built it?", ""}) {
    EXPECT_FALSE(InferFromWords(vague).event.has_value()) << vague;
  }
}

TEST(InferFromWordsTest, TellsTheKindOfAnswerAndTheNames) {
  const InferredQuestion inferred =
      InferFromWords("How many ships left Narvik?");
  EXPECT_EQ(inferred.answer_type.type, AnswerType::kNumber);
  EXPECT_THAT(inferred.entities, ElementsAre("Narvik"));
}

}  // namespace
}  // namespace footnote
