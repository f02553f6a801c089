// Tells a line break that ends something from one that a sentence runs over.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_LINE_BREAKS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_LINE_BREAKS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// Returns the blocks of `text` in order: runs of lines between which no
// sentence ends merely because the line does. Blocks hold everything but the
// white space between them and have none at their ends.
//
// A blank line ends a block. A single line break does too, unless the next line
// goes on in mid-sentence: it begins in lower case below a line that began
// otherwise and has no stop, the line breaks off behind a word such as "the" or
// "Gen.", or the paragraph's lines are all filled up to one width.
std::vector<ByteRange> FindBlocks(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_LINE_BREAKS_H_
