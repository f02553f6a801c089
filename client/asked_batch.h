// Questions asked together, until each of them has its result.

#ifndef FOOTNOTE_CLIENT_ASKED_BATCH_H_
#define FOOTNOTE_CLIENT_ASKED_BATCH_H_

#include <grpcpp/alarm.h>
#include <grpcpp/client_context.h>

#include <functional>
#include <memory>
#include <vector>

#include "absl/time/time.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "google/rpc/status.pb.h"

namespace footnote {

// A question and what came back for it. `error` is OK exactly if `response`
// counts.
struct AskedQuestion {
  v1::AskRequest request;
  v1::AskResponse response;
  google::rpc::Status error;
};

// Asks questions by BatchAsk. What the server was too busy for is asked again
// when it said to, what did not fit the response by itself. What was out of
// time is asked again if others of the call were answered: it is their number
// that took the time. A question gives up when for `timeout` none of the batch
// is answered.
class AskedBatch {
 public:
  // Is to ask those of `questions` whose `error` is OK. `stub` outlives this
  // object.
  AskedBatch(v1::QuestionAnsweringService::Stub& stub, absl::Duration timeout,
             std::vector<AskedQuestion> questions, std::function<void()> done);
  AskedBatch(const AskedBatch&) = delete;
  AskedBatch& operator=(const AskedBatch&) = delete;

  // Begins to ask. `done` is called once, on a thread of gRPC or, if there is
  // nothing to ask, at once; it may be deleted as soon as that call begins.
  void Start();

  // The questions with their results, in the order given. Not before `done` is
  // called.
  std::vector<AskedQuestion>& questions() { return questions_; }

 private:
  // Asks what is to be asked next, or ends. There is one call or alarm at a
  // time, so that nothing here needs a lock.
  void Continue();
  void AskTogether();
  void AskAlone();
  void LandTogether(const grpc::Status& status);
  void LandAlone(const grpc::Status& status);
  // Has everything wait, and returns true, if `error` says that the same will
  // pass in time.
  bool WaitOut(const google::rpc::Status& error);
  // Has `question` asked again if its failure may pass in time; else that is
  // its result.
  void Fail(size_t question, const google::rpc::Status& error);
  // Readies the context of a call.
  grpc::ClientContext* BeginCall();

  v1::QuestionAnsweringService::Stub& stub_;
  const absl::Duration timeout_;
  std::vector<AskedQuestion> questions_;
  const std::function<void()> done_;
  absl::Time give_up_;
  std::vector<size_t> open_;   // Questions to ask together, in order.
  std::vector<size_t> alone_;  // To ask one by one, the last one first.
  absl::Duration delay_;       // To wait before the next call.
  std::unique_ptr<grpc::ClientContext> context_;
  v1::BatchAskRequest request_;
  v1::BatchAskResponse response_;
  std::unique_ptr<grpc::Alarm> alarm_;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_ASKED_BATCH_H_
