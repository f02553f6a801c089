// What a web page left in front of a sentence or in it without a line break.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_GLUED_LEFTOVERS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_GLUED_LEFTOVERS_H_

#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"

namespace footnote {

// Returns how many bytes at the beginning of `block` are a leftover of the page
// in front of a sentence: an image credit in brackets, a row of buttons, a date
// or time of publication, a byline before a dateline, a caption or heading. 0
// if there is none, or if what follows is not plainly a sentence.
size_t GluedLeftoverEnd(absl::string_view block);

// Returns where the label of an image credit begins ("Image:", "Photo credit:")
// whose colon is at `colon`, if a caption is glued in front of it.
std::optional<size_t> GluedCreditBefore(absl::string_view block, size_t colon);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_GLUED_LEFTOVERS_H_
