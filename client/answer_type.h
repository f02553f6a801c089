// The kinds of answers by the names that people type and read.

#ifndef FOOTNOTE_CLIENT_ANSWER_TYPE_H_
#define FOOTNOTE_CLIENT_ANSWER_TYPE_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns the name of the kind that the contract calls `name`: `yes-no` for
// `ANSWER_TYPE_YES_NO`, and for `YES_NO` too.
std::string AnswerTypeName(absl::string_view name);

// Returns every kind that can be asked for with its name, in the contract's
// order.
std::vector<std::pair<std::string, v1::AnswerType>> AnswerTypes();

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_ANSWER_TYPE_H_
