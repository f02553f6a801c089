#include "service/unary_call.h"

#include <gmock/gmock.h>

#include <chrono>
#include <future>
#include <string>

#include "tests/service/error_details.h"
#include "tests/service/service_fixture.h"

namespace footnote {
namespace {

using testing::AwaitThat;
using ::testing::Contains;
using testing::DetailsOf;
using testing::FailsWith;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string TrailerOf(const grpc::ClientContext& context,
                      const std::string& key) {
  const auto& trailers = context.GetServerTrailingMetadata();
  const auto found = trailers.find(key);
  if (found == trailers.end()) return "";
  return std::string(found->second.data(), found->second.size());
}

class UnaryCallTest : public testing::ServiceFixture {
 protected:
  // Keeps the reading thread busy until the future is kept.
  void BlockReader(std::shared_future<void> until) {
    ASSERT_TRUE(pool_.SubmitRead([until] { until.wait(); }));
  }

  grpc::Status Ask(grpc::ClientContext* context) {
    v1::AskResponse response;
    return v1::QuestionAnsweringService::NewStub(channel_)->Ask(
        context, SomeQuestion(), &response);
  }
};

TEST_F(UnaryCallTest, AnswersWithIdAndTime) {
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "caller-7");
  EXPECT_TRUE(Ask(&context).ok());
  EXPECT_EQ(TrailerOf(context, "footnote-request-id"), "caller-7");
  EXPECT_THAT(TrailerOf(context, "footnote-time-ms"),
              ::testing::MatchesRegex("[0-9]+"));
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("request_id=caller-7")));
}

TEST_F(UnaryCallTest, MakesAnIdForAHarmfulOne) {
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "a b\"");
  EXPECT_TRUE(Ask(&context).ok());
  EXPECT_THAT(TrailerOf(context, "footnote-request-id"), SizeIs(32));
}

TEST_F(UnaryCallTest, RefusesAtOnceWhenFull) {
  std::promise<void> release;
  const std::shared_future<void> released(release.get_future());
  BlockReader(released);
  BlockReader(released);
  grpc::ClientContext context;
  const grpc::Status status = Ask(&context);
  EXPECT_THAT(status, FailsWith(grpc::RESOURCE_EXHAUSTED, "SERVER_BUSY"));
  EXPECT_TRUE(DetailsOf(status).has_retry);
  EXPECT_EQ(TrailerOf(context, "grpc-retry-pushback-ms"), "500");
  // Without headers before it, a client's own retries may act on it.
  EXPECT_TRUE(context.GetServerInitialMetadata().empty());
  release.set_value();
  AwaitThat([&] { return pool_.in_flight() == 0; });
  grpc::ClientContext again;
  EXPECT_TRUE(Ask(&again).ok());
}

TEST_F(UnaryCallTest, TheDeadlineCountsTheWait) {
  constexpr auto kTimeout = std::chrono::seconds(1);
  std::promise<void> release;
  BlockReader(std::shared_future<void>(release.get_future()));
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + kTimeout);
  std::future<grpc::Status> asked = AskAside(&context);
  AwaitThat([&] { return pool_.in_flight() == 2; });
  const auto arrived = std::chrono::system_clock::now();
  EXPECT_EQ(asked.get().error_code(), grpc::DEADLINE_EXCEEDED);
  // The server counts from the arrival, and gRPC rounds what it is told up.
  AwaitThat([&] {
    return std::chrono::system_clock::now() > arrived + 2 * kTimeout;
  });
  release.set_value();
  ASSERT_TRUE(pool_.WaitUntilIdle(std::chrono::steady_clock::now() +
                                  std::chrono::seconds(20)));
  EXPECT_THAT(log_.lines(),
              Contains(::testing::AnyOf(HasSubstr("code=DEADLINE_EXCEEDED"),
                                        HasSubstr("code=CANCELLED"))));
}

TEST_F(UnaryCallTest, IsRefusedWhileTheServerStops) {
  admission_.Close();
  grpc::ClientContext context;
  EXPECT_THAT(Ask(&context), FailsWith(grpc::UNAVAILABLE, "NOT_SERVING"));
}

// Answers with work that goes on for as long as its caller lets it.
class PatientService final
    : public v1::QuestionAnsweringService::WithRawCallbackMethod_Ask<
          v1::QuestionAnsweringService::Service> {
 public:
  explicit PatientService(const ServingContext& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* Ask(grpc::CallbackServerContext* context,
                                const grpc::ByteBuffer* request,
                                grpc::ByteBuffer* response) override {
    return StartUnaryCall("Ask", CallKind::kRead, work_, serving_, context,
                          request, response);
  }

 private:
  const ServingContext serving_;
  const CallWork work_ = [](const auto&, const CallScope& scope, auto*) {
    AwaitThat([&] { return !scope.deadline.Check().ok(); });
    return scope.deadline.Check();
  };
};

TEST_F(UnaryCallTest, StopsWorkingForACallerThatWentAway) {
  PatientService service(serving_);
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                           &port);
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  channel_ = grpc::CreateChannel(absl::StrCat("127.0.0.1:", port),
                                 grpc::InsecureChannelCredentials());
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() +
                       std::chrono::seconds(25));
  std::future<grpc::Status> asked = AskAside(&context);
  AwaitThat([&] { return pool_.in_flight() == 1; });
  context.TryCancel();
  EXPECT_EQ(asked.get().error_code(), grpc::CANCELLED);
  ASSERT_TRUE(pool_.WaitUntilIdle(std::chrono::steady_clock::now() +
                                  std::chrono::seconds(20)));
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("reason=CANCELLED")));
  server->Shutdown();
}

}  // namespace
}  // namespace footnote
