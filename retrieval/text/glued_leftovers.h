// What a web page left in front of a paragraph without a line break.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_GLUED_LEFTOVERS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_GLUED_LEFTOVERS_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace footnote {

// Returns how many bytes at the beginning of `block` are a leftover of the page
// in front of a sentence: an image credit in brackets, a row of buttons, a time
// of publication, a byline before a dateline. 0 if there is none, or if what
// follows is not plainly a sentence.
size_t GluedLeftoverEnd(absl::string_view block);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_GLUED_LEFTOVERS_H_
