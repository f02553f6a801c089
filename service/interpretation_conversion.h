// Between what was made of a question and how the contract tells it.

#ifndef FOOTNOTE_SERVICE_INTERPRETATION_CONVERSION_H_
#define FOOTNOTE_SERVICE_INTERPRETATION_CONVERSION_H_

#include <optional>

#include "footnote/v1/question_answering.pb.h"
#include "retrieval/question/answer_type.h"
#include "retrieval/question/question.h"

namespace footnote {

// Fills an empty message with everything that `interpretation` says.
void ToProto(const Interpretation& interpretation, v1::Interpretation* proto);

v1::AnswerType ToProto(AnswerType type);

// Returns nothing for a type that is to be inferred.
std::optional<AnswerType> ToAnswerType(v1::AnswerType type);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_INTERPRETATION_CONVERSION_H_
