#include "client/asked_batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "client/connection.h"
#include "client/failure.h"
#include "tests/client/fake_server.h"

namespace footnote {
namespace {

using ::footnote::testing::Echo;
using ::footnote::testing::FakeBehaviour;
using ::footnote::testing::FakeServer;
using ::footnote::testing::RichError;
using ::testing::Each;
using ::testing::ElementsAre;

// Returns `count` questions `q0`, `q1` and so on.
std::vector<AskedQuestion> Questions(int count) {
  std::vector<AskedQuestion> questions(static_cast<size_t>(count));
  for (size_t i = 0; i < questions.size(); ++i) {
    questions[i].request.mutable_question()->set_text(absl::StrCat("q", i));
  }
  return questions;
}

std::vector<AskedQuestion> AskAll(const FakeBehaviour& behaviour,
                                  std::vector<AskedQuestion> questions,
                                  absl::Duration timeout = absl::Minutes(1)) {
  const FakeServer server(behaviour);
  Connection connection(server.address());
  absl::Notification done;
  AskedBatch call(connection.questions(), timeout, std::move(questions),
                  [&done] { done.Notify(); });
  call.Start();
  done.WaitForNotification();
  return call.questions();
}

// Returns what was quoted for each question, or the code of its failure.
std::vector<std::string> Results(const std::vector<AskedQuestion>& questions) {
  std::vector<std::string> results;
  for (const AskedQuestion& question : questions) {
    results.push_back(question.error.code() == 0
                          ? question.response.answer().sentences(0).text()
                          : absl::StrCat(question.error.code()));
  }
  return results;
}

// Answers `request` as the fake does by default.
void AnswerAll(const v1::BatchAskRequest& request,
               v1::BatchAskResponse* response) {
  for (const v1::AskRequest& question : request.requests()) {
    *response->add_results()->mutable_response() = Echo(question);
  }
}

void FailItem(int item, const google::rpc::Status& error,
              v1::BatchAskResponse* response) {
  *response->mutable_results(item)->mutable_error() = error;
}

// Returns the failure of a server that is busy for that long.
google::rpc::Status Busy(absl::Duration time) {
  google::rpc::Status status;
  status.set_code(static_cast<int>(grpc::StatusCode::RESOURCE_EXHAUSTED));
  google::rpc::RetryInfo retry;
  retry.mutable_retry_delay()->set_seconds(
      absl::IDivDuration(time, absl::Seconds(1), &time));
  retry.mutable_retry_delay()->set_nanos(
      static_cast<int>(absl::ToInt64Nanoseconds(time)));
  status.add_details()->PackFrom(retry);
  return status;
}

google::rpc::Status TooLarge() {
  return RichStatus(RichError(grpc::StatusCode::RESOURCE_EXHAUSTED, "too large",
                              "RESPONSE_TOO_LARGE"));
}

google::rpc::Status Late() {
  return RichStatus(RichError(grpc::StatusCode::DEADLINE_EXCEEDED, "late",
                              "DEADLINE_EXCEEDED"));
}

TEST(AskedBatchTest, AsksWhatHasNoResultYet) {
  std::vector<AskedQuestion> questions = Questions(3);
  questions[1].error.set_code(3);
  EXPECT_THAT(Results(AskAll({}, questions)), ElementsAre("q0", "3", "q2"));
  questions[0].error.set_code(3);
  questions[2].error.set_code(3);
  EXPECT_THAT(Results(AskAll({}, questions)), Each("3"));
}

TEST(AskedBatchTest, WaitsUntilTheServerIsNotBusy) {
  std::atomic<int> calls = 0;
  FakeBehaviour behaviour;
  behaviour.batch_ask = [&calls](const v1::BatchAskRequest& request,
                                 v1::BatchAskResponse* response) {
    const int call = ++calls;
    if (call == 1) {
      return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "busy",
                          Busy(absl::Milliseconds(20)).SerializeAsString());
    }
    AnswerAll(request, response);
    if (call == 2) FailItem(1, Busy(absl::ZeroDuration()), response);
    return grpc::Status::OK;
  };
  EXPECT_THAT(Results(AskAll(behaviour, Questions(3))),
              ElementsAre("q0", "q1", "q2"));
  EXPECT_EQ(calls, 3);
}

TEST(AskedBatchTest, GivesUpWhenTheServerIsBusyForTooLong) {
  FakeBehaviour behaviour;
  behaviour.batch_ask = [](const v1::BatchAskRequest& request,
                           v1::BatchAskResponse* response) {
    AnswerAll(request, response);
    for (int i = 0; i < request.requests_size(); ++i) {
      FailItem(i, Busy(absl::Minutes(2)), response);
    }
    return grpc::Status::OK;
  };
  EXPECT_THAT(Results(AskAll(behaviour, Questions(2), absl::Minutes(1))),
              Each("8"));
}

TEST(AskedBatchTest, AsksAloneWhatDoesNotFitTheResponse) {
  std::atomic<int> alone = 0;
  FakeBehaviour behaviour;
  behaviour.batch_ask = [](const v1::BatchAskRequest& request,
                           v1::BatchAskResponse* response) {
    AnswerAll(request, response);
    for (const int i : {1, 2, 3}) FailItem(i, TooLarge(), response);
    return grpc::Status::OK;
  };
  behaviour.ask = [&alone](const v1::AskRequest& request,
                           v1::AskResponse* response) {
    if (request.question().text() == "q2") {
      return grpc::Status(grpc::StatusCode::DATA_LOSS, "damaged");
    }
    if (++alone == 1) {
      return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "busy",
                          Busy(absl::Milliseconds(20)).SerializeAsString());
    }
    *response = Echo(request);
    return grpc::Status::OK;
  };
  EXPECT_THAT(Results(AskAll(behaviour, Questions(5))),
              ElementsAre("q0", "q1", "15", "q3", "q4"));
  EXPECT_EQ(alone, 3);
}

TEST(AskedBatchTest, GoesOnWhileSomeAreAnswered) {
  std::atomic<int> calls = 0;
  FakeBehaviour behaviour;
  behaviour.batch_ask = [&calls](const v1::BatchAskRequest& request,
                                 v1::BatchAskResponse* response) {
    ++calls;
    AnswerAll(request, response);
    for (int i = 1; i < response->results_size(); ++i) {
      FailItem(i, Late(), response);
    }
    return grpc::Status::OK;
  };
  EXPECT_THAT(Results(AskAll(behaviour, Questions(3))),
              ElementsAre("q0", "q1", "q2"));
  EXPECT_EQ(calls, 3);
}

TEST(AskedBatchTest, GivesUpWhenNoneIsAnswered) {
  FakeBehaviour behaviour;
  behaviour.batch_ask = [](const v1::BatchAskRequest& request,
                           v1::BatchAskResponse* response) {
    AnswerAll(request, response);
    for (int i = 0; i < response->results_size(); ++i) {
      FailItem(i, Late(), response);
    }
    return grpc::Status::OK;
  };
  EXPECT_THAT(Results(AskAll(behaviour, Questions(3))), Each("4"));
}

TEST(AskedBatchTest, RefusesAResponseThatFitsNoRequest) {
  for (const int results : {1, 2, 3}) {
    FakeBehaviour behaviour;
    behaviour.batch_ask = [results](const v1::BatchAskRequest&,
                                    v1::BatchAskResponse* response) {
      // Neither a response nor an error.
      for (int i = 0; i < results; ++i) response->add_results();
      return grpc::Status::OK;
    };
    EXPECT_THAT(Results(AskAll(behaviour, Questions(2))), Each("13"));
  }
}

}  // namespace
}  // namespace footnote
