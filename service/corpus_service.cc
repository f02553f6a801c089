#include "service/corpus_service.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "service/corpora.h"
#include "service/document_conversion.h"
#include "service/error_status.h"
#include "service/find_corpus.h"
#include "service/import_stream.h"
#include "service/page_token.h"
#include "service/unary_call.h"
#include "service/validation.h"

namespace footnote {
namespace {

absl::Status ImportDocuments(v1::ImportDocumentsRequest* request,
                             const CallScope& scope,
                             v1::ImportDocumentsResponse* response) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      const std::shared_ptr<Corpus> corpus,
      scope.library.FindOrCreate(request->corpus(), scope.deadline));
  FOOTNOTE_ASSIGN_OR_RETURN(
      const ImportReport report,
      corpus->Import(TakeDocuments(request), scope.deadline));
  ToProto(report, response);
  return absl::OkStatus();
}

absl::Status GetDocument(v1::GetDocumentRequest* request,
                         const CallScope& scope,
                         v1::GetDocumentResponse* response) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, request->corpus()));
  absl::StatusOr<DocumentAtRevision> document =
      corpus->Get(request->document_id(), request->revision(), scope.deadline);
  if (absl::IsNotFound(document.status()) ||
      absl::IsFailedPrecondition(document.status())) {
    return WithFact(document.status(), "document", request->document_id());
  }
  FOOTNOTE_RETURN_IF_ERROR(document.status());
  ToProto(*std::move(document), response);
  return absl::OkStatus();
}

absl::Status ListDocuments(v1::ListDocumentsRequest* request,
                           const CallScope& scope,
                           v1::ListDocumentsResponse* response) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::optional<PagePlace> place,
                            ReadPageToken(*request));
  // Behind the last id, whatever came and went since: the revision is no
  // matter.
  const std::string after = place.has_value() ? place->cursor : "";
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, request->corpus()));
  const int limit =
      request->has_page_size() ? request->page_size() : kDefaultPageSize;
  FOOTNOTE_ASSIGN_OR_RETURN(const DocumentPage page,
                            corpus->List(after, limit, scope.deadline));
  ToProto(page, response);
  if (page.has_more && !page.documents.empty()) {
    response->set_next_page_token(MakePageToken(
        *request, {page.corpus_revision, page.documents.back().id}));
  }
  return absl::OkStatus();
}

absl::Status DeleteDocuments(v1::DeleteDocumentsRequest* request,
                             const CallScope& scope,
                             v1::DeleteDocumentsResponse* response) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, request->corpus()));
  FOOTNOTE_ASSIGN_OR_RETURN(const DeleteReport report,
                            corpus->Delete({request->document_ids().begin(),
                                            request->document_ids().end()},
                                           scope.deadline));
  ToProto(report, response);
  return absl::OkStatus();
}

// Tells what ranks sentences: `model`, or the plain score if it is null.
void DescribeRanking(const LearnedModel* model,
                     v1::GetStatusResponse* response) {
  if (model == nullptr) {
    response->set_ranking_model(v1::RANKING_MODEL_PLAIN);
    return;
  }
  response->set_ranking_model(v1::RANKING_MODEL_LEARNED);
  v1::LearnedModel& learned = *response->mutable_learned_model();
  learned.set_sha256(model->file().sha256());
  learned.set_created_date(model->file().origin().created);
  for (const TrainingSet& set : model->file().origin().training_sets) {
    v1::TrainingSet& described = *learned.add_training_sets();
    described.set_name(set.name);
    described.set_sha256(set.sha256);
  }
}

absl::Status GetStatus(const ServingContext& serving, const CallScope& scope,
                       v1::GetStatusResponse* response) {
  // This request itself is one of those in flight.
  response->set_version(FOOTNOTE_VERSION);
  const absl::Duration uptime = serving.admission->Uptime();
  const int64_t seconds = absl::ToInt64Seconds(uptime);
  response->mutable_uptime()->set_seconds(seconds);
  response->mutable_uptime()->set_nanos(static_cast<int32_t>(
      absl::ToInt64Nanoseconds(uptime - absl::Seconds(seconds))));
  DescribeRanking(scope.library.options().model.get(), response);
  response->set_workers(static_cast<uint32_t>(serving.pool->readers()));
  response->set_requests_in_flight(
      static_cast<uint32_t>(serving.pool->in_flight()));
  response->set_max_requests_in_flight(
      static_cast<uint32_t>(serving.pool->max_in_flight()));
  return DescribeCorpora(scope, serving.log, response);
}

}  // namespace

CorpusService::CorpusService(const ServingContext& serving)
    : serving_(serving),
      import_(MakeWork<v1::ImportDocumentsRequest, v1::ImportDocumentsResponse>(
          footnote::ImportDocuments)),
      get_(MakeWork<v1::GetDocumentRequest, v1::GetDocumentResponse>(
          footnote::GetDocument)),
      list_(MakeWork<v1::ListDocumentsRequest, v1::ListDocumentsResponse>(
          footnote::ListDocuments)),
      delete_(MakeWork<v1::DeleteDocumentsRequest, v1::DeleteDocumentsResponse>(
          footnote::DeleteDocuments)),
      create_corpus_(
          MakeWork<v1::CreateCorpusRequest, v1::CreateCorpusResponse>(
              footnote::CreateCorpus)),
      get_corpus_(MakeWork<v1::GetCorpusRequest, v1::GetCorpusResponse>(
          footnote::GetCorpus)),
      list_corpora_(MakeWork<v1::ListCorporaRequest, v1::ListCorporaResponse>(
          footnote::ListCorpora)),
      delete_corpus_(
          MakeWork<v1::DeleteCorpusRequest, v1::DeleteCorpusResponse>(
              footnote::DeleteCorpus)),
      status_(MakeWork<v1::GetStatusRequest, v1::GetStatusResponse>(
          [serving](v1::GetStatusRequest*, const CallScope& scope,
                    v1::GetStatusResponse* response) {
            return footnote::GetStatus(serving, scope, response);
          })) {}

grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>*
CorpusService::ImportDocuments(grpc::CallbackServerContext* context) {
  return StartImportStream("ImportDocuments", import_, serving_, context);
}

grpc::ServerUnaryReactor* CorpusService::GetDocument(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("GetDocument", CallKind::kRead, get_, serving_, context,
                        request, response);
}

grpc::ServerUnaryReactor* CorpusService::ListDocuments(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("ListDocuments", CallKind::kRead, list_, serving_,
                        context, request, response);
}

grpc::ServerUnaryReactor* CorpusService::DeleteDocuments(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("DeleteDocuments", CallKind::kChange, delete_, serving_,
                        context, request, response);
}

grpc::ServerWriteReactor<grpc::ByteBuffer>* CorpusService::CreateSnapshot(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request) {
  return StartSnapshotStream(&snapshots_, serving_, context, request);
}

grpc::ServerUnaryReactor* CorpusService::CreateCorpus(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("CreateCorpus", CallKind::kChange, create_corpus_,
                        serving_, context, request, response);
}

grpc::ServerUnaryReactor* CorpusService::GetCorpus(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("GetCorpus", CallKind::kRead, get_corpus_, serving_,
                        context, request, response);
}

grpc::ServerUnaryReactor* CorpusService::ListCorpora(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("ListCorpora", CallKind::kRead, list_corpora_, serving_,
                        context, request, response);
}

grpc::ServerUnaryReactor* CorpusService::DeleteCorpus(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("DeleteCorpus", CallKind::kChange, delete_corpus_,
                        serving_, context, request, response);
}

grpc::ServerUnaryReactor* CorpusService::GetStatus(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("GetStatus", CallKind::kRead, status_, serving_,
                        context, request, response);
}

}  // namespace footnote
