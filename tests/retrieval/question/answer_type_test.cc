#include "retrieval/question/answer_type.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace footnote {
namespace {

using Type = AnswerType;

struct Case {
  const char* question;
  Type want;
};

void ExpectTypes(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.question);
    EXPECT_EQ(InferAnswerType(c.question).type, c.want);
  }
}

TEST(InferAnswerTypeTest, ReadsQuestionWords) {
  ExpectTypes({
      {"Who built the ferry terminal?", Type::kPerson},
      {"To whom did she write?", Type::kPerson},
      {"whose ships were sold", Type::kPerson},
      {"When will they meet?", Type::kDate},
      {"Since when is the pact in force?", Type::kDate},
      {"Where do the ferries dock?", Type::kPlace},
      {"Why did the council wait?", Type::kReason},
      {"How come the plan failed?", Type::kReason},
      {"How did the crew escape?", Type::kManner},
      {"Did the mayor resign?", Type::kYesNo},
      {"isn't the harbour closed", Type::kYesNo},
      {"Do you know who runs the port?", Type::kPerson},
  });
}

TEST(InferAnswerTypeTest, ReadsAmounts) {
  ExpectTypes({
      {"How many ferries sank?", Type::kNumber},
      {"About how many years did it last?", Type::kDuration},
      {"How many dollars were lost?", Type::kMoney},
      {"How many miles is it to the coast?", Type::kQuantity},
      {"How much did the terminal cost?", Type::kMoney},
      {"How much water leaked?", Type::kQuantity},
      {"How long did the debate take?", Type::kDuration},
      {"How long is the bridge?", Type::kQuantity},
      {"How old is the treaty?", Type::kQuantity},
      {"What percentage of voters agreed?", Type::kPercent},
      {"What is the population of the town?", Type::kNumber},
      {"What was the price of a ticket?", Type::kMoney},
      {"How recently was it painted?", Type::kDate},
  });
}

TEST(InferAnswerTypeTest, ReadsTheNounAskedFor) {
  ExpectTypes({
      {"In what year did the line open?", Type::kDate},
      {"On which day did he speak?", Type::kDate},
      {"Which city hosts the fair?", Type::kPlace},
      {"What company owns the ferries?", Type::kOrganization},
      {"Which North Sea port official was fined?", Type::kPerson},
      {"What prize-winning novelist lives there?", Type::kPerson},
      {"What is the name of the river?", Type::kPlace},
      {"What is the name of Falk's deputy?", Type::kPerson},
      {"What city's mayor resigned?", Type::kPlace},
      {"What is her last name?", Type::kPerson},
      {"What company uses the pier?", Type::kOrganization},
      {"Which treaty covers the islands?", Type::kOther},
      {"The harbour lies in which country?", Type::kPlace},
      {"Which of the following ministers spoke?", Type::kPerson},
      {"Name a river in Spain.", Type::kPlace},
  });
}

TEST(InferAnswerTypeTest, ReadsTheWordingAsAWhole) {
  ExpectTypes({
      {"What did Falk say about the plan?", Type::kQuote},
      {"What did Falk call the plan?", Type::kQuote},
      {"What collapse did Falk warn of?", Type::kQuote},
      {"What do sailors call the front of a ship?", Type::kOther},
      {"What caused the fire?", Type::kReason},
      {"What is the reason for the delay?", Type::kReason},
      {"What is Falk famous for?", Type::kReason},
      {"What is a caldera?", Type::kDefinition},
      {"What are tariffs", Type::kDefinition},
      {"What does perigee mean?", Type::kDefinition},
      {"Define perigee", Type::kDefinition},
      {"What is the purpose of the pier?", Type::kDescription},
      {"What is Falk's pet project?", Type::kDescription},
      {"whats the capital of Spain", Type::kPlace},
      {"What happened to the ferry?", Type::kDescription},
      {"What has the council been doing?", Type::kDescription},
      {"Explain the vote", Type::kDescription},
      {"List the members of the council", Type::kList},
      {"Name all the rivers", Type::kList},
  });
}

TEST(InferAnswerTypeTest, ReadsTheNounThatIsMeant) {
  ExpectTypes({
      {"What is the major US city that hosts the fair?", Type::kPlace},
      {"Which US port burned?", Type::kPlace},
      {"What major river is this?", Type::kPlace},
      {"What force lifts the bridge?", Type::kOther},
      {"What police force is this?", Type::kOrganization},
      {"What nationality was the pilot?", Type::kOther},
      {"What power sources drive the pumps?", Type::kOther},
      {"What body of water lies there?", Type::kPlace},
      {"Which vice-president opened it?", Type::kPerson},
      {"What Los Santos hotel burned?", Type::kPlace},
      {"What is the largest state east of here?", Type::kPlace},
      {"What is a synonym for pier?", Type::kOther},
  });
}

TEST(InferAnswerTypeTest, AsksForAKindAndNotForOne) {
  ExpectTypes({
      {"What kind of city is Lagos?", Type::kOther},
      {"What types of companies use the port?", Type::kOther},
      {"Falk is what sort of person?", Type::kOther},
      {"What was the type of the building?", Type::kOther},
      {"What is the name of the city?", Type::kPlace},
  });
}

TEST(InferAnswerTypeTest, TellsRanksFiguresAndAmountsApart) {
  ExpectTypes({
      {"What place did the crew rank?", Type::kOther},
      {"In what place did Norway finish?", Type::kOther},
      {"In what place did they meet?", Type::kPlace},
      {"Which authority figure signed it?", Type::kPerson},
      {"What key figures led the strike?", Type::kPerson},
      {"What wax figure melted?", Type::kOther},
      {"What figure was given for the loss?", Type::kNumber},
      {"What amount of time did it take?", Type::kDuration},
      {"What amount of money was lost?", Type::kMoney},
      {"What amount of coal was lost?", Type::kQuantity},
  });
}

TEST(InferAnswerTypeTest, AsksAboutANounThatStandsAlone) {
  ExpectTypes({
      {"What are teachers in Spain?", Type::kDefinition},
      {"What were guilds?", Type::kDefinition},
      {"What are cities of Spain?", Type::kPlace},
      {"What are the rivers in Spain?", Type::kPlace},
      {"What was Article 5 of the pact?", Type::kDefinition},
      {"what was chapter 11 of the act", Type::kDefinition},
      {"What Corvo 7 pilot died?", Type::kPerson},
  });
}

TEST(InferAnswerTypeTest, ReadsWhatEndsTheQuestion) {
  ExpectTypes({
      {"Where does Falk get his ideas from?", Type::kOther},
      {"Where do the ferries come from?", Type::kPlace},
      {"Where does the word come from?", Type::kDescription},
      {"What did the pact allow for?", Type::kOther},
      {"What did she use the pier for?", Type::kReason},
  });
}

TEST(InferAnswerTypeTest, ReadsNothingBehindAClosingWhat) {
  ExpectTypes({
      {"The council gave the port what when the mayor left?", Type::kOther},
      {"The pact made the islands what, as the city's mayor said?",
       Type::kOther},
      {"The pier was hit by what while the company built it?", Type::kOther},
      {"The line opened in what year?", Type::kDate},
      {"And what other city burned?", Type::kPlace},
  });
}

TEST(InferAnswerTypeTest, PassesAClauseBefore) {
  ExpectTypes({
      {"When the line closed, who was in charge?", Type::kPerson},
      {"During the storm, where did the crew shelter?", Type::kPlace},
      {"Besides ferries, what ships use the port?", Type::kOther},
      {"The man who built the pier died when?", Type::kDate},
  });
}

TEST(InferAnswerTypeTest, TellsShortFormsApart) {
  const InferredAnswerType expands =
      InferAnswerType("What does SOFA stand for?");
  EXPECT_EQ(expands.type, Type::kDefinition);
  EXPECT_TRUE(expands.abbreviation);
  const InferredAnswerType shortens =
      InferAnswerType("What is the abbreviation for knots?");
  EXPECT_EQ(shortens.type, Type::kOther);
  EXPECT_TRUE(shortens.abbreviation);
  EXPECT_FALSE(InferAnswerType("What is a ferry?").abbreviation);
}

TEST(InferAnswerTypeTest, TellsWhatDecided) {
  const struct {
    const char* question;
    const char* reason;
    const char* focus;
    bool several;
  } kCases[] = {
      {"How many ferries sank?", "How many", "ferry", false},
      {"And which countries signed it?", "which countries", "country", true},
      {"What is the largest port?", "What is the largest port", "port", false},
      {"Who spoke?", "Who", "", false},
      {"What did Falk say?", "say", "", false},
      {"the ferry", "", "", false},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.question);
    const InferredAnswerType told = InferAnswerType(c.question);
    EXPECT_EQ(told.reason, c.reason);
    EXPECT_EQ(told.focus, c.focus);
    EXPECT_EQ(told.several, c.several);
  }
}

TEST(InferAnswerTypeTest, StandsAnyText) {
  EXPECT_EQ(InferAnswerType("").type, Type::kUnspecified);
  EXPECT_EQ(InferAnswerType("ferry terminal").type, Type::kUnspecified);
  for (const char* piece : {"what ", "what is ", "who's ", "'s ", "name of ",
                            "the ", "-", "\xFF", "how many "}) {
    std::string text;
    while (text.size() < 20000) text += piece;
    const InferredAnswerType told = InferAnswerType(text);
    EXPECT_LE(told.reason.size(), text.size()) << piece;
  }
  for (const char* word : {"what", "which", "how", "who", "what is", "name",
                           "what's", "what does", "for what"}) {
    InferAnswerType(word);
  }
}

}  // namespace
}  // namespace footnote
