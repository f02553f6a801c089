// Serves footnote.v1.QuestionAnsweringService.

#ifndef FOOTNOTE_SERVICE_QUESTION_ANSWERING_SERVICE_H_
#define FOOTNOTE_SERVICE_QUESTION_ANSWERING_SERVICE_H_

#include "footnote/v1/question_answering.grpc.pb.h"
#include "service/batch_call.h"
#include "service/call.h"

namespace footnote {

// The methods take and give bytes, because gRPC's own decoding would hide a
// message that is no Protobuf from us. Thread-safe.
class QuestionAnsweringService final
    : public v1::QuestionAnsweringService::WithRawCallbackMethod_Ask<
          v1::QuestionAnsweringService::WithRawCallbackMethod_BatchAsk<
              v1::QuestionAnsweringService::WithRawCallbackMethod_Search<
                  v1::QuestionAnsweringService::
                      WithRawCallbackMethod_VerifyCitations<
                          v1::QuestionAnsweringService::Service>>>> {
 public:
  // What `serving` points to outlives the service.
  explicit QuestionAnsweringService(const ServingContext& serving);

  grpc::ServerUnaryReactor* Ask(grpc::CallbackServerContext* context,
                                const grpc::ByteBuffer* request,
                                grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* BatchAsk(grpc::CallbackServerContext* context,
                                     const grpc::ByteBuffer* request,
                                     grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* Search(grpc::CallbackServerContext* context,
                                   const grpc::ByteBuffer* request,
                                   grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* VerifyCitations(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* response) override;

 private:
  const ServingContext serving_;
  const AskMethod answer_;  // Of Ask and BatchAsk alike.
  const CallWork ask_;
  const CallWork search_;
  const CallWork verify_;
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_QUESTION_ANSWERING_SERVICE_H_
