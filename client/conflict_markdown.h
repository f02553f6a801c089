// Where documents contradict each other, as Markdown.

#ifndef FOOTNOTE_CLIENT_CONFLICT_MARKDOWN_H_
#define FOOTNOTE_CLIENT_CONFLICT_MARKDOWN_H_

#include <string>

#include "client/footnotes.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns each conflict of `answer` as a table below its heading: a row a side,
// with its value, the best sentence, who reports it and who else says so. An
// empty line stands behind each.
std::string ConflictsMarkdown(const v1::Answer& answer, Footnotes& footnotes);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_CONFLICT_MARKDOWN_H_
