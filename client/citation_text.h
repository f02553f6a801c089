// Footnotes in words: what is cited, and where it stands.

#ifndef FOOTNOTE_CLIENT_CITATION_TEXT_H_
#define FOOTNOTE_CLIENT_CITATION_TEXT_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <optional>
#include <string>
#include <vector>

#include "client/text_layout.h"
#include "footnote/v1/document.pb.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns what a reader knows a document by, as `Title — Source, 2025-01-31`.
// What is unknown is left out; without a title the id stands for it. As it
// came, not made printable.
std::string SourceLine(const v1::Citation& citation);

// Returns what a reader knows the publisher by, as `Source, 2025-01-31`;
// without a source its title stands for it, and the id if it has none either.
std::string ReporterText(const v1::Citation& citation);

// Returns `sentence 4, bytes 310–455`. Both count from 0, as in every message.
std::string SentencePlace(const v1::Citation& citation);

// Returns `bytes 310–455`.
std::string BytePlace(const v1::Citation& citation);

// Returns where `span` stands in the quoted text of `citation`, or nothing if
// it does not lie within `text_bytes` or is empty.
std::optional<TextRange> RangeInQuotation(const v1::TextSpan& span,
                                          const v1::Citation& citation,
                                          size_t text_bytes);

// Returns where `matches` stand in the quoted text of `citation`, in order.
// What does not lie within `text_bytes` or overlaps is left out.
std::vector<TextRange> MatchesInQuotation(
    const google::protobuf::RepeatedPtrField<v1::TermMatch>& matches,
    const v1::Citation& citation, size_t text_bytes);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_CITATION_TEXT_H_
