#include "client/verification_text.h"

#include <numeric>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/citation_text.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

std::string StatusInWords(int status) {
  switch (status) {
    case v1::CITATION_STATUS_INTACT:
      return "intact";
    case v1::CITATION_STATUS_DOCUMENT_CHANGED:
      return "changed";
    case v1::CITATION_STATUS_TEXT_MISMATCH:
      return "mismatch";
    case v1::CITATION_STATUS_NOT_FOUND:
      return "not found";
    default:
      return "unknown";
  }
}

// Offline no revision is known.
std::string ChangeText(const v1::CitationVerification& verification) {
  std::string text = "; the document was replaced";
  if (verification.current_revision() != 0) {
    absl::StrAppend(&text, " by revision ", verification.current_revision());
  }
  return verification.has_current_citation()
             ? absl::StrCat(text, ", where the quotation stands in ",
                            BytePlace(verification.current_citation()))
             : absl::StrCat(text, ", which does not hold the quotation");
}

std::string MismatchText(const v1::CitationVerification& verification) {
  std::string text = absl::StrCat(
      "; wrong: ", absl::StrJoin(verification.mismatched_fields(), ", "));
  if (verification.has_current_citation()) {
    absl::StrAppend(&text, "; the quotation stands in ",
                    BytePlace(verification.current_citation()));
  }
  return text;
}

}  // namespace

std::string VerificationLine(const v1::Citation& citation,
                             const v1::CitationVerification& verification) {
  std::string line = absl::StrFormat(
      "%-9s  document %s, %s", StatusInWords(verification.status()),
      citation.document_id(), BytePlace(citation));
  if (verification.status() == v1::CITATION_STATUS_DOCUMENT_CHANGED) {
    absl::StrAppend(&line, ChangeText(verification));
  }
  if (verification.status() == v1::CITATION_STATUS_TEXT_MISMATCH) {
    absl::StrAppend(&line, MismatchText(verification));
  }
  return absl::StrCat(Printable(line), "\n");
}

std::string VerificationSummary(const StatusCounts& counts) {
  const int all = std::accumulate(counts.begin(), counts.end(), 0);
  if (all == 0) return "no citations";
  std::vector<std::string> parts;
  for (const int status :
       {v1::CITATION_STATUS_INTACT, v1::CITATION_STATUS_DOCUMENT_CHANGED,
        v1::CITATION_STATUS_TEXT_MISMATCH, v1::CITATION_STATUS_NOT_FOUND,
        v1::CITATION_STATUS_UNSPECIFIED}) {
    const int count = counts[static_cast<size_t>(status)];
    if (count > 0) {
      parts.push_back(absl::StrCat(count, " ", StatusInWords(status)));
    }
  }
  return absl::StrCat(all, all == 1 ? " citation: " : " citations: ",
                      absl::StrJoin(parts, ", "));
}

}  // namespace footnote
