#include "retrieval/question/term_conditions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using testing::StatusIs;

TEST(PlanConditionsTest, CutsWordsAsTheIndexHasThem) {
  Question question;
  question.required_terms = {"Missiles", "Japan-U.S."};
  question.excluded_terms = {"the Premier’s"};
  question.phrases = {"“Status of Forces” Agreement"};
  const auto conditions = PlanConditions(question);
  ASSERT_OK(conditions);
  EXPECT_THAT(conditions->required,
              ElementsAre(ElementsAre("missil"), ElementsAre("japan", "u.s")));
  EXPECT_THAT(conditions->excluded, ElementsAre(ElementsAre("the", "premier")));
  EXPECT_THAT(conditions->phrases,
              ElementsAre(ElementsAre("status", "of", "forc", "agreement")));
}

TEST(PlanConditionsTest, NothingAskedIsNothingSet) {
  const auto conditions = PlanConditions(Question());
  ASSERT_OK(conditions);
  EXPECT_TRUE(conditions->empty());
}

TEST(PlanConditionsTest, NamesEveryOneThatHoldsNoWord) {
  Question question;
  question.required_terms = {"word", "..."};
  question.excluded_terms = {"\""};
  question.phrases = {"* OR NEAR(", "-"};
  const absl::Status status = PlanConditions(question).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  std::vector<std::string> fields;
  for (const FieldViolation& v : ViolationsOf(status)) {
    fields.push_back(v.field);
  }
  EXPECT_THAT(fields, ElementsAre("required_terms[1]", "excluded_terms[0]",
                                  "phrases[1]"));
}

}  // namespace
}  // namespace footnote
