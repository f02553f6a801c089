#include "client/offline_verification.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "client/checksum.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Before the quotation stand 2 bytes of "é" and 4 of the emoji: 7 bytes, 3 code
// points, 4 UTF-16 units; in it another "é".
constexpr char kText[] = "é\U0001F600 Café opened. Café opened.";
constexpr char kQuoted[] = "Café opened.";

v1::Quotation Intact() {
  v1::Quotation quotation;
  quotation.set_text(kQuoted);
  v1::Citation& citation = *quotation.mutable_citation();
  citation.set_document_id("a");
  citation.set_document_revision(7);
  citation.set_sha256(Checksum::Of(kQuoted));
  citation.set_document_sha256(Checksum::Of(kText));
  v1::TextSpan& span = *citation.mutable_span();
  span.set_begin_byte(7);
  span.set_end_byte(20);
  span.set_begin_code_point(3);
  span.set_end_code_point(15);
  span.set_begin_utf16(4);
  span.set_end_utf16(16);
  return quotation;
}

v1::CitationVerification Verify(const v1::Quotation& quotation,
                                const std::string& text = kText) {
  return VerifyOffline(quotation, {{"a", text}});
}

TEST(VerifyOfflineTest, FindsAnIntactCitation) {
  const v1::CitationVerification result = Verify(Intact());
  EXPECT_EQ(result.status(), v1::CITATION_STATUS_INTACT);
  EXPECT_THAT(result.mismatched_fields(), IsEmpty());
  EXPECT_EQ(result.current_revision(), 0u);
  v1::Citation want = Intact().citation();
  want.clear_document_revision();
  EXPECT_EQ(result.current_citation().DebugString(), want.DebugString());
}

TEST(VerifyOfflineTest, ComparesNothingThatIsNotClaimed) {
  v1::Quotation quotation = Intact();
  quotation.mutable_citation()->clear_sha256();
  quotation.mutable_citation()->clear_document_sha256();
  v1::TextSpan bytes;
  bytes.set_begin_byte(7);
  bytes.set_end_byte(20);
  *quotation.mutable_citation()->mutable_span() = bytes;
  EXPECT_EQ(Verify(quotation).status(), v1::CITATION_STATUS_INTACT);
}

TEST(VerifyOfflineTest, NamesTheFieldThatIsWrong) {
  const struct {
    void (*change)(v1::Quotation&);
    const char* field;
  } kCases[] = {
      {[](v1::Quotation& q) { q.set_text("Café closed."); }, "text"},
      {[](v1::Quotation& q) {
         q.mutable_citation()->mutable_span()->set_begin_byte(8);
       },
       "text"},
      {[](v1::Quotation& q) {
         q.mutable_citation()->mutable_span()->set_end_byte(21);
       },
       "text"},
      {[](v1::Quotation& q) {
         q.mutable_citation()->mutable_span()->set_begin_code_point(4);
       },
       "citation.span"},
      {[](v1::Quotation& q) {
         q.mutable_citation()->mutable_span()->set_end_utf16(17);
       },
       "citation.span"},
      {[](v1::Quotation& q) {
         q.mutable_citation()->set_sha256(Checksum::Of("else"));
       },
       "citation.sha256"},
  };
  for (const auto& c : kCases) {
    v1::Quotation quotation = Intact();
    c.change(quotation);
    SCOPED_TRACE(quotation.DebugString());
    const v1::CitationVerification result = Verify(quotation);
    EXPECT_EQ(result.status(), v1::CITATION_STATUS_TEXT_MISMATCH);
    EXPECT_THAT(result.mismatched_fields(), ElementsAre(c.field));
  }
}

TEST(VerifyOfflineTest, NamesEveryFieldThatIsWrong) {
  v1::Quotation quotation = Intact();
  quotation.set_text("Café closed.");
  const v1::CitationVerification result = Verify(quotation, "Another text.");
  EXPECT_EQ(result.status(), v1::CITATION_STATUS_TEXT_MISMATCH);
  EXPECT_THAT(result.mismatched_fields(),
              ElementsAre("text", "citation.document_sha256"));
  EXPECT_FALSE(result.has_current_citation());
}

TEST(VerifyOfflineTest, FindsTheNearestPlaceInAnotherVersion) {
  const struct {
    const char* text;
    uint32_t begin;
  } kCases[] = {
      {"é\U0001F600 Café opened. It rained.", 7},
      {"Café opened.      Café opened.", 0},
      {"Café opened.Café opened.", 13},
      {"A long story comes first. Café opened.", 26},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const v1::CitationVerification result = Verify(Intact(), c.text);
    EXPECT_EQ(result.status(), v1::CITATION_STATUS_DOCUMENT_CHANGED);
    EXPECT_THAT(result.mismatched_fields(), IsEmpty());
    EXPECT_EQ(result.current_citation().span().begin_byte(), c.begin);
    EXPECT_EQ(result.current_citation().document_sha256(),
              Checksum::Of(c.text));
  }
  const v1::CitationVerification gone = Verify(Intact(), "It rained.");
  EXPECT_EQ(gone.status(), v1::CITATION_STATUS_TEXT_MISMATCH);
  EXPECT_FALSE(gone.has_current_citation());
}

TEST(VerifyOfflineTest, CallsAForgedQuotationNoChange) {
  v1::Quotation quotation = Intact();
  quotation.set_text("It rained.");
  const v1::CitationVerification result = Verify(quotation, "It rained.");
  EXPECT_EQ(result.status(), v1::CITATION_STATUS_TEXT_MISMATCH);
  EXPECT_THAT(result.mismatched_fields(),
              ElementsAre("citation.sha256", "citation.document_sha256"));
}

TEST(VerifyOfflineTest, KnowsOnlyWhatWasGiven) {
  v1::Quotation quotation = Intact();
  quotation.mutable_citation()->set_document_id("b");
  EXPECT_EQ(Verify(quotation).status(), v1::CITATION_STATUS_NOT_FOUND);
}

}  // namespace
}  // namespace footnote
