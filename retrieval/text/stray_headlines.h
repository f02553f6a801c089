// Headlines of other stories between the paragraphs of an article.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_STRAY_HEADLINES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_STRAY_HEADLINES_H_

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {

// Returns the indices of those of `lines`, the lines of an article in order,
// that are headlines of other stories.
//
// Such a line stands between two paragraphs, has no stop, and shares no word of
// its own with the paragraphs around it, while several of its words, figures or
// names stand nowhere else in the article. A section heading announces what
// follows and so shares words with it. A line in doubt is a section heading.
std::vector<size_t> FindStrayHeadlines(
    const std::vector<absl::string_view>& lines);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_STRAY_HEADLINES_H_
