// Answers and passages as Markdown (CommonMark, with the footnotes that GitHub
// and Pandoc know).

#ifndef FOOTNOTE_CLIENT_MARKDOWN_H_
#define FOOTNOTE_CLIENT_MARKDOWN_H_

#include <string>

#include "absl/strings/string_view.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns `text` such that Markdown shows it as it is: its marks and HTML are
// escaped, runs of white space become one space.
std::string EscapeMarkdown(absl::string_view text);

// Returns `response` as block quotes with footnotes, or that there is no
// answer and why. The parts of the scores and the sentences that were left out
// are among them, if they came.
std::string AnswerMarkdown(const v1::AskResponse& response);

// Returns `response` as a numbered list of passages in block quotes. `first` is
// the number of the first one.
std::string PassagesMarkdown(const v1::SearchResponse& response, int first);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_MARKDOWN_H_
