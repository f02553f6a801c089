// A call of many questions, answered side by side.

#ifndef FOOTNOTE_SERVICE_BATCH_CALL_H_
#define FOOTNOTE_SERVICE_BATCH_CALL_H_

#include "absl/time/time.h"
#include "footnote/v1/question_answering.pb.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/server_callback.h"
#include "service/call.h"

namespace footnote {

// What answers one question, of a batch or by itself.
using AskMethod = Method<v1::AskRequest, v1::AskResponse>;

// Returns when the questions of a batch that arrived at `arrival` and ends at
// `deadline` must have their results: a tenth of its time before, but at most
// 250 ms, in which the response is made and travels.
absl::Time QuestionsDeadline(absl::Time arrival, absl::Time deadline);

// Answers each question of a BatchAskRequest by `answer` and returns the
// reactor of the call, which deletes itself when gRPC is done with it. `answer`
// and everything in `serving` outlive the call; so do, by gRPC's promise, the
// other pointers.
//
// As many tasks as there are reading threads, but no more than questions, share
// the questions; each waits in line again after every question. A question that
// is refused, fails, throws or takes too long has that as its result. Where the
// pool is too full for more than one of the tasks, that one answers them all.
// The call as a whole fails if its request is not let in, can't be read or
// breaks a rule, if the pool is full, and if the caller goes.
grpc::ServerUnaryReactor* StartBatchCall(const AskMethod& answer,
                                         const ServingContext& serving,
                                         grpc::CallbackServerContext* context,
                                         const grpc::ByteBuffer* request,
                                         grpc::ByteBuffer* response);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_BATCH_CALL_H_
