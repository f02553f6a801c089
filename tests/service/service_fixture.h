// Both services over a pool that a test can fill up, behind a real socket.

#ifndef FOOTNOTE_TESTS_SERVICE_SERVICE_FIXTURE_H_
#define FOOTNOTE_TESTS_SERVICE_SERVICE_FIXTURE_H_

#include <gmock/gmock.h>

#include <chrono>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <string>

#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "service/corpus_service.h"
#include "service/question_answering_service.h"
#include "service/server_builder.h"
#include "tests/service/captured_log.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {

// Waits until `condition` holds; a test fails if it does not within 20 s.
template <typename Condition>
void AwaitThat(Condition condition) {
  const auto deadline =
      std::chrono::steady_clock::now() + std::chrono::seconds(20);
  std::mutex mutex;
  std::condition_variable never;
  std::unique_lock lock(mutex);
  while (!condition()) {
    ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    never.wait_for(lock, std::chrono::milliseconds(2));
  }
}

// One reader and room for two requests, unless told otherwise.
class ServiceFixture : public ::testing::Test {
 protected:
  explicit ServiceFixture(
      std::chrono::milliseconds silence = std::chrono::hours(1),
      int readers = 1, int max_in_flight = 2)
      : log_({}),
        streams_(silence),
        pool_(readers, max_in_flight),
        serving_{&admission_, &pool_, &streams_, &log_.log()},
        question_answering_(serving_),
        corpus_(serving_) {
    absl::StatusOr<std::unique_ptr<Library>> library =
        Library::Open(directory_.path());
    EXPECT_OK(library);
    if (library.ok()) library_ = *std::move(library);
    admission_.Open(library_.get());
    grpc::ServerBuilder builder;
    HardenTransport(&builder);
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                             &port);
    builder.RegisterService(&question_answering_);
    builder.RegisterService(&corpus_);
    server_ = builder.BuildAndStart();
    // As fast as the transport finds a machine to be, so much it takes in
    // advance of a caller that does not read, unless it is told not to measure.
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
    channel_ = grpc::CreateCustomChannel(absl::StrCat("127.0.0.1:", port),
                                         grpc::InsecureChannelCredentials(),
                                         arguments);
  }

  ~ServiceFixture() override { server_->Shutdown(); }

  // Returns an ask request that every rule allows.
  static v1::AskRequest SomeQuestion() {
    v1::AskRequest request;
    request.mutable_question()->set_text("Who signed the treaty?");
    return request;
  }

  // Asks in a thread of its own with `context`, which outlives the future.
  std::future<grpc::Status> AskAside(grpc::ClientContext* context) {
    return std::async(std::launch::async, [this, context] {
      v1::AskResponse response;
      return v1::QuestionAnsweringService::NewStub(channel_)->Ask(
          context, SomeQuestion(), &response);
    });
  }

  TemporaryDirectory directory_;
  CapturedLog log_;
  Admission admission_;
  std::unique_ptr<Library> library_;
  StreamWatch streams_;
  WorkerPool pool_;
  const ServingContext serving_;
  QuestionAnsweringService question_answering_;
  CorpusService corpus_;
  std::unique_ptr<grpc::Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_SERVICE_SERVICE_FIXTURE_H_
