// Tells the prose of an article from what the web page left between it.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_BOILERPLATE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_BOILERPLATE_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// Returns, for each of `sentences` in order, whether it is boilerplate: an
// image credit, a follow, share or subscribe prompt, a cookie or copyright
// notice, an error of a widget, a heading that links to another story, a
// repetition of the title. Decided by what a line is like (its words' kinds,
// punctuation, verb, length, place and neighbours), never by its exact wording.
//
// A sentence in doubt is prose: what is lost as boilerplate can't be cited.
// Section headings of the article are prose.
//
// REQUIRES: sentences are what SplitSentences(text) returned.
std::vector<bool> FindBoilerplate(absl::string_view text,
                                  absl::string_view title,
                                  const std::vector<ByteRange>& sentences);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_BOILERPLATE_H_
