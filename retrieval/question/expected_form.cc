#include "retrieval/question/expected_form.h"

namespace footnote {

ExpectedForm FormOf(AnswerType type) {
  switch (type) {
    case AnswerType::kDate:
      return ExpectedForm::kDate;
    case AnswerType::kDuration:
    case AnswerType::kNumber:
    case AnswerType::kQuantity:
    case AnswerType::kMoney:
    case AnswerType::kPercent:
      return ExpectedForm::kNumber;
    case AnswerType::kPerson:
    case AnswerType::kOrganization:
      return ExpectedForm::kName;
    case AnswerType::kPlace:
      return ExpectedForm::kPlace;
    case AnswerType::kUnspecified:
    case AnswerType::kQuote:
    case AnswerType::kReason:
    case AnswerType::kManner:
    case AnswerType::kDefinition:
    case AnswerType::kDescription:
    case AnswerType::kYesNo:
    case AnswerType::kList:
    case AnswerType::kOther:
      break;
  }
  return ExpectedForm::kAny;
}

ExpectedForm ExpectForm(absl::string_view question) {
  return FormOf(InferAnswerType(question).type);
}

}  // namespace footnote
