#include "service/corpus_service.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/service/bytes_call.h"
#include "tests/service/error_details.h"
#include "tests/service/service_fixture.h"

namespace footnote {
namespace {

using testing::CallWithBytes;
using testing::DetailsOf;
using ::testing::ElementsAre;
using testing::FailsWith;
using ::testing::Key;

constexpr char kGet[] = "/footnote.v1.CorpusService/GetDocument";
constexpr char kList[] = "/footnote.v1.CorpusService/ListDocuments";

class CorpusServiceTest : public testing::ServiceFixture {
 protected:
  // Imports one document into `corpus`.
  void Import(const std::string& corpus, const std::string& id,
              const std::string& text) {
    const auto opened = library_->FindOrCreate(corpus, Deadline::Infinite());
    ASSERT_OK(opened);
    Document document;
    document.id = id;
    document.text = text;
    ASSERT_OK((*opened)->Import({document}, Deadline::Infinite()));
  }
};

TEST_F(CorpusServiceTest, PagesThroughAListing) {
  for (const char* id : {"c", "a", "b"}) Import("", id, "A short text.");
  v1::ListDocumentsRequest request;
  request.set_page_size(2);
  std::vector<std::string> ids;
  do {
    v1::ListDocumentsResponse response;
    grpc::ClientContext context;
    ASSERT_TRUE(v1::CorpusService::NewStub(channel_)
                    ->ListDocuments(&context, request, &response)
                    .ok());
    for (const auto& document : response.documents()) {
      ids.push_back(document.id());
    }
    EXPECT_EQ(response.total_size(), 3u);
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(ids, ElementsAre("a", "b", "c"));
  request.set_page_token("garbage");
  const grpc::Status status =
      CallWithBytes(channel_, kList, request.SerializeAsString());
  EXPECT_THAT(DetailsOf(status).violations, ElementsAre(Key("page_token")));
}

TEST_F(CorpusServiceTest, TellsItsStatus) {
  Import("news", "d1", "One. Two.");
  v1::GetStatusResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(v1::CorpusService::NewStub(channel_)
                  ->GetStatus(&context, {}, &response)
                  .ok());
  EXPECT_EQ(response.version(), FOOTNOTE_VERSION);
  EXPECT_TRUE(response.has_uptime());
  EXPECT_EQ(response.workers(), 1u);
  EXPECT_EQ(response.requests_in_flight(), 1u);
  EXPECT_EQ(response.max_requests_in_flight(), 2u);
  EXPECT_EQ(response.ranking_model(), v1::RANKING_MODEL_PLAIN);
  ASSERT_EQ(response.corpora_size(), 2);
  EXPECT_EQ(response.corpora(0).corpus(), "default");
  EXPECT_EQ(response.corpora(1).corpus(), "news");
  EXPECT_EQ(response.corpora(1).documents(), 1u);
}

TEST_F(CorpusServiceTest, ReadsBackWhatWasImported) {
  Import("news", "d1", "Ünder the treaty. It rained.");
  v1::GetDocumentRequest request;
  request.set_corpus("news");
  request.set_document_id("d1");
  v1::GetDocumentResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(v1::CorpusService::NewStub(channel_)
                  ->GetDocument(&context, request, &response)
                  .ok());
  EXPECT_EQ(response.document().document().text(),
            "Ünder the treaty. It rained.");
  EXPECT_EQ(response.document().sentences_size(), 2);
  EXPECT_EQ(response.corpus_revision(), 1u);
}

TEST_F(CorpusServiceTest, NamesADocumentThatThereIsNot) {
  v1::GetDocumentRequest request;
  request.set_document_id("a-1");
  const grpc::Status status =
      CallWithBytes(channel_, kGet, request.SerializeAsString());
  EXPECT_THAT(status, FailsWith(grpc::NOT_FOUND, "DOCUMENT_NOT_FOUND"));
  EXPECT_EQ(DetailsOf(status).info.metadata().at("document"), "a-1");
}

TEST_F(CorpusServiceTest, DeletesWhatItHoldsAndReportsTheRest) {
  Import("", "a", "One.");
  Import("", "b", "Two.");
  v1::DeleteDocumentsRequest request;
  for (const char* const id : {"b", "x", ""}) request.add_document_ids(id);
  v1::DeleteDocumentsResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(v1::CorpusService::NewStub(channel_)
                  ->DeleteDocuments(&context, request, &response)
                  .ok());
  EXPECT_THAT(response.deleted_ids(), ElementsAre("b"));
  EXPECT_THAT(response.missing_ids(), ElementsAre("x", ""));
  EXPECT_EQ(response.corpus_revision(), 3u);
}

}  // namespace
}  // namespace footnote
