// What became of citations, for people.

#ifndef FOOTNOTE_CLIENT_VERIFICATION_TEXT_H_
#define FOOTNOTE_CLIENT_VERIFICATION_TEXT_H_

#include <array>
#include <string>

#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns one line: the footnote's place and what became of it. Which fields
// are not as they should be, and of a document that was replaced where the
// quotation stands now, follow. Safe to print on a terminal.
std::string VerificationLine(const v1::Citation& citation,
                             const v1::CitationVerification& verification);

// How many citations have each status.
using StatusCounts = std::array<int, v1::CitationStatus_ARRAYSIZE>;

// Returns `3 citations: 2 intact, 1 changed`; `no citations` for none.
std::string VerificationSummary(const StatusCounts& counts);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_VERIFICATION_TEXT_H_
