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
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

constexpr char kGet[] = "/footnote.v1.CorpusService/GetDocument";
constexpr char kCreateCorpus[] = "/footnote.v1.CorpusService/CreateCorpus";
constexpr char kGetCorpus[] = "/footnote.v1.CorpusService/GetCorpus";
constexpr char kListCorpora[] = "/footnote.v1.CorpusService/ListCorpora";
constexpr char kDeleteCorpus[] = "/footnote.v1.CorpusService/DeleteCorpus";
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

  // Returns the response to a deletion that succeeds.
  v1::DeleteCorpusResponse DeleteCorpus(
      const v1::DeleteCorpusRequest& request) {
    v1::DeleteCorpusResponse response;
    grpc::ClientContext context;
    const grpc::Status status =
        v1::CorpusService::NewStub(channel_)->DeleteCorpus(&context, request,
                                                           &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
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
  EXPECT_EQ(response.total_corpora(), 2u);
  EXPECT_EQ(response.open_corpora(), 2u);
  EXPECT_EQ(response.max_open_corpora(), 32u);
  EXPECT_EQ(response.posting_cache().budget_bytes(), 256u << 20);
  EXPECT_EQ(response.posting_cache().lists(), 0u);
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

TEST_F(CorpusServiceTest, CreatesACorpusOnce) {
  v1::CreateCorpusRequest request;
  request.set_corpus("news");
  v1::CreateCorpusResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(v1::CorpusService::NewStub(channel_)
                  ->CreateCorpus(&context, request, &response)
                  .ok());
  EXPECT_EQ(response.corpus().corpus(), "news");
  EXPECT_EQ(response.corpus().documents(), 0u);
  EXPECT_EQ(response.corpus().settings().revisions_kept(), 3u);
  const grpc::Status again =
      CallWithBytes(channel_, kCreateCorpus, request.SerializeAsString());
  EXPECT_THAT(again, FailsWith(grpc::ALREADY_EXISTS, "CORPUS_EXISTS"));
  EXPECT_EQ(DetailsOf(again).info.metadata().at("corpus"), "news");
}

TEST_F(CorpusServiceTest, DescribesOneCorpus) {
  Import("news", "d1", "One. Two.");
  v1::GetCorpusRequest request;
  request.set_corpus("news");
  v1::GetCorpusResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(v1::CorpusService::NewStub(channel_)
                  ->GetCorpus(&context, request, &response)
                  .ok());
  EXPECT_EQ(response.corpus().sentences(), 2u);
  EXPECT_EQ(response.corpus().corpus_revision(), 1u);
  EXPECT_GT(response.corpus().file_bytes(), 0u);
  request.set_corpus("none");
  const grpc::Status status =
      CallWithBytes(channel_, kGetCorpus, request.SerializeAsString());
  EXPECT_THAT(status, FailsWith(grpc::NOT_FOUND, "CORPUS_NOT_FOUND"));
  EXPECT_EQ(DetailsOf(status).info.metadata().at("corpus"), "none");
}

TEST_F(CorpusServiceTest, PagesThroughTheCorpora) {
  for (const char* const name : {"c", "a", "b"}) Import(name, "d", "A text.");
  v1::ListCorporaRequest request;
  std::vector<std::string> names;
  for (int size = 1; size == 1 || !request.page_token().empty(); ++size) {
    request.set_page_size(size);
    v1::ListCorporaResponse response;
    grpc::ClientContext context;
    ASSERT_TRUE(v1::CorpusService::NewStub(channel_)
                    ->ListCorpora(&context, request, &response)
                    .ok());
    for (const v1::CorpusSummary& corpus : response.corpora()) {
      names.push_back(corpus.corpus());
      EXPECT_GT(corpus.file_bytes(), 0u);
    }
    EXPECT_EQ(response.total_size(), 4u);
    request.set_page_token(response.next_page_token());
    // Whether the corpus of the token is still there is no matter.
    ASSERT_OK(library_->Delete(names.back(), Deadline::Infinite()));
    ASSERT_OK(library_->FindOrCreate(names.back(), Deadline::Infinite()));
  }
  EXPECT_THAT(names, ElementsAre("a", "b", "c", "default"));
  request.set_page_token("garbage");
  const grpc::Status status =
      CallWithBytes(channel_, kListCorpora, request.SerializeAsString());
  EXPECT_THAT(DetailsOf(status).violations, ElementsAre(Key("page_token")));
}

TEST_F(CorpusServiceTest, DeletesACorpusWithDocumentsOnlyByForce) {
  Import("news", "d1", "One.");
  v1::DeleteCorpusRequest request;
  request.set_corpus("news");
  const grpc::Status refused =
      CallWithBytes(channel_, kDeleteCorpus, request.SerializeAsString());
  EXPECT_THAT(refused,
              FailsWith(grpc::FAILED_PRECONDITION, "CORPUS_NOT_EMPTY"));
  EXPECT_THAT(
      DetailsOf(refused).info.metadata(),
      UnorderedElementsAre(Pair("corpus", "news"), Pair("documents", "1")));
  request.set_force(true);
  const v1::DeleteCorpusResponse response = DeleteCorpus(request);
  EXPECT_TRUE(response.deleted());
  EXPECT_EQ(response.corpus().documents(), 1u);
  EXPECT_THAT(library_->Names(), ElementsAre("default"));
  EXPECT_THAT(
      CallWithBytes(channel_, kDeleteCorpus, request.SerializeAsString()),
      FailsWith(grpc::NOT_FOUND, "CORPUS_NOT_FOUND"));
}

TEST_F(CorpusServiceTest, CountsWhatADeletionWouldDelete) {
  Import("news", "d1", "One.");
  v1::DeleteCorpusRequest request;
  request.set_corpus("news");
  request.set_dry_run(true);
  for (const bool force : {false, true}) {
    request.set_force(force);
    const v1::DeleteCorpusResponse response = DeleteCorpus(request);
    EXPECT_FALSE(response.deleted());
    EXPECT_EQ(response.corpus().documents(), 1u);
  }
  EXPECT_THAT(library_->Names(), ElementsAre("default", "news"));
}

TEST_F(CorpusServiceTest, DeletesAnEmptyCorpusWithoutForce) {
  v1::DeleteCorpusRequest request;
  request.set_corpus("default");
  EXPECT_TRUE(DeleteCorpus(request).deleted());
  EXPECT_THAT(library_->Names(), ElementsAre("default"));
}

}  // namespace
}  // namespace footnote
