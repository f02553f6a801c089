#include "retrieval/question/answer_nouns.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(AnswerTypeOfNounTest, SortsNouns) {
  EXPECT_EQ(AnswerTypeOfNoun("city"), AnswerType::kPlace);
  EXPECT_EQ(AnswerTypeOfNoun("minister"), AnswerType::kPerson);
  EXPECT_EQ(AnswerTypeOfNoun("ministry"), AnswerType::kOrganization);
  EXPECT_EQ(AnswerTypeOfNoun("year"), AnswerType::kDate);
  EXPECT_EQ(AnswerTypeOfNoun("salary"), AnswerType::kMoney);
  EXPECT_EQ(AnswerTypeOfNoun("purpose"), AnswerType::kDescription);
  EXPECT_EQ(AnswerTypeOfNoun("ship"), AnswerType::kOther);
}

TEST(AnswerTypeOfNounTest, KnowsAPersonByTheEnding) {
  EXPECT_EQ(AnswerTypeOfNoun("cellist"), AnswerType::kPerson);
  EXPECT_EQ(AnswerTypeOfNoun("electrician"), AnswerType::kPerson);
  EXPECT_FALSE(AnswerTypeOfNoun("list").has_value());
  EXPECT_FALSE(AnswerTypeOfNoun("exist").has_value());
}

TEST(AnswerTypeOfNounTest, KnowsNoOthers) {
  EXPECT_FALSE(AnswerTypeOfNoun("").has_value());
  EXPECT_FALSE(AnswerTypeOfNoun("quux").has_value());
}

TEST(LeadsToNounTest, KnowsNamesAndKinds) {
  EXPECT_TRUE(LeadsToNoun("name"));
  EXPECT_TRUE(LeadsToNoun("kind"));
  EXPECT_FALSE(LeadsToNoun("city"));
  EXPECT_FALSE(LeadsToNoun(""));
}

}  // namespace
}  // namespace footnote
