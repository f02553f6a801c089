// A server for the client's tests: on a real socket, with answers of a test's
// choosing.

#ifndef FOOTNOTE_TESTS_CLIENT_FAKE_SERVER_H_
#define FOOTNOTE_TESTS_CLIENT_FAKE_SERVER_H_

#include <grpcpp/server.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "google/rpc/error_details.pb.h"

namespace footnote::testing {

// Returns `code` with `message`, an ErrorInfo of `reason` and, unless `field`
// is empty, a BadRequest that names it, as the server sends them.
grpc::Status RichError(grpc::StatusCode code, const std::string& message,
                       const std::string& reason,
                       const std::string& field = "");

// Returns an answer to `request` that quotes the question.
v1::AskResponse Echo(const v1::AskRequest& request);

// What the fake does, by default: answers with Echo() and each question of a
// batch as if it was asked alone, finds nothing, keeps documents and the names
// of corpora in memory, two to a page. Set before the first call; called on
// server threads.
struct FakeBehaviour {
  std::function<grpc::Status(const v1::AskRequest&, v1::AskResponse*)> ask;
  std::function<grpc::Status(const v1::BatchAskRequest&, v1::BatchAskResponse*)>
      batch_ask;
  std::function<grpc::Status(const v1::SearchRequest&, v1::SearchResponse*)>
      search;
  std::function<grpc::Status(const v1::VerifyCitationsRequest&,
                             v1::VerifyCitationsResponse*)>
      verify;
  std::function<grpc::Status(const v1::GetDocumentRequest&,
                             v1::GetDocumentResponse*)>
      get_document;
  std::function<grpc::Status(const v1::CreateSnapshotRequest&,
                             grpc::ServerWriter<v1::CreateSnapshotResponse>*)>
      snapshot;
  // Before a request is imported; a status that is not OK ends the stream.
  std::function<grpc::Status(const v1::ImportDocumentsRequest&)> before_import;
};

// Serves on a free port of the loopback address until destroyed.
class FakeServer : private v1::QuestionAnsweringService::Service,
                   private v1::CorpusService::Service {
 public:
  explicit FakeServer(FakeBehaviour behaviour = {});
  ~FakeServer() override;

  // HOST:PORT.
  const std::string& address() const { return address_; }

  // Makes the health service tell whether requests are served.
  void SetServing(bool serving);

  // The documents that were imported, by id.
  std::map<std::string, v1::Document> documents() const;

  // The number of documents in each import request, in order.
  std::vector<int> batch_sizes() const;

 private:
  grpc::Status Ask(grpc::ServerContext*, const v1::AskRequest* request,
                   v1::AskResponse* response) override;
  grpc::Status BatchAsk(grpc::ServerContext*,
                        const v1::BatchAskRequest* request,
                        v1::BatchAskResponse* response) override;
  grpc::Status VerifyCitations(grpc::ServerContext*,
                               const v1::VerifyCitationsRequest* request,
                               v1::VerifyCitationsResponse* response) override;
  grpc::Status Search(grpc::ServerContext*, const v1::SearchRequest* request,
                      v1::SearchResponse* response) override;
  grpc::Status ImportDocuments(
      grpc::ServerContext*,
      grpc::ServerReaderWriter<v1::ImportDocumentsResponse,
                               v1::ImportDocumentsRequest>* stream) override;
  grpc::Status GetDocument(grpc::ServerContext*,
                           const v1::GetDocumentRequest* request,
                           v1::GetDocumentResponse* response) override;
  grpc::Status ListDocuments(grpc::ServerContext*,
                             const v1::ListDocumentsRequest* request,
                             v1::ListDocumentsResponse* response) override;
  grpc::Status DeleteDocuments(grpc::ServerContext*,
                               const v1::DeleteDocumentsRequest* request,
                               v1::DeleteDocumentsResponse* response) override;
  grpc::Status CreateCorpus(grpc::ServerContext*,
                            const v1::CreateCorpusRequest* request,
                            v1::CreateCorpusResponse* response) override;
  grpc::Status GetCorpus(grpc::ServerContext*,
                         const v1::GetCorpusRequest* request,
                         v1::GetCorpusResponse* response) override;
  grpc::Status ListCorpora(grpc::ServerContext*,
                           const v1::ListCorporaRequest* request,
                           v1::ListCorporaResponse* response) override;
  grpc::Status DeleteCorpus(grpc::ServerContext*,
                            const v1::DeleteCorpusRequest* request,
                            v1::DeleteCorpusResponse* response) override;
  grpc::Status CreateSnapshot(
      grpc::ServerContext*, const v1::CreateSnapshotRequest* request,
      grpc::ServerWriter<v1::CreateSnapshotResponse>* writer) override;
  grpc::Status GetStatus(grpc::ServerContext*, const v1::GetStatusRequest*,
                         v1::GetStatusResponse* response) override;

  v1::ImportResult Import(const v1::Document& document)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const FakeBehaviour behaviour_;
  mutable absl::Mutex mutex_;
  std::map<std::string, v1::Document> documents_ ABSL_GUARDED_BY(mutex_);
  std::vector<int> batch_sizes_ ABSL_GUARDED_BY(mutex_);
  std::map<std::string, v1::CorpusStatus> corpora_ ABSL_GUARDED_BY(mutex_);
  std::string address_;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_CLIENT_FAKE_SERVER_H_
