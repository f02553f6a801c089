// Cuts a text into sentences.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_SENTENCE_SPLITTER_H_
#define FOOTNOTE_RETRIEVAL_TEXT_SENTENCE_SPLITTER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// Returns the sentences of `text`, an English text as news sites print it, in
// order. Ranges do not overlap, are not empty, and neither begin nor end with
// white space; everything between them is white space.
//
// A sentence ends at a full stop, question or exclamation mark with the closing
// quotes and brackets behind it, unless the stop belongs to an abbreviation,
// initial, number, ellipsis, URL or list label; at a blank line; and at a line
// break that does not run on in mid-sentence. Headlines, list items and lines
// of dialogue are sentences of their own.
//
// REQUIRES: text is valid UTF-8 of less than 2^32 bytes.
std::vector<ByteRange> SplitSentences(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_SENTENCE_SPLITTER_H_
