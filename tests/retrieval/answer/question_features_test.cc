#include "retrieval/answer/question_features.h"

#include <gtest/gtest.h>

#include "tests/retrieval/answer/weighed_question.h"

namespace footnote {
namespace {

using testing::WeighedQuestion;
using Features = QuestionFeatures;

struct TypeCase {
  AnswerType type;
  double Features::*feature;  // The one that is 1; null: none.
};

TEST(QuestionFeaturesTest, TellTheType) {
  constexpr double Features::*kTypes[] = {
      &Features::asks_person, &Features::asks_body_or_place,
      &Features::asks_time, &Features::asks_number, &Features::asks_definition};
  const TypeCase cases[] = {
      {AnswerType::kPerson, &Features::asks_person},
      {AnswerType::kOrganization, &Features::asks_body_or_place},
      {AnswerType::kPlace, &Features::asks_body_or_place},
      {AnswerType::kDate, &Features::asks_time},
      {AnswerType::kDuration, &Features::asks_number},
      {AnswerType::kNumber, &Features::asks_number},
      {AnswerType::kQuantity, &Features::asks_number},
      {AnswerType::kMoney, &Features::asks_number},
      {AnswerType::kPercent, &Features::asks_number},
      {AnswerType::kReason, nullptr},
      {AnswerType::kManner, nullptr},
      {AnswerType::kDefinition, &Features::asks_definition},
      {AnswerType::kDescription, &Features::asks_definition},
      {AnswerType::kYesNo, nullptr},
      {AnswerType::kQuote, nullptr},
      {AnswerType::kList, nullptr},
      {AnswerType::kOther, nullptr},
  };
  for (const auto& [type, feature] : cases) {
    QueryPlan plan = testing::PlanFor("pier");
    plan.type = type;
    const Features features =
        ComputeQuestionFeatures(MakeProfile(plan, {{1, 1}}));
    for (double Features::*const other : kTypes) {
      EXPECT_EQ(features.*other, other == feature ? 1 : 0)
          << static_cast<int>(type);
    }
    EXPECT_EQ(features.asks_known, type == AnswerType::kOther ? 0 : 1)
        << static_cast<int>(type);
  }
}

TEST(QuestionFeaturesTest, CountTerms) {
  const WeighedQuestion question("Did Ida Falk sell 3 piers?", {1, 2, 1, 5, 1});
  Features features = ComputeQuestionFeatures(question.profile());
  EXPECT_DOUBLE_EQ(features.question_terms, 5.0 / 7);
  EXPECT_DOUBLE_EQ(features.question_names, 2.0 / 4);
  EXPECT_DOUBLE_EQ(features.question_rarity, 5.0 / 10);
  QueryPlan with_synonym = question.plan();
  with_synonym.terms[4].is_synonym = true;
  features =
      ComputeQuestionFeatures(MakeProfile(with_synonym, question.statistics()));
  EXPECT_DOUBLE_EQ(features.question_terms, 4.0 / 6);
}

TEST(QuestionFeaturesTest, FindNothingInAnEmptyQuestion) {
  const QueryPlan plan = testing::PlanFor("");
  const Features features = ComputeQuestionFeatures(MakeProfile(plan, {}));
  EXPECT_EQ(features.question_terms, 0);
  EXPECT_EQ(features.question_names, 0);
  EXPECT_EQ(features.question_rarity, 0);
}

}  // namespace
}  // namespace footnote
