#include "retrieval/question/expected_form.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(ExpectFormTest, ReadsTheQuestionWords) {
  const struct {
    const char* question;
    ExpectedForm want;
  } kCases[] = {
      {"", ExpectedForm::kAny},
      {"What did he say?", ExpectedForm::kAny},
      {"How did it end?", ExpectedForm::kAny},
      {"When will they meet?", ExpectedForm::kDate},
      {"Since when is SOFA in force?", ExpectedForm::kDate},
      {"In which year was it signed?", ExpectedForm::kDate},
      {"On what day did he speak?", ExpectedForm::kDate},
      {"How many ships took part?", ExpectedForm::kNumber},
      {"About how much will it cost?", ExpectedForm::kNumber},
      {"Who signed it?", ExpectedForm::kName},
      {"To whom did he write?", ExpectedForm::kName},
      {"Where do the troops live?", ExpectedForm::kPlace},
      {"what he said when he left", ExpectedForm::kAny},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.question);
    EXPECT_EQ(ExpectForm(c.question), c.want);
  }
}

TEST(FormOfTest, FollowsTheType) {
  EXPECT_EQ(FormOf(AnswerType::kPerson), ExpectedForm::kName);
  EXPECT_EQ(FormOf(AnswerType::kOrganization), ExpectedForm::kName);
  EXPECT_EQ(FormOf(AnswerType::kPlace), ExpectedForm::kPlace);
  EXPECT_EQ(FormOf(AnswerType::kDate), ExpectedForm::kDate);
  EXPECT_EQ(FormOf(AnswerType::kDuration), ExpectedForm::kNumber);
  EXPECT_EQ(FormOf(AnswerType::kMoney), ExpectedForm::kNumber);
  EXPECT_EQ(FormOf(AnswerType::kQuote), ExpectedForm::kAny);
  EXPECT_EQ(FormOf(AnswerType::kUnspecified), ExpectedForm::kAny);
}

}  // namespace
}  // namespace footnote
