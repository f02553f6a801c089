#include "retrieval/answer/question_features.h"

#include <algorithm>
#include <cstddef>

#include "retrieval/answer/saturation.h"

namespace footnote {
namespace {

constexpr double kHalfRarity = 5;

void AddType(AnswerType type, QuestionFeatures* features) {
  switch (type) {
    case AnswerType::kPerson:
      features->asks_person = 1;
      break;
    case AnswerType::kOrganization:
    case AnswerType::kPlace:
      features->asks_body_or_place = 1;
      break;
    case AnswerType::kDate:
      features->asks_time = 1;
      break;
    case AnswerType::kDuration:
    case AnswerType::kNumber:
    case AnswerType::kQuantity:
    case AnswerType::kMoney:
    case AnswerType::kPercent:
      features->asks_number = 1;
      break;
    case AnswerType::kDefinition:
    case AnswerType::kDescription:
      features->asks_definition = 1;
      break;
    default:
      break;
  }
}

}  // namespace

QuestionFeatures ComputeQuestionFeatures(const QuestionProfile& profile) {
  QuestionFeatures features;
  const QueryPlan& plan = *profile.plan;
  AddType(plan.type, &features);
  features.asks_known = plan.type != AnswerType::kOther ? 1 : 0;
  const auto count = [&](auto is_counted) {
    return SaturatedCount(static_cast<size_t>(
        std::count_if(plan.terms.begin(), plan.terms.end(), is_counted)));
  };
  features.question_terms =
      count([](const PlannedTerm& term) { return !term.is_synonym; });
  features.question_names =
      count([](const PlannedTerm& term) { return term.is_name; });
  features.question_rarity = Saturated(profile.greatest_weight, kHalfRarity);
  return features;
}

}  // namespace footnote
