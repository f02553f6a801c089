#include "service/document_conversion.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;

Document SomeDocument() {
  Document document;
  document.id = "d1";
  document.title = "Ü";
  document.text = "Ünder. Two 😀!";
  document.uri = "u:1";
  document.source = "S";
  document.published = "2025-01-31";
  document.language = "en";
  document.metadata = {{"k", "v"}, {"empty", ""}};
  return document;
}

TEST(DocumentConversionTest, ADocumentSurvivesThereAndBack) {
  DocumentAtRevision read;
  read.document.document = SomeDocument();
  v1::GetDocumentResponse response;
  ToProto(read, &response);
  v1::ImportDocumentsRequest request;
  *request.add_documents() = response.document().document();
  EXPECT_THAT(TakeDocuments(&request), ElementsAre(SomeDocument()));
}

TEST(DocumentConversionTest, SentencesAreCountedInAllUnits) {
  DocumentAtRevision read;
  read.document.document = SomeDocument();
  read.document.revision = 3;
  read.document.sha256 = "ab";
  read.document.sentences = {{{0, 7}, SentenceKind::kProse},
                             {{8, 17}, SentenceKind::kBoilerplate}};
  read.corpus_revision = 5;
  v1::GetDocumentResponse response;
  ToProto(read, &response);
  EXPECT_EQ(response.corpus_revision(), 5u);
  EXPECT_EQ(response.document().revision(), 3u);
  EXPECT_EQ(response.document().sha256(), "ab");
  ASSERT_EQ(response.document().sentences_size(), 2);
  const v1::Sentence& second = response.document().sentences(1);
  EXPECT_EQ(second.kind(), v1::SENTENCE_KIND_BOILERPLATE);
  EXPECT_EQ(second.span().begin_byte(), 8u);
  EXPECT_EQ(second.span().end_byte(), 17u);
  EXPECT_EQ(second.span().begin_code_point(), 7u);
  EXPECT_EQ(second.span().end_code_point(), 13u);
  EXPECT_EQ(second.span().begin_utf16(), 7u);
  EXPECT_EQ(second.span().end_utf16(), 14u);
}

TEST(DocumentConversionTest, ARefusalSaysWhy) {
  ImportReport report;
  report.results = {
      {"a", ImportOutcome::kAdded, absl::OkStatus()},
      {"b", ImportOutcome::kReplaced, absl::OkStatus()},
      {"c", ImportOutcome::kUnchanged, absl::OkStatus()},
      {"d", ImportOutcome::kRefused, InvalidFields({{"text", "is empty."}})}};
  report.corpus_revision = 2;
  v1::ImportDocumentsResponse response;
  ToProto(report, &response);
  std::vector<v1::ImportOutcome> outcomes;
  for (const v1::ImportResult& result : response.results()) {
    outcomes.push_back(result.outcome());
    EXPECT_EQ(result.has_error(),
              result.outcome() == v1::IMPORT_OUTCOME_REFUSED);
  }
  EXPECT_THAT(
      outcomes,
      ElementsAre(v1::IMPORT_OUTCOME_ADDED, v1::IMPORT_OUTCOME_REPLACED,
                  v1::IMPORT_OUTCOME_UNCHANGED, v1::IMPORT_OUTCOME_REFUSED));
  const google::rpc::Status& error = response.results(3).error();
  EXPECT_EQ(error.code(), 3);
  google::rpc::BadRequest bad_request;
  ASSERT_EQ(error.details_size(), 2);
  ASSERT_TRUE(error.details(1).UnpackTo(&bad_request));
  EXPECT_EQ(bad_request.field_violations(0).field(), "text");
}

TEST(DocumentConversionTest, ListsAndCountsAreWhole) {
  DocumentPage page;
  page.documents = {{"a", "T", "u", "S", "2025", 3, 40, "ab"}};
  page.total = 17;
  page.corpus_revision = 6;
  v1::ListDocumentsResponse listed;
  ToProto(page, &listed);
  EXPECT_EQ(listed.ShortDebugString(),
            "documents { id: \"a\" title: \"T\" uri: \"u\" source: \"S\" "
            "published: \"2025\" revision: 3 text_bytes: 40 sha256: \"ab\" } "
            "total_size: 17 corpus_revision: 6");
  v1::CorpusStatus status;
  ToProto("news", CorpusCounts{1, 2, 3, 4, 5, 6, 7, 8}, &status);
  EXPECT_EQ(status.ShortDebugString(),
            "corpus: \"news\" corpus_revision: 1 documents: 2 passages: 3 "
            "sentences: 4 text_bytes: 5 file_bytes: 6 "
            "settings { revisions_kept: 8 } earlier_versions: 7");
}

}  // namespace
}  // namespace footnote
