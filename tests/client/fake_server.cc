#include "tests/client/fake_server.h"

#include <google/protobuf/util/message_differencer.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "google/rpc/status.pb.h"

namespace footnote::testing {

using google::protobuf::util::MessageDifferencer;

grpc::Status RichError(grpc::StatusCode code, const std::string& message,
                       const std::string& reason, const std::string& field) {
  google::rpc::Status status;
  status.set_code(static_cast<int>(code));
  status.set_message(message);
  google::rpc::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain("footnote");
  status.add_details()->PackFrom(info);
  if (!field.empty()) {
    google::rpc::BadRequest bad_request;
    auto& violation = *bad_request.add_field_violations();
    violation.set_field(field);
    violation.set_description("is wrong");
    status.add_details()->PackFrom(bad_request);
  }
  return grpc::Status(code, message, status.SerializeAsString());
}

v1::AskResponse Echo(const v1::AskRequest& request) {
  v1::AskResponse response;
  v1::Answer& answer = *response.mutable_answer();
  answer.set_outcome(v1::OUTCOME_ANSWERED);
  answer.set_confidence(0.5);
  answer.set_confidence_scale(v1::CONFIDENCE_SCALE_UNCALIBRATED);
  answer.set_confidence_band(v1::CONFIDENCE_BAND_HIGH);
  v1::CitedSentence& sentence = *answer.add_sentences();
  sentence.set_text(request.question().text());
  sentence.mutable_citation()->set_document_id(
      absl::StrCat("of-", request.corpus()));
  return response;
}

FakeServer::FakeServer(FakeBehaviour behaviour)
    : behaviour_(std::move(behaviour)) {
  grpc::EnableDefaultHealthCheckService(true);
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                           &port);
  builder.SetMaxReceiveMessageSize(8 << 20);
  builder.RegisterService(
      static_cast<v1::QuestionAnsweringService::Service*>(this));
  builder.RegisterService(static_cast<v1::CorpusService::Service*>(this));
  server_ = builder.BuildAndStart();
  address_ = absl::StrCat("127.0.0.1:", port);
}

FakeServer::~FakeServer() {
  server_->Shutdown(absl::ToChronoTime(absl::Now()));
  server_->Wait();
}

void FakeServer::SetServing(bool serving) {
  server_->GetHealthCheckService()->SetServingStatus(serving);
}

std::map<std::string, v1::Document> FakeServer::documents() const {
  const absl::MutexLock lock(&mutex_);
  return documents_;
}

std::vector<int> FakeServer::batch_sizes() const {
  const absl::MutexLock lock(&mutex_);
  return batch_sizes_;
}

grpc::Status FakeServer::Ask(grpc::ServerContext*,
                             const v1::AskRequest* request,
                             v1::AskResponse* response) {
  if (behaviour_.ask) return behaviour_.ask(*request, response);
  *response = Echo(*request);
  return grpc::Status::OK;
}

grpc::Status FakeServer::BatchAsk(grpc::ServerContext* context,
                                  const v1::BatchAskRequest* request,
                                  v1::BatchAskResponse* response) {
  if (behaviour_.batch_ask) return behaviour_.batch_ask(*request, response);
  for (const v1::AskRequest& question : request->requests()) {
    v1::BatchAskResult& result = *response->add_results();
    const grpc::Status status =
        Ask(context, &question, result.mutable_response());
    if (!status.ok()) {
      result.mutable_error()->ParseFromString(status.error_details());
      result.mutable_error()->set_code(status.error_code());
      result.mutable_error()->set_message(status.error_message());
    }
  }
  return grpc::Status::OK;
}

grpc::Status FakeServer::VerifyCitations(
    grpc::ServerContext*, const v1::VerifyCitationsRequest* request,
    v1::VerifyCitationsResponse* response) {
  if (behaviour_.verify) return behaviour_.verify(*request, response);
  for (int i = 0; i < request->quotations_size(); ++i) {
    response->add_verifications()->set_status(v1::CITATION_STATUS_INTACT);
  }
  return grpc::Status::OK;
}

grpc::Status FakeServer::Search(grpc::ServerContext*,
                                const v1::SearchRequest* request,
                                v1::SearchResponse* response) {
  if (behaviour_.search) return behaviour_.search(*request, response);
  return grpc::Status::OK;
}

grpc::Status FakeServer::ImportDocuments(
    grpc::ServerContext*,
    grpc::ServerReaderWriter<v1::ImportDocumentsResponse,
                             v1::ImportDocumentsRequest>* stream) {
  v1::ImportDocumentsRequest request;
  while (stream->Read(&request)) {
    if (behaviour_.before_import) {
      const grpc::Status status = behaviour_.before_import(request);
      if (!status.ok()) return status;
    }
    v1::ImportDocumentsResponse response;
    {
      const absl::MutexLock lock(&mutex_);
      batch_sizes_.push_back(request.documents_size());
      for (const v1::Document& document : request.documents()) {
        *response.add_results() = Import(document);
      }
    }
    stream->Write(response);
  }
  return grpc::Status::OK;
}

v1::ImportResult FakeServer::Import(const v1::Document& document) {
  v1::ImportResult result;
  result.set_document_id(document.id());
  if (document.id().size() > 128) {
    result.set_outcome(v1::IMPORT_OUTCOME_REFUSED);
    result.mutable_error()->set_code(3);
    result.mutable_error()->set_message("`id` has more than 128 bytes");
    return result;
  }
  const auto [known, is_new] = documents_.try_emplace(document.id(), document);
  if (is_new) {
    result.set_outcome(v1::IMPORT_OUTCOME_ADDED);
  } else if (MessageDifferencer::Equals(known->second, document)) {
    result.set_outcome(v1::IMPORT_OUTCOME_UNCHANGED);
  } else {
    known->second = document;
    result.set_outcome(v1::IMPORT_OUTCOME_REPLACED);
  }
  return result;
}

grpc::Status FakeServer::GetDocument(grpc::ServerContext*,
                                     const v1::GetDocumentRequest* request,
                                     v1::GetDocumentResponse* response) {
  if (behaviour_.get_document) {
    return behaviour_.get_document(*request, response);
  }
  const absl::MutexLock lock(&mutex_);
  const auto found = documents_.find(request->document_id());
  if (found == documents_.end()) {
    return RichError(grpc::StatusCode::NOT_FOUND, "there is no such document",
                     "DOCUMENT_NOT_FOUND");
  }
  *response->mutable_document()->mutable_document() = found->second;
  return grpc::Status::OK;
}

grpc::Status FakeServer::ListDocuments(grpc::ServerContext*,
                                       const v1::ListDocumentsRequest* request,
                                       v1::ListDocumentsResponse* response) {
  const absl::MutexLock lock(&mutex_);
  auto next = documents_.upper_bound(request->page_token());
  const int page_size = request->has_page_size() ? request->page_size() : 50;
  for (; next != documents_.end() && response->documents_size() < page_size;
       ++next) {
    response->add_documents()->set_id(next->first);
  }
  if (next != documents_.end()) {
    response->set_next_page_token(response->documents().rbegin()->id());
  }
  response->set_total_size(documents_.size());
  return grpc::Status::OK;
}

grpc::Status FakeServer::DeleteDocuments(
    grpc::ServerContext*, const v1::DeleteDocumentsRequest* request,
    v1::DeleteDocumentsResponse* response) {
  const absl::MutexLock lock(&mutex_);
  for (const std::string& id : request->document_ids()) {
    if (documents_.erase(id) > 0) {
      response->add_deleted_ids(id);
    } else {
      response->add_missing_ids(id);
    }
  }
  return grpc::Status::OK;
}

grpc::Status FakeServer::CreateCorpus(grpc::ServerContext*,
                                      const v1::CreateCorpusRequest* request,
                                      v1::CreateCorpusResponse* response) {
  const absl::MutexLock lock(&mutex_);
  v1::CorpusStatus& corpus = corpora_[request->corpus()];
  if (!corpus.corpus().empty()) {
    return RichError(grpc::StatusCode::ALREADY_EXISTS,
                     "there is a corpus of that name", "CORPUS_EXISTS");
  }
  corpus.set_corpus(request->corpus());
  *corpus.mutable_settings() = request->settings();
  *response->mutable_corpus() = corpus;
  return grpc::Status::OK;
}

grpc::Status FakeServer::GetCorpus(grpc::ServerContext*,
                                   const v1::GetCorpusRequest* request,
                                   v1::GetCorpusResponse* response) {
  const absl::MutexLock lock(&mutex_);
  const auto found = corpora_.find(request->corpus());
  if (found == corpora_.end()) {
    return RichError(grpc::StatusCode::NOT_FOUND, "there is no such corpus",
                     "CORPUS_NOT_FOUND");
  }
  *response->mutable_corpus() = found->second;
  return grpc::Status::OK;
}

grpc::Status FakeServer::ListCorpora(grpc::ServerContext*,
                                     const v1::ListCorporaRequest* request,
                                     v1::ListCorporaResponse* response) {
  const absl::MutexLock lock(&mutex_);
  auto next = corpora_.upper_bound(request->page_token());
  for (; next != corpora_.end() && response->corpora_size() < 2; ++next) {
    response->add_corpora()->set_corpus(next->first);
  }
  if (next != corpora_.end()) {
    response->set_next_page_token(response->corpora().rbegin()->corpus());
  }
  return grpc::Status::OK;
}

grpc::Status FakeServer::DeleteCorpus(grpc::ServerContext*,
                                      const v1::DeleteCorpusRequest* request,
                                      v1::DeleteCorpusResponse* response) {
  const absl::MutexLock lock(&mutex_);
  const auto found = corpora_.find(request->corpus());
  if (found == corpora_.end() || !request->force()) {
    return RichError(grpc::StatusCode::FAILED_PRECONDITION,
                     "the corpus holds documents", "CORPUS_NOT_EMPTY");
  }
  *response->mutable_corpus() = found->second;
  response->set_deleted(!request->dry_run());
  if (response->deleted()) corpora_.erase(found);
  return grpc::Status::OK;
}

grpc::Status FakeServer::CreateSnapshot(
    grpc::ServerContext*, const v1::CreateSnapshotRequest* request,
    grpc::ServerWriter<v1::CreateSnapshotResponse>* writer) {
  return behaviour_.snapshot(*request, writer);
}

grpc::Status FakeServer::GetStatus(grpc::ServerContext*,
                                   const v1::GetStatusRequest*,
                                   v1::GetStatusResponse* response) {
  const absl::MutexLock lock(&mutex_);
  response->set_version("9.9");
  v1::CorpusStatus& corpus = *response->add_corpora();
  corpus.set_corpus("default");
  corpus.set_documents(documents_.size());
  return grpc::Status::OK;
}

}  // namespace footnote::testing
