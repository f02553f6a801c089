// Answers as Markdown (CommonMark, with the footnotes and tables that GitHub
// and Pandoc know).

#ifndef FOOTNOTE_CLIENT_ANSWER_MARKDOWN_H_
#define FOOTNOTE_CLIENT_ANSWER_MARKDOWN_H_

#include <string>

#include "client/answer_text.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns `response` as block quotes with footnotes, the words that answer in
// bold, what is known of each sentence as a list below it, and what contradicts
// each other in tables; or that there is no answer and why. What was inferred
// is told if `view` has it; the parts of the scores and the sentences that were
// left out are among them, if they came.
std::string AnswerMarkdown(const v1::AskResponse& response,
                           const AnswerView& view);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_ANSWER_MARKDOWN_H_
