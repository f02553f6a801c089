#include "retrieval/question/how_questions.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(TypeBehindHowTest, ReadsTheNextWord) {
  const struct {
    const char* question;
    AnswerType want;
    const char* reason;
  } kCases[] = {
      {"how many", AnswerType::kNumber, "how many"},
      {"how many percent agreed", AnswerType::kPercent, "how many"},
      {"how many hours passed", AnswerType::kDuration, "how many"},
      {"how much was she paid", AnswerType::kMoney, "how much"},
      {"how soon", AnswerType::kDuration, "how soon"},
      {"how far", AnswerType::kQuantity, "how far"},
      {"how do you say bow in Spanish", AnswerType::kOther, "say"},
      {"how", AnswerType::kManner, "how"},
      {"how it ended", AnswerType::kManner, "how"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.question);
    const InferredAnswerType told = TypeBehindHow(QuestionWords(c.question), 0);
    EXPECT_EQ(told.type, c.want);
    EXPECT_EQ(told.reason, c.reason);
  }
}

}  // namespace
}  // namespace footnote
