// Why there is no answer, and what to do about it.

#ifndef FOOTNOTE_CLIENT_NOT_ANSWERED_TEXT_H_
#define FOOTNOTE_CLIENT_NOT_ANSWERED_TEXT_H_

#include <string>

#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns why there is no answer, in words, as `no sentence holds a term of the
// question`. As it came, not made printable.
std::string ReasonText(const v1::AskResponse& response);

// Returns in whole sentences what may help against each reason, in order.
std::string HintText(const v1::AskResponse& response);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_NOT_ANSWERED_TEXT_H_
