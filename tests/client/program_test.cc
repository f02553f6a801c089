// The commands of one call, as a shell sees them.

#include "tests/client/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/synchronization/notification.h"
#include "tests/client/fake_server.h"

namespace footnote {
namespace {

using ::footnote::testing::Echo;
using ::footnote::testing::FakeBehaviour;
using ::footnote::testing::FakeServer;
using ::footnote::testing::ProgramResult;
using ::footnote::testing::RichError;
using ::footnote::testing::RunProgram;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

ProgramResult RunAgainst(const FakeServer& server,
                         std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--server", server.address()});
  return RunProgram(arguments);
}

TEST(AskProgramTest, PrintsTheAnswer) {
  const FakeServer server;
  const ProgramResult result = RunAgainst(server, {"ask", "Who built it?"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_THAT(result.out, StartsWith("Who built it? [1]\n\n[1] of-\n"));
  EXPECT_EQ(result.err, "");
}

TEST(AskProgramTest, SendsWhatItWasGiven) {
  v1::AskRequest seen;
  FakeBehaviour behaviour;
  behaviour.ask = [&seen](const v1::AskRequest& request,
                          v1::AskResponse* response) {
    seen = request;
    *response = Echo(request);
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  const ProgramResult result = RunAgainst(server, {"ask",
                                                   "q",
                                                   "--corpus",
                                                   "news",
                                                   "--max-sentences",
                                                   "2",
                                                   "--min-confidence",
                                                   "0",
                                                   "--document",
                                                   "a",
                                                   "--document",
                                                   "b",
                                                   "--phrase",
                                                   "in May",
                                                   "--explain",
                                                   "--rejected",
                                                   "--type",
                                                   "date",
                                                   "--entity",
                                                   "Ishiba",
                                                   "--context",
                                                   "1",
                                                   "--max-per-document",
                                                   "2",
                                                   "--order",
                                                   "time",
                                                   "--output",
                                                   "jsonl"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(seen.corpus(), "news");
  EXPECT_EQ(seen.options().max_sentences(), 2);
  EXPECT_TRUE(seen.options().has_min_confidence());
  EXPECT_TRUE(seen.options().explain());
  EXPECT_TRUE(seen.options().include_rejected());
  EXPECT_EQ(seen.options().context_sentences(), 1);
  EXPECT_EQ(seen.options().max_sentences_per_document(), 2);
  EXPECT_EQ(seen.options().order(), v1::SENTENCE_ORDER_TIME);
  EXPECT_EQ(seen.question().answer_type(), v1::ANSWER_TYPE_DATE);
  EXPECT_THAT(seen.question().entities(), ::testing::ElementsAre("Ishiba"));
  EXPECT_THAT(seen.question().phrases(), ::testing::ElementsAre("in May"));
  EXPECT_THAT(seen.question().filter().document_ids(),
              ::testing::ElementsAre("a", "b"));
  EXPECT_THAT(result.out, StartsWith("{\"answer\":{\"outcome\":"
                                     "\"OUTCOME_ANSWERED\""));
  EXPECT_EQ(result.out.find('\n'), result.out.size() - 1);
}

TEST(AskProgramTest, LeavesDefaultsToTheServer) {
  v1::AskRequest seen;
  FakeBehaviour behaviour;
  behaviour.ask = [&seen](const v1::AskRequest& request, v1::AskResponse*) {
    seen = request;
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  RunAgainst(server, {"ask", "q"});
  EXPECT_FALSE(seen.options().has_max_sentences());
  EXPECT_FALSE(seen.options().has_min_confidence());
  EXPECT_EQ(seen.options().ByteSizeLong(), 0u);
  EXPECT_FALSE(seen.question().has_filter());
}

TEST(AskProgramTest, PrintsATimelineAndWhatWasInferred) {
  FakeBehaviour behaviour;
  behaviour.ask = [](const v1::AskRequest& request, v1::AskResponse* response) {
    *response = Echo(request);
    response->mutable_answer()->mutable_sentences(0)->mutable_time()->set_value(
        "2025-02-07");
    v1::Inference& inference =
        *response->mutable_interpretation()->add_inferences();
    inference.set_field("speaker");
    inference.set_value("Nakatani");
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  const std::string inferred = "taken from the question: speaker \"Nakatani\"";
  ProgramResult result =
      RunAgainst(server, {"ask", "q", "--order", "time", "--explain"});
  EXPECT_THAT(result.out, StartsWith("2025-02-07  q [1]\n"));
  EXPECT_THAT(result.out, HasSubstr(inferred));
  result = RunAgainst(server, {"ask", "q", "--order", "time", "--explain",
                               "--output", "markdown"});
  EXPECT_THAT(result.out, StartsWith("**2025-02-07**\n\n> q [^1]\n"));
  EXPECT_THAT(result.out, HasSubstr(inferred));
  result = RunAgainst(server, {"ask", "q"});
  EXPECT_THAT(result.out, StartsWith("q [1]\n"));
  EXPECT_THAT(result.out, Not(HasSubstr(inferred)));
}

TEST(AskProgramTest, EndsWithOneWithoutAnAnswer) {
  FakeBehaviour behaviour;
  behaviour.ask = [](const v1::AskRequest&, v1::AskResponse* response) {
    response->mutable_answer()->set_outcome(v1::OUTCOME_NOT_ANSWERED);
    response->mutable_answer()->add_not_answered_reasons(
        v1::NOT_ANSWERED_REASON_NO_MATCH);
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  for (const char* output : {"text", "json", "jsonl", "markdown"}) {
    SCOPED_TRACE(output);
    const ProgramResult result =
        RunAgainst(server, {"ask", "q", "--output", output});
    EXPECT_EQ(result.exit_status, 1);
    EXPECT_NE(result.out, "");
  }
}

TEST(AskProgramTest, SaysWhyItWasRefused) {
  FakeBehaviour behaviour;
  behaviour.ask = [](const v1::AskRequest&, v1::AskResponse*) {
    return RichError(grpc::StatusCode::INVALID_ARGUMENT, "too long",
                     "INVALID_FIELD", "question.text");
  };
  const FakeServer server(behaviour);
  ProgramResult result = RunAgainst(server, {"ask", "q"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "footnote: too long\n  question.text: is wrong\n");
  result = RunAgainst(server, {"ask", "q", "--output", "jsonl"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.out, StartsWith("{\"error\":{\"code\":3,"));
  EXPECT_THAT(result.out, HasSubstr("\"reason\":\"INVALID_FIELD\""));
}

TEST(AskProgramTest, RefusesAQuestionThatIsNotUtf8) {
  const FakeServer server;
  const ProgramResult result = RunAgainst(server, {"ask", "caf\xe9"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.err, HasSubstr("not valid UTF-8 at byte 4"));
}

TEST(AskProgramTest, TriesAgainWhileTheServerIsUnavailable) {
  std::atomic<int> calls = 0;
  FakeBehaviour behaviour;
  behaviour.ask = [&calls](const v1::AskRequest& request,
                           v1::AskResponse* response) {
    if (++calls < 3)
      return grpc::Status(grpc::StatusCode::UNAVAILABLE, "not yet");
    *response = Echo(request);
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  EXPECT_EQ(RunAgainst(server, {"ask", "q"}).exit_status, 0);
  EXPECT_EQ(calls, 3);
}

TEST(AskProgramTest, RunsOutOfTime) {
  absl::Notification ended;
  FakeBehaviour behaviour;
  behaviour.ask = [&ended](const v1::AskRequest&, v1::AskResponse*) {
    ended.WaitForNotification();
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  const ProgramResult result =
      RunAgainst(server, {"ask", "q", "--timeout", "100ms"});
  ended.Notify();
  EXPECT_EQ(result.exit_status, 3);
  EXPECT_THAT(result.err, HasSubstr("allow more with --timeout"));
}

TEST(ProgramTest, SaysHowToStartAServer) {
  // Nothing can listen on port 1 of the loopback but with special rights.
  for (const char* command : {"health", "status", "list"}) {
    SCOPED_TRACE(command);
    const ProgramResult result =
        RunProgram({command, "--server", "127.0.0.1:1"});
    EXPECT_EQ(result.exit_status, 3);
    EXPECT_THAT(result.err, HasSubstr("no server reached at 127.0.0.1:1"));
    EXPECT_THAT(result.err, HasSubstr("footnoted --data-dir"));
  }
}

TEST(ProgramTest, EndsWithTwoAfterAMistake) {
  EXPECT_EQ(RunProgram({}).exit_status, 2);
  EXPECT_EQ(RunProgram({"ask"}).exit_status, 2);
  EXPECT_EQ(RunProgram({"--help"}).exit_status, 0);
  EXPECT_EQ(RunProgram({"--version"}).out, "footnote 0.1.0\n");
}

TEST(ProgramTest, TakesTheServerFromTheEnvironment) {
  const FakeServer server;
  const ProgramResult result =
      RunProgram({"health"}, "", {"FOOTNOTE_SERVER=" + server.address()});
  EXPECT_EQ(result.exit_status, 0);
}

TEST(ProgramTest, TellsThatItsOutputIsLost) {
  const FakeServer server;
  RunAgainst(server, {"status"});
  const std::string command = std::string(FOOTNOTE_PROGRAM) +
                              " status --server " + server.address() +
                              " > /dev/full 2> /dev/null";
  const int status = std::system(command.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 4);
}

TEST(HealthProgramTest, TellsWhetherRequestsAreServed) {
  FakeServer server;
  ProgramResult result = RunAgainst(server, {"health"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.out, "SERVING\n");
  server.SetServing(false);
  result = RunAgainst(server, {"health"});
  EXPECT_EQ(result.exit_status, 3);
  EXPECT_EQ(result.out, "NOT_SERVING\n");
}

TEST(SearchProgramTest, PrintsPassages) {
  FakeBehaviour behaviour;
  behaviour.search = [](const v1::SearchRequest& request,
                        v1::SearchResponse* response) {
    if (request.page_size() == 5) {
      response->add_passages()->set_text(request.query());
    }
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  ProgramResult result =
      RunAgainst(server, {"search", "a OR b", "--limit", "5"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_THAT(result.out, HasSubstr("a OR b"));
  result = RunAgainst(server, {"search", "nothing"});
  EXPECT_EQ(result.exit_status, 1);
  EXPECT_EQ(result.out, "No passage matches.\n");
}

// Three pages of one passage each.
grpc::Status ThreePages(const v1::SearchRequest& request,
                        v1::SearchResponse* response) {
  const std::string& token = request.page_token();
  response->add_passages()->set_text("on page '" + token + "'");
  if (token != "cc") response->set_next_page_token(token + "c");
  return grpc::Status::OK;
}

TEST(SearchProgramTest, TellsHowToGetTheNextPage) {
  FakeBehaviour behaviour;
  behaviour.search = ThreePages;
  const FakeServer server(behaviour);
  ProgramResult result = RunAgainst(server, {"search", "q"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_THAT(result.err, HasSubstr("--page-token 'c'"));
  result = RunAgainst(server, {"search", "q", "--page-token", "cc"});
  EXPECT_THAT(result.out, HasSubstr("on page 'cc'"));
  EXPECT_EQ(result.err, "");
  result = RunAgainst(server, {"search", "q", "--output", "jsonl"});
  EXPECT_THAT(result.out, HasSubstr("\"nextPageToken\":\"c\""));
  EXPECT_EQ(result.err, "");
}

TEST(SearchProgramTest, PrintsEveryPageOnRequest) {
  FakeBehaviour behaviour;
  behaviour.search = ThreePages;
  const FakeServer server(behaviour);
  ProgramResult result = RunAgainst(server, {"search", "q", "--all"});
  EXPECT_THAT(result.out, StartsWith("1. "));
  EXPECT_THAT(result.out, HasSubstr("\n\n2. "));
  EXPECT_THAT(result.out, HasSubstr("\n\n3. "));
  EXPECT_EQ(result.err, "");
  result = RunAgainst(server, {"search", "q", "--all", "--output", "jsonl"});
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 3);
}

TEST(GetProgramTest, AsksForARevision) {
  v1::GetDocumentRequest seen;
  FakeBehaviour behaviour;
  behaviour.get_document = [&seen](const v1::GetDocumentRequest& request,
                                   v1::GetDocumentResponse*) {
    seen = request;
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  RunAgainst(server, {"get", "a"});
  EXPECT_FALSE(seen.has_revision());
  EXPECT_EQ(RunAgainst(server, {"get", "a", "--revision", "7"}).exit_status, 0);
  EXPECT_EQ(seen.revision(), 7u);
}

}  // namespace
}  // namespace footnote
