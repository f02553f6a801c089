// Text, citations and passages as Markdown (CommonMark).

#ifndef FOOTNOTE_CLIENT_MARKDOWN_H_
#define FOOTNOTE_CLIENT_MARKDOWN_H_

#include <string>

#include "absl/strings/string_view.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns `text` such that Markdown shows it as it is: its marks and HTML are
// escaped, runs of white space become one space.
std::string EscapeMarkdown(absl::string_view text);

// Returns what is cited, `place` in it, and a link to it if a browser opens its
// uri.
std::string CitationMarkdown(const v1::Citation& citation,
                             absl::string_view place);

// Returns `response` as a numbered list of passages in block quotes. `first` is
// the number of the first one.
std::string PassagesMarkdown(const v1::SearchResponse& response, int first);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_MARKDOWN_H_
