#include "retrieval/answer/verifier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "retrieval/corpus.h"
#include "retrieval/text/sha256.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kFirst[] = "Caf\u00E9 owners met. The harbour froze on Monday.";
constexpr char kSecond[] =
    "Corrected. Caf\u00E9 owners met. It thawed. The harbour froze on Monday.";

class VerifierTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto corpus = Corpus::Open(directory_.File("corpus.db"),
                               CorpusSettings{.revisions_kept = 2});
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
    Import(kFirst);
  }

  void Import(const std::string& text) {
    Document document;
    document.id = "harbour";
    document.title = "Ice";
    document.source = "Gazette";
    document.published = "2025-01-31";
    document.text = text;
    ASSERT_OK(corpus_->Import({document}, Deadline::Infinite()));
  }

  // Returns the sentence about the harbour, as an answer cites it.
  Quotation Cited() {
    const auto answer = corpus_->Ask({"When did the harbour freeze?", {}},
                                     {1, 0.0}, Deadline::Infinite());
    EXPECT_OK(answer);
    const CitedSentence& sentence = answer->sentences.at(0);
    EXPECT_EQ(sentence.text, "The harbour froze on Monday.");
    return {sentence.text, sentence.citation};
  }

  CitationVerification Verify(const Quotation& quotation) {
    const auto report = corpus_->Verify({quotation}, Deadline::Infinite());
    EXPECT_OK(report);
    return report->verifications.at(0);
  }

  testing::TemporaryDirectory directory_;
  std::unique_ptr<Corpus> corpus_;
};

TEST_F(VerifierTest, FindsWhatAnAnswerCitedIntact) {
  const Quotation quotation = Cited();
  const CitationVerification verification = Verify(quotation);
  EXPECT_EQ(verification.status, CitationStatus::kIntact);
  EXPECT_THAT(verification.mismatched_fields, IsEmpty());
  EXPECT_EQ(verification.current_revision, 1u);
  EXPECT_EQ(verification.current_citation->span, quotation.citation.span);
}

TEST_F(VerifierTest, TakesAFootnoteThatClaimsLess) {
  const Quotation quotation = Cited();
  Citation less;
  less.document_id = "harbour";
  less.span.bytes = quotation.citation.span.bytes;
  EXPECT_EQ(Verify({quotation.text, less}).status, CitationStatus::kIntact);
  less.span.begin_utf16 = quotation.citation.span.begin_utf16;
  less.span.end_utf16 = quotation.citation.span.end_utf16;
  EXPECT_EQ(Verify({quotation.text, less}).status, CitationStatus::kIntact);
}

TEST_F(VerifierTest, NamesEveryFieldThatIsNotTrue) {
  const struct {
    std::function<void(Quotation*)> forge;
    const char* field;
  } kCases[] = {
      {[](Quotation* q) { q->text.back() = '!'; }, "text"},
      {[](Quotation* q) { q->citation.span.bytes.begin += 1; }, "text"},
      {[](Quotation* q) {
         q->citation.span.bytes = {900, 928};
       },
       "text"},
      {[](Quotation* q) { q->citation.span.end_utf16 += 1; }, "citation.span"},
      {[](Quotation* q) { q->citation.sentence_index = 7; },
       "citation.sentence_index"},
      {[](Quotation* q) { q->citation.title = "Fire"; }, "citation.title"},
      {[](Quotation* q) { q->citation.source = "Post"; }, "citation.source"},
      {[](Quotation* q) { q->citation.uri = "https://a.example/"; },
       "citation.uri"},
      {[](Quotation* q) { q->citation.published = "2025"; },
       "citation.published"},
      {[](Quotation* q) { q->citation.sha256 = Sha256Hex("x"); },
       "citation.sha256"},
      {[](Quotation* q) { q->citation.document_sha256 = Sha256Hex("x"); },
       "citation.document_sha256"},
      {[](Quotation* q) { q->citation.document_revision = 9; },
       "citation.document_revision"},
  };
  const Quotation cited = Cited();
  for (const auto& [forge, field] : kCases) {
    SCOPED_TRACE(field);
    Quotation forged = cited;
    forge(&forged);
    const CitationVerification verification = Verify(forged);
    EXPECT_EQ(verification.status, CitationStatus::kTextMismatch);
    EXPECT_THAT(verification.mismatched_fields, ElementsAre(field));
  }
}

TEST_F(VerifierTest, FollowsASentenceIntoTheNextRevision) {
  const Quotation quotation = Cited();
  Import(kSecond);
  const CitationVerification verification = Verify(quotation);
  EXPECT_EQ(verification.status, CitationStatus::kDocumentChanged);
  EXPECT_EQ(verification.current_revision, 2u);
  ASSERT_TRUE(verification.current_citation.has_value());
  const Citation& current = *verification.current_citation;
  EXPECT_EQ(Slice(kSecond, current.span.bytes), quotation.text);
  EXPECT_EQ(current.sentence_index, 3u);
  EXPECT_EQ(current.document_revision, 2u);
  EXPECT_EQ(current.span.begin_code_point, current.span.bytes.begin - 1);
  EXPECT_EQ(Verify({quotation.text, current}).status, CitationStatus::kIntact);
}

TEST_F(VerifierTest, SaysWhenTheSentenceIsGone) {
  const Quotation quotation = Cited();
  Import("All of it was wrong.");
  const CitationVerification verification = Verify(quotation);
  EXPECT_EQ(verification.status, CitationStatus::kDocumentChanged);
  EXPECT_FALSE(verification.current_citation.has_value());
}

TEST_F(VerifierTest, TellsAForgeryFromAChangeAsLongAsTheVersionIsKept) {
  Quotation quotation = Cited();
  Import(kSecond);
  quotation.text = "The harbour froze on Friday.";
  quotation.citation.sha256 = Sha256Hex(quotation.text);
  EXPECT_THAT(Verify(quotation).mismatched_fields, ElementsAre("text"));
  Import("A third version.");
  EXPECT_EQ(Verify(quotation).status, CitationStatus::kDocumentChanged);
  quotation.citation.sha256 = Sha256Hex("something else");
  EXPECT_THAT(Verify(quotation).mismatched_fields,
              ElementsAre("citation.sha256"));
}

TEST_F(VerifierTest, FindsTheNearestOfSeveralPlaces) {
  const Quotation quotation = Cited();
  // Cited at byte 18; they are at 0, 29 and 58.
  Import(
      "The harbour froze on Monday. The harbour froze on Monday. "
      "The harbour froze on Monday.");
  const auto current = Verify(quotation).current_citation;
  ASSERT_TRUE(current.has_value());
  EXPECT_EQ(current->span.bytes.begin, 29u);
}

TEST_F(VerifierTest, FindsTheNearestOfPlacesThatOverlap) {
  Import("abcabcabcab yy.");
  Quotation quotation;
  quotation.text = "abcab";
  quotation.citation.document_id = "harbour";
  const struct {
    uint32_t cited;
    uint32_t nearest;
  } kCases[] = {{0, 0}, {1, 0}, {2, 3}, {4, 3}, {5, 6}, {9, 6}, {900, 6}};
  for (const auto& [cited, nearest] : kCases) {
    quotation.citation.span.bytes = {cited, cited + 5};
    const auto current = Verify(quotation).current_citation;
    ASSERT_TRUE(current.has_value());
    EXPECT_EQ(current->span.bytes, (ByteRange{nearest, nearest + 5})) << cited;
  }
}

TEST_F(VerifierTest, KnowsNoDocumentThatWasDeleted) {
  const Quotation quotation = Cited();
  ASSERT_OK(corpus_->Delete({"harbour"}, Deadline::Infinite()));
  const CitationVerification verification = Verify(quotation);
  EXPECT_EQ(verification.status, CitationStatus::kNotFound);
  EXPECT_EQ(verification.current_revision, 0u);
}

}  // namespace
}  // namespace footnote
