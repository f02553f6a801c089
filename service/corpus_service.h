// Serves footnote.v1.CorpusService.

#ifndef FOOTNOTE_SERVICE_CORPUS_SERVICE_H_
#define FOOTNOTE_SERVICE_CORPUS_SERVICE_H_

#include "footnote/v1/corpus.grpc.pb.h"
#include "service/call.h"
#include "service/snapshot_stream.h"

namespace footnote {

// The methods take and give bytes, because gRPC's own decoding would hide a
// message that is no Protobuf from us, and end a stream at it silently.
// Thread-safe.
class CorpusService final
    : public v1::CorpusService::WithRawCallbackMethod_ImportDocuments<
          v1::CorpusService::WithRawCallbackMethod_GetDocument<
              v1::CorpusService::WithRawCallbackMethod_ListDocuments<
                  v1::CorpusService::WithRawCallbackMethod_DeleteDocuments<
                      v1::CorpusService::WithRawCallbackMethod_CreateSnapshot<
                          v1::CorpusService::WithRawCallbackMethod_CreateCorpus<
                              v1::CorpusService::WithRawCallbackMethod_GetCorpus<
                                  v1::CorpusService::
                                      WithRawCallbackMethod_ListCorpora<
                                          v1::CorpusService::
                                              WithRawCallbackMethod_DeleteCorpus<
                                                  v1::CorpusService::
                                                      WithRawCallbackMethod_GetStatus<
                                                          v1::CorpusService::
                                                              Service>>>>>>>>>> {
 public:
  // What `serving` points to outlives the service.
  explicit CorpusService(const ServingContext& serving);

  grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* ImportDocuments(
      grpc::CallbackServerContext* context) override;
  grpc::ServerUnaryReactor* GetDocument(grpc::CallbackServerContext* context,
                                        const grpc::ByteBuffer* request,
                                        grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* ListDocuments(grpc::CallbackServerContext* context,
                                          const grpc::ByteBuffer* request,
                                          grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* DeleteDocuments(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* CreateCorpus(grpc::CallbackServerContext* context,
                                         const grpc::ByteBuffer* request,
                                         grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* GetCorpus(grpc::CallbackServerContext* context,
                                      const grpc::ByteBuffer* request,
                                      grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* ListCorpora(grpc::CallbackServerContext* context,
                                        const grpc::ByteBuffer* request,
                                        grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* DeleteCorpus(grpc::CallbackServerContext* context,
                                         const grpc::ByteBuffer* request,
                                         grpc::ByteBuffer* response) override;
  grpc::ServerWriteReactor<grpc::ByteBuffer>* CreateSnapshot(
      grpc::CallbackServerContext* context,
      const grpc::ByteBuffer* request) override;
  grpc::ServerUnaryReactor* GetStatus(grpc::CallbackServerContext* context,
                                      const grpc::ByteBuffer* request,
                                      grpc::ByteBuffer* response) override;

 private:
  const ServingContext serving_;
  const CallWork import_;
  const CallWork get_;
  const CallWork list_;
  const CallWork delete_;
  const CallWork create_corpus_;
  const CallWork get_corpus_;
  const CallWork list_corpora_;
  const CallWork delete_corpus_;
  const CallWork status_;
  SnapshotPlaces snapshots_;
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_CORPUS_SERVICE_H_
