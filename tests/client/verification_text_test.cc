#include "client/verification_text.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

v1::Citation Place(uint32_t begin, uint32_t end) {
  v1::Citation citation;
  citation.set_document_id("news/\x1b");
  citation.mutable_span()->set_begin_byte(begin);
  citation.mutable_span()->set_end_byte(end);
  return citation;
}

TEST(VerificationLineTest, TellsWhatBecameOfACitation) {
  v1::CitationVerification verification;
  const auto line = [&] {
    return VerificationLine(Place(310, 335), verification);
  };
  verification.set_status(v1::CITATION_STATUS_INTACT);
  *verification.mutable_current_citation() = Place(310, 335);
  EXPECT_EQ(line(), "intact     document news/\\u{1b}, bytes 310–335\n");
  verification.set_status(v1::CITATION_STATUS_NOT_FOUND);
  EXPECT_EQ(line(), "not found  document news/\\u{1b}, bytes 310–335\n");
  verification.set_status(v1::CITATION_STATUS_UNSPECIFIED);
  EXPECT_EQ(line(), "unknown    document news/\\u{1b}, bytes 310–335\n");
}

TEST(VerificationLineTest, TellsWhereTheQuotationStandsNow) {
  v1::CitationVerification verification;
  verification.set_status(v1::CITATION_STATUS_DOCUMENT_CHANGED);
  verification.set_current_revision(9);
  EXPECT_EQ(VerificationLine(Place(1, 2), verification),
            "changed    document news/\\u{1b}, bytes 1–2; the document was "
            "replaced by revision 9, which does not hold the quotation\n");
  verification.clear_current_revision();
  *verification.mutable_current_citation() = Place(5, 6);
  EXPECT_EQ(VerificationLine(Place(1, 2), verification),
            "changed    document news/\\u{1b}, bytes 1–2; the document was "
            "replaced, where the quotation stands in bytes 5–6\n");
}

TEST(VerificationLineTest, NamesWhatIsWrong) {
  v1::CitationVerification verification;
  verification.set_status(v1::CITATION_STATUS_TEXT_MISMATCH);
  verification.add_mismatched_fields("text");
  verification.add_mismatched_fields("citation.sha256");
  EXPECT_EQ(VerificationLine(Place(1, 2), verification),
            "mismatch   document news/\\u{1b}, bytes 1–2; wrong: text, "
            "citation.sha256\n");
  *verification.mutable_current_citation() = Place(5, 6);
  EXPECT_EQ(VerificationLine(Place(1, 2), verification),
            "mismatch   document news/\\u{1b}, bytes 1–2; wrong: text, "
            "citation.sha256; the quotation stands in bytes 5–6\n");
}

TEST(VerificationSummaryTest, CountsEachStatus) {
  EXPECT_EQ(VerificationSummary({}), "no citations");
  StatusCounts counts = {};
  counts[v1::CITATION_STATUS_INTACT] = 1;
  EXPECT_EQ(VerificationSummary(counts), "1 citation: 1 intact");
  counts[v1::CITATION_STATUS_NOT_FOUND] = 2;
  counts[v1::CITATION_STATUS_DOCUMENT_CHANGED] = 1;
  EXPECT_EQ(VerificationSummary(counts),
            "4 citations: 1 intact, 1 changed, 2 not found");
}

}  // namespace
}  // namespace footnote
