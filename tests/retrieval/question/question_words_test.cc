#include "retrieval/question/question_words.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(QuestionWordsTest, TellsHowWordsAreWritten) {
  const QuestionWords words("Then, who's NATO 's first-ever chief?");
  ASSERT_EQ(words.size(), 6U);
  EXPECT_EQ(words[1].lower, "who");
  EXPECT_TRUE(words[1].owns);
  EXPECT_TRUE(words[1].pause);
  EXPECT_TRUE(words[2].all_capitals);
  EXPECT_TRUE(words[2].owns);
  EXPECT_FALSE(words[3].joined);
  EXPECT_TRUE(words[4].joined);
  EXPECT_TRUE(words[0].capital);
  EXPECT_FALSE(words[0].all_capitals);
}

TEST(QuestionWordsTest, AnswersForAnyIndex) {
  const QuestionWords words("who");
  for (const size_t i : {size_t{1}, size_t{0} - 1}) {
    EXPECT_EQ(words[i].lower, "");
    EXPECT_FALSE(words.Is(i, "who"));
    EXPECT_FALSE(words.IsQuestionWord(i));
  }
  EXPECT_EQ(words.Typed(0, 9), "who");
  EXPECT_EQ(words.Typed(1, 0), "");
}

TEST(QuestionWordsTest, SortsWords) {
  const QuestionWords words("is did of what");
  EXPECT_TRUE(words.IsBe(0));
  EXPECT_TRUE(words.IsAuxiliary(0));
  EXPECT_FALSE(words.IsBe(1));
  EXPECT_TRUE(words.IsAuxiliary(1));
  EXPECT_TRUE(words.IsPreposition(2));
  EXPECT_TRUE(words.IsQuestionWord(3));
  EXPECT_TRUE(words.HasFrom(1, {"what", "who"}));
  EXPECT_FALSE(words.HasFrom(1, {"is"}));
}

}  // namespace
}  // namespace footnote
