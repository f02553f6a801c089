#include "client/ordered_batches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "client/connection.h"
#include "tests/client/fake_server.h"

namespace footnote {
namespace {

using ::footnote::testing::Echo;
using ::footnote::testing::FakeBehaviour;
using ::footnote::testing::FakeServer;
using ::testing::ElementsAre;

std::vector<AskedQuestion> Questions(const std::vector<std::string>& texts) {
  std::vector<AskedQuestion> questions(texts.size());
  for (size_t i = 0; i < texts.size(); ++i) {
    questions[i].request.mutable_question()->set_text(texts[i]);
  }
  return questions;
}

// Takes a batch and returns what was quoted for each question, or the code of
// its failure; `end` if there is none.
std::vector<std::string> Take(OrderedBatches* batches) {
  const auto questions = batches->Take();
  if (!questions.has_value()) return {"end"};
  std::vector<std::string> results;
  for (const AskedQuestion& question : *questions) {
    results.push_back(question.error.code() == 0
                          ? question.response.answer().sentences(0).text()
                          : absl::StrCat(question.error.code()));
  }
  return results;
}

// Returns a fake that answers a batch whose first question stands in `gates`
// only once that is notified, and calls `answered` for each.
FakeBehaviour Gated(std::map<std::string, absl::Notification>* gates,
                    std::function<void(const std::string&)> answered) {
  FakeBehaviour behaviour;
  behaviour.batch_ask = [gates, answered](const v1::BatchAskRequest& request,
                                          v1::BatchAskResponse* response) {
    const std::string& first = request.requests(0).question().text();
    const auto gate = gates->find(first);
    if (gate != gates->end()) gate->second.WaitForNotification();
    for (const v1::AskRequest& question : request.requests()) {
      *response->add_results()->mutable_response() = Echo(question);
    }
    answered(first);
    return grpc::Status::OK;
  };
  return behaviour;
}

TEST(OrderedBatchesTest, ComeBackInTheOrderOfAsking) {
  std::map<std::string, absl::Notification> gates;
  absl::Notification& first = gates["a"];
  // The second is answered before the first.
  const FakeServer server(Gated(&gates, [&](const std::string& answered) {
    if (answered == "c") first.Notify();
  }));
  Connection connection(server.address());
  OrderedBatches batches(connection.questions(), 2, absl::Minutes(1));
  batches.Ask(Questions({"a", "b"}));
  batches.Ask(Questions({"c"}));
  batches.Close();
  EXPECT_THAT(Take(&batches), ElementsAre("a", "b"));
  EXPECT_THAT(Take(&batches), ElementsAre("c"));
  EXPECT_THAT(Take(&batches), ElementsAre("end"));
  EXPECT_THAT(Take(&batches), ElementsAre("end"));
}

TEST(OrderedBatchesTest, GiveBackWhatNeedNotBeAsked) {
  const FakeServer server;
  Connection connection(server.address());
  OrderedBatches batches(connection.questions(), 3, absl::Minutes(1));
  std::vector<AskedQuestion> questions = Questions({"a", "b"});
  questions[0].error.set_code(3);
  batches.Ask(questions);
  questions[1].error.set_code(5);
  batches.Ask(questions);
  batches.Ask({});
  batches.Close();
  EXPECT_THAT(Take(&batches), ElementsAre("3", "b"));
  EXPECT_THAT(Take(&batches), ElementsAre("3", "5"));
  EXPECT_THAT(Take(&batches), ElementsAre());
  EXPECT_THAT(Take(&batches), ElementsAre("end"));
}

TEST(OrderedBatchesTest, AskNoMoreThanThereIsRoomFor) {
  std::atomic<int> answered = 0;
  std::map<std::string, absl::Notification> gates;
  const FakeServer server(
      Gated(&gates, [&](const std::string&) { ++answered; }));
  Connection connection(server.address());
  OrderedBatches batches(connection.questions(), 2, absl::Minutes(1));
  std::thread asker([&batches] {
    for (int i = 0; i < 50; ++i) batches.Ask(Questions({absl::StrCat("q", i)}));
    batches.Close();
  });
  for (int i = 0; i < 50; ++i) {
    EXPECT_LE(answered, i + 2);
    EXPECT_THAT(Take(&batches), ElementsAre(absl::StrCat("q", i)));
  }
  EXPECT_THAT(Take(&batches), ElementsAre("end"));
  asker.join();
}

TEST(OrderedBatchesTest, WaitInTheEndForWhatIsInFlight) {
  std::map<std::string, absl::Notification> gates;
  absl::Notification& slow = gates["slow"];
  std::atomic<int> answered = 0;
  const FakeServer server(
      Gated(&gates, [&](const std::string&) { ++answered; }));
  Connection connection(server.address());
  std::thread opener;
  {
    OrderedBatches batches(connection.questions(), 2, absl::Minutes(1));
    batches.Ask(Questions({"slow"}));
    batches.Ask(Questions({"quick"}));
    opener = std::thread([&slow] { slow.Notify(); });
  }
  EXPECT_EQ(answered, 2);
  opener.join();
}

}  // namespace
}  // namespace footnote
