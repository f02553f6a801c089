// What a question or a query is kept to, as the contract has it.

#ifndef FOOTNOTE_CLIENT_QUESTION_SCOPE_H_
#define FOOTNOTE_CLIENT_QUESTION_SCOPE_H_

#include "client/command_line.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Keeps `question` to `scope`. Labels of one key become one filter whose values
// are all of theirs, in order.
void Narrow(const QuestionScope& scope, v1::Question& question);

// Keeps the sentences that may answer `question` to `scope`.
void Narrow(const AnswerScope& scope, v1::Question& question);

// Keeps `request` to `scope`, as a question.
void Narrow(const QuestionScope& scope, v1::SearchRequest& request);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_QUESTION_SCOPE_H_
