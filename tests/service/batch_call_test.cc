#include "service/batch_call.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tests/service/bytes_call.h"
#include "tests/service/error_details.h"
#include "tests/service/service_fixture.h"

namespace footnote {
namespace {

using testing::AwaitThat;
using testing::CallWithBytes;
using ::testing::Contains;
using testing::DetailsOf;
using ::testing::ElementsAre;
using testing::FailsWith;
using ::testing::HasSubstr;
using ::testing::Key;

constexpr char kBatchAsk[] = "/footnote.v1.QuestionAnsweringService/BatchAsk";

// Returns a batch of `count` questions named "0", "1" and so on.
v1::BatchAskRequest Batch(int count) {
  v1::BatchAskRequest batch;
  for (int i = 0; i < count; ++i) {
    batch.add_requests()->mutable_question()->set_text(absl::StrCat(i));
  }
  return batch;
}

std::string ReasonOfError(const v1::BatchAskResult& result) {
  return DetailsOf(grpc::Status(grpc::UNKNOWN, "",
                                result.error().SerializeAsString()))
      .info.reason();
}

// Returns the reason of each result that failed, and "OK" of the others.
std::vector<std::string> ReasonsOf(const v1::BatchAskResponse& response) {
  std::vector<std::string> reasons;
  for (const v1::BatchAskResult& result : response.results()) {
    reasons.push_back(result.has_error() ? ReasonOfError(result) : "OK");
  }
  return reasons;
}

// Works until it may work no more, and returns why.
absl::Status WorkOn(const CallScope& scope) {
  AwaitThat([&] { return !scope.deadline.Check().ok(); });
  return scope.deadline.Check();
}

// Answers the questions of batches by a method of the test's own.
class BatchService final
    : public v1::QuestionAnsweringService::WithRawCallbackMethod_BatchAsk<
          v1::QuestionAnsweringService::Service> {
 public:
  BatchService(const ServingContext& serving, AskMethod answer)
      : serving_(serving), answer_(std::move(answer)) {}

  grpc::ServerUnaryReactor* BatchAsk(grpc::CallbackServerContext* context,
                                     const grpc::ByteBuffer* request,
                                     grpc::ByteBuffer* response) override {
    return StartBatchCall(answer_, serving_, context, request, response);
  }

 private:
  const ServingContext serving_;
  const AskMethod answer_;
};

// What a test does with the question named by a number.
using Answering = std::function<absl::Status(int question, const CallScope&)>;

class BatchCallTest : public testing::ServiceFixture {
 protected:
  explicit BatchCallTest(int readers = 1, int max_in_flight = 4)
      : ServiceFixture(std::chrono::hours(1), readers, max_in_flight) {}

  ~BatchCallTest() override {
    if (batch_server_ != nullptr) batch_server_->Shutdown();
  }

  // Serves batches whose questions are answered by `answering`; an answer's
  // revision is the number of its question.
  void Serve(const Answering& answering) {
    service_ = std::make_unique<BatchService>(
        serving_, [answering](v1::AskRequest* request, const CallScope& scope,
                              v1::AskResponse* response) {
          const int question = std::stoi(request->question().text());
          response->set_corpus_revision(static_cast<uint64_t>(question));
          return answering(question, scope);
        });
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                             &port);
    builder.RegisterService(service_.get());
    batch_server_ = builder.BuildAndStart();
    batch_channel_ = grpc::CreateChannel(absl::StrCat("127.0.0.1:", port),
                                         grpc::InsecureChannelCredentials());
  }

  // Asks `batch` and expects the call itself to succeed.
  v1::BatchAskResponse Ask(
      const v1::BatchAskRequest& batch,
      std::chrono::milliseconds timeout = std::chrono::seconds(25)) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + timeout);
    v1::BatchAskResponse response;
    const grpc::Status status =
        AskOn(batch_channel_ == nullptr ? channel_ : batch_channel_, &context,
              batch, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }

  static grpc::Status AskOn(const std::shared_ptr<grpc::Channel>& channel,
                            grpc::ClientContext* context,
                            const v1::BatchAskRequest& batch,
                            v1::BatchAskResponse* response) {
    return v1::QuestionAnsweringService::NewStub(channel)->BatchAsk(
        context, batch, response);
  }

  void AwaitIdle() {
    ASSERT_TRUE(pool_.WaitUntilIdle(std::chrono::steady_clock::now() +
                                    std::chrono::seconds(20)));
  }

  void Import(const std::string& corpus, const std::string& text) {
    const auto opened = library_->FindOrCreate(corpus, Deadline::Infinite());
    ASSERT_OK(opened);
    Document document;
    document.id = "d1";
    document.text = text;
    ASSERT_OK((*opened)->Import({document}, Deadline::Infinite()));
  }

  std::unique_ptr<BatchService> service_;
  std::unique_ptr<grpc::Server> batch_server_;
  std::shared_ptr<grpc::Channel> batch_channel_;
};

class SideBySideTest : public BatchCallTest {
 protected:
  SideBySideTest() : BatchCallTest(/*readers=*/3, /*max_in_flight=*/4) {}
};

TEST_F(SideBySideTest, EachResultIsWhatAskReturns) {
  Import("", "The two ministers signed the treaty in Kyoto.");
  v1::BatchAskRequest batch;
  for (int i = 0; i < 5; ++i) *batch.add_requests() = SomeQuestion();
  batch.mutable_requests(1)->mutable_question()->clear_text();
  batch.mutable_requests(2)->set_corpus("nowhere");
  batch.mutable_requests(3)->set_corpus("No Name");
  batch.mutable_requests(4)->mutable_options()->set_min_confidence(0);
  const v1::BatchAskResponse response = Ask(batch);
  ASSERT_EQ(response.results_size(), 5);
  for (int i = 0; i < 5; ++i) {
    SCOPED_TRACE(i);
    grpc::ClientContext context;
    v1::AskResponse alone;
    const grpc::Status status =
        v1::QuestionAnsweringService::NewStub(channel_)->Ask(
            &context, batch.requests(i), &alone);
    const v1::BatchAskResult& result = response.results(i);
    EXPECT_EQ(result.response().SerializeAsString(), alone.SerializeAsString());
    EXPECT_EQ(result.error().SerializeAsString(), status.error_details());
  }
  EXPECT_THAT(ReasonsOf(response),
              ElementsAre("OK", "INVALID_FIELD", "CORPUS_NOT_FOUND",
                          "INVALID_FIELD", "OK"));
  EXPECT_EQ(response.results(4).response().answer().sentences(0).text(),
            "The two ministers signed the treaty in Kyoto.");
}

TEST_F(SideBySideTest, TakesAHundredQuestionsAndNoMore) {
  Serve([](int, const CallScope&) { return absl::OkStatus(); });
  for (const int count : {1, 99, 100}) {
    const v1::BatchAskResponse response = Ask(Batch(count));
    ASSERT_EQ(response.results_size(), count);
    for (int i = 0; i < count; ++i) {
      EXPECT_EQ(response.results(i).response().corpus_revision(),
                static_cast<uint64_t>(i));
    }
  }
  for (const int count : {0, 101}) {
    const grpc::Status status =
        CallWithBytes(channel_, kBatchAsk, Batch(count).SerializeAsString());
    EXPECT_THAT(status, FailsWith(grpc::INVALID_ARGUMENT, "INVALID_FIELD"));
    EXPECT_THAT(DetailsOf(status).violations, ElementsAre(Key("requests")));
  }
}

TEST_F(SideBySideTest, ASlowQuestionHoldsUpNoOther) {
  std::atomic<int> answered = 0;
  Serve([&](int question, const CallScope&) {
    if (question == 1) AwaitThat([&] { return answered == 99; });
    ++answered;
    return absl::OkStatus();
  });
  EXPECT_THAT(ReasonsOf(Ask(Batch(100))), ::testing::Each("OK"));
}

TEST_F(SideBySideTest, WhatIsStillOpenAtTheEndIsAllThatIsLost) {
  std::atomic<int> begun = 0;
  Serve([&](int question, const CallScope& scope) {
    ++begun;
    return question == 1 ? WorkOn(scope) : absl::OkStatus();
  });
  EXPECT_THAT(ReasonsOf(Ask(Batch(5), std::chrono::seconds(3))),
              ElementsAre("OK", "DEADLINE_EXCEEDED", "OK", "OK", "OK"));
  EXPECT_EQ(begun, 5);
}

TEST_F(SideBySideTest, StopsForACallerThatWentAway) {
  std::atomic<int> begun = 0;
  Serve([&](int, const CallScope& scope) {
    ++begun;
    return WorkOn(scope);
  });
  grpc::ClientContext context;
  v1::BatchAskResponse response;
  std::future<grpc::Status> asked = std::async(std::launch::async, [&] {
    return AskOn(batch_channel_, &context, Batch(50), &response);
  });
  AwaitThat([&] { return begun == 3; });
  context.TryCancel();
  EXPECT_EQ(asked.get().error_code(), grpc::CANCELLED);
  AwaitIdle();
  EXPECT_EQ(begun, 3);
  EXPECT_THAT(log_.lines(),
              Contains(HasSubstr("method=BatchAsk corpus=default "
                                 "code=CANCELLED reason=CANCELLED")));
}

TEST_F(SideBySideTest, AStopOfTheServerEndsIt) {
  std::atomic<int> begun = 0;
  Serve([&](int, const CallScope& scope) {
    ++begun;
    return WorkOn(scope);
  });
  std::future<grpc::Status> asked = std::async(std::launch::async, [&] {
    return CallWithBytes(batch_channel_, kBatchAsk,
                         Batch(50).SerializeAsString());
  });
  AwaitThat([&] { return begun == 3; });
  batch_server_->Shutdown(std::chrono::system_clock::now());
  EXPECT_FALSE(asked.get().ok());
  AwaitIdle();
  EXPECT_EQ(begun, 3);
}

TEST_F(SideBySideTest, AStopLetsItFinishWhatItBegan) {
  Serve([&](int question, const CallScope&) {
    if (question == 0) admission_.Close();
    return absl::OkStatus();
  });
  EXPECT_THAT(ReasonsOf(Ask(Batch(50))), ::testing::Each("OK"));
  EXPECT_THAT(
      CallWithBytes(batch_channel_, kBatchAsk, Batch(1).SerializeAsString()),
      FailsWith(grpc::UNAVAILABLE, "NOT_SERVING"));
}

TEST_F(SideBySideTest, RunsInAsManyTasksAsThereIsRoomFor) {
  std::promise<void> release;
  const std::shared_future<void> released(release.get_future());
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(pool_.SubmitChange([released] { released.wait(); }));
  }
  std::atomic<int> most_in_flight = 0;
  Serve([&](int, const CallScope&) {
    most_in_flight = std::max(most_in_flight.load(), pool_.in_flight());
    return absl::OkStatus();
  });
  // Room for two of the three.
  EXPECT_THAT(ReasonsOf(Ask(Batch(50))), ::testing::Each("OK"));
  EXPECT_EQ(most_in_flight, 4);
  AwaitThat([&] { return pool_.in_flight() == 2; });
  ASSERT_TRUE(pool_.SubmitChange([released] { released.wait(); }));
  // Room for one.
  EXPECT_THAT(ReasonsOf(Ask(Batch(50))), ::testing::Each("OK"));
  AwaitThat([&] { return pool_.in_flight() == 3; });
  ASSERT_TRUE(pool_.SubmitChange([released] { released.wait(); }));
  EXPECT_THAT(
      CallWithBytes(batch_channel_, kBatchAsk, Batch(1).SerializeAsString()),
      FailsWith(grpc::RESOURCE_EXHAUSTED, "SERVER_BUSY"));
  release.set_value();
}

TEST_F(BatchCallTest, AQuestionWithoutACorpusTakesThatOfTheBatch) {
  Import("news", "The two ministers signed the treaty in Kyoto.");
  Import("old", "The king signed the treaty in Paris.");
  v1::BatchAskRequest batch;
  for (const char* const corpus : {"", "old", "default"}) {
    v1::AskRequest* const request = batch.add_requests();
    *request = SomeQuestion();
    request->set_corpus(corpus);
    request->mutable_options()->set_min_confidence(0);
  }
  batch.set_corpus("news");
  const v1::BatchAskResponse response = Ask(batch);
  ASSERT_EQ(response.results_size(), 3);
  EXPECT_THAT(response.results(0).response().answer().sentences(0).text(),
              HasSubstr("Kyoto"));
  EXPECT_THAT(response.results(1).response().answer().sentences(0).text(),
              HasSubstr("Paris"));
  EXPECT_EQ(response.results(2).response().answer().outcome(),
            v1::OUTCOME_NOT_ANSWERED);
  batch.set_corpus("No Name");
  const grpc::Status status =
      CallWithBytes(channel_, kBatchAsk, batch.SerializeAsString());
  EXPECT_THAT(DetailsOf(status).violations, ElementsAre(Key("corpus")));
}

TEST_F(BatchCallTest, SingleQuestionsGetThroughBetweenItsOwn) {
  grpc::ClientContext context;
  std::future<grpc::Status> single;
  const auto has_answered_single = [&] {
    const std::vector<std::string> lines = log_.lines();
    return std::any_of(lines.begin(), lines.end(), [](const auto& line) {
      return absl::StrContains(line, "method=Ask ");
    });
  };
  std::atomic<bool> was_answered = false;
  Serve([&](int question, const CallScope&) {
    if (question == 0) {
      single = AskAside(&context);
      AwaitThat([&] { return pool_.in_flight() == 2; });
    }
    // The single one was in line before the second question of the batch.
    if (question == 1) was_answered = has_answered_single();
    return absl::OkStatus();
  });
  EXPECT_THAT(ReasonsOf(Ask(Batch(100))), ::testing::Each("OK"));
  EXPECT_TRUE(single.get().ok());
  EXPECT_TRUE(was_answered);
}

TEST_F(BatchCallTest, WhatNobodyHasBegunAtTheEndIsRefusedAtOnce) {
  std::atomic<int> begun = 0;
  Serve([&](int question, const CallScope& scope) {
    ++begun;
    return question == 1 ? WorkOn(scope) : absl::OkStatus();
  });
  EXPECT_THAT(ReasonsOf(Ask(Batch(4), std::chrono::seconds(3))),
              ElementsAre("OK", "DEADLINE_EXCEEDED", "DEADLINE_EXCEEDED",
                          "DEADLINE_EXCEEDED"));
  EXPECT_EQ(begun, 2);
}

TEST_F(BatchCallTest, ADefectFailsOneQuestion) {
  Serve([](int question, const CallScope&) {
    if (question == 1) throw std::runtime_error("defect");
    return question == 2 ? absl::DataLossError("lost") : absl::OkStatus();
  });
  EXPECT_THAT(ReasonsOf(Ask(Batch(4))),
              ElementsAre("OK", "INTERNAL", "STORAGE_CORRUPT", "OK"));
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("defect")));
}

TEST_F(BatchCallTest, IsOneLineOfTheLog) {
  Serve([](int question, const CallScope&) {
    return question == 1 ? absl::DataLossError("lost") : absl::OkStatus();
  });
  v1::BatchAskRequest batch = Batch(3);
  batch.set_corpus("news");
  Ask(batch);
  EXPECT_THAT(log_.lines(),
              ElementsAre(HasSubstr(
                  "method=BatchAsk corpus=news code=OK questions=3 "
                  "outcome=DATA_LOSS:1,OUTCOME_UNSPECIFIED:2 queued_ms=")));
  batch.mutable_requests(2)->set_corpus("old");
  Ask(batch);
  EXPECT_THAT(log_.lines(),
              Contains(HasSubstr("method=BatchAsk code=OK questions=3 ")));
}

TEST_F(BatchCallTest, RefusesWhatIsNoMessage) {
  EXPECT_THAT(CallWithBytes(channel_, kBatchAsk, "\xff\xff"),
              FailsWith(grpc::INVALID_ARGUMENT, "MALFORMED_MESSAGE"));
}

TEST(QuestionsDeadlineTest, LeavesATenthButNoMoreThanAQuarterOfASecond) {
  const absl::Time arrival = absl::FromUnixSeconds(1'700'000'000);
  EXPECT_EQ(QuestionsDeadline(arrival, arrival + absl::Seconds(1)),
            arrival + absl::Milliseconds(900));
  EXPECT_EQ(QuestionsDeadline(arrival, arrival + absl::Milliseconds(2500)),
            arrival + absl::Milliseconds(2250));
  EXPECT_EQ(QuestionsDeadline(arrival, arrival + absl::Seconds(30)),
            arrival + absl::Milliseconds(29750));
}

}  // namespace
}  // namespace footnote
