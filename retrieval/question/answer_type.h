// What kind of answer a question asks for.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_TYPE_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_TYPE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

enum class AnswerType {
  kPerson,
  kOrganization,
  kPlace,
  kDate,
  kDuration,
  kNumber,
  kQuantity,
  kMoney,
  kPercent,
  kQuote,
  kReason,
  kManner,
  kDefinition,
  kDescription,
  kYesNo,
  kList,
  kOther,
};

struct InferredAnswerType {
  AnswerType type = AnswerType::kOther;
  std::string reason;
  std::string focus;
};

absl::string_view AnswerTypeName(AnswerType type);

InferredAnswerType InferAnswerType(absl::string_view question);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_TYPE_H_
