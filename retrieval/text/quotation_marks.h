// What stands in quotation marks.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_QUOTATION_MARKS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_QUOTATION_MARKS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// Returns the quotations of `text`, with their marks, in order and not
// overlapping. Marks are curly, straight or TeX's (``…''), double or single.
//
// A quotation may run over sentences. One that runs over paragraphs, whose
// closing mark stands in the last alone, is a quotation for each paragraph.
// One that is never closed ends with its paragraph if that ends in a stop, and
// is none otherwise. What is quoted inside a quotation is part of it.
//
// Left out are words set apart (one to three words without a sentence's mark),
// titles of works (all words of weight capitalised), and feet and inches.
//
// Takes time linear in the text; thread-safe. Malformed UTF-8 is passed over.
std::vector<ByteRange> FindQuotations(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_QUOTATION_MARKS_H_
