// `ask --input`, as a script sees it.

#include "client/question_batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/synchronization/mutex.h"
#include "tests/client/fake_server.h"
#include "tests/client/program.h"
#include "tests/client/scratch_folder.h"

namespace footnote {
namespace {

using ::footnote::testing::Echo;
using ::footnote::testing::FakeBehaviour;
using ::footnote::testing::FakeServer;
using ::footnote::testing::Program;
using ::footnote::testing::ProgramResult;
using ::footnote::testing::RichError;
using ::footnote::testing::RunProgram;
using ::footnote::testing::ScratchFolder;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

std::string Line(const std::string& question) {
  return absl::StrCat("{\"question\":{\"text\":\"", question, "\"}}\n");
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines = absl::StrSplit(text, '\n');
  EXPECT_EQ(lines.back(), "");
  lines.pop_back();
  return lines;
}

// Returns `count` lines of questions `q0?`, `q1?` and so on.
std::string Questions(int count) {
  std::string input;
  for (int i = 0; i < count; ++i) input += Line(absl::StrCat("q", i, "?"));
  return input;
}

// Answers `request` as the fake does by default.
void AnswerAll(const v1::BatchAskRequest& request,
               v1::BatchAskResponse* response) {
  for (const v1::AskRequest& question : request.requests()) {
    *response->add_results()->mutable_response() = Echo(question);
  }
}

ProgramResult Ask(const FakeBehaviour& behaviour, const std::string& input) {
  const FakeServer server(behaviour);
  const ScratchFolder folder;
  return RunProgram({"ask", "--input", folder.Write("q.jsonl", input),
                     "--server", server.address(), "--timeout", "60s"});
}

void ExpectAnswersInOrder(const ProgramResult& result, int count) {
  EXPECT_EQ(result.exit_status, 0);
  const auto lines = Lines(result.out);
  ASSERT_THAT(lines, SizeIs(count));
  for (int i = 0; i < count; ++i) {
    EXPECT_THAT(lines[static_cast<size_t>(i)],
                HasSubstr(absl::StrCat("\"text\":\"q", i, "?\"")));
  }
}

TEST(QuestionBatchTest, AnswersInOrderWithSeveralInFlight) {
  constexpr int kQuestions = 4 * kMaxBatchQuestions;
  absl::Mutex mutex;
  size_t in_flight = 0;
  size_t most = 0;
  FakeBehaviour behaviour;
  behaviour.batch_ask = [&](const v1::BatchAskRequest& request,
                            v1::BatchAskResponse* response) {
    const absl::MutexLock lock(&mutex);
    ++in_flight;
    most = std::max(most, in_flight);
    // The first calls wait for one another, and so land in any order.
    const auto enough = [&] { return most >= kMaxBatchesInFlight; };
    mutex.Await(absl::Condition(&enough));
    --in_flight;
    AnswerAll(request, response);
    return grpc::Status::OK;
  };
  ExpectAnswersInOrder(Ask(behaviour, Questions(kQuestions)), kQuestions);
  EXPECT_EQ(most, kMaxBatchesInFlight);
}

TEST(QuestionBatchTest, AsksAHundredTogether) {
  for (const int count : {99, 100, 101}) {
    SCOPED_TRACE(count);
    absl::Mutex mutex;
    std::vector<int> sizes;
    FakeBehaviour behaviour;
    behaviour.batch_ask = [&](const v1::BatchAskRequest& request,
                              v1::BatchAskResponse* response) {
      AnswerAll(request, response);
      const absl::MutexLock lock(&mutex);
      sizes.push_back(request.requests_size());
      return grpc::Status::OK;
    };
    ExpectAnswersInOrder(Ask(behaviour, Questions(count)), count);
    std::sort(sizes.begin(), sizes.end());
    EXPECT_EQ(sizes, count > 100 ? std::vector<int>({count - 100, 100})
                                 : std::vector<int>({count}));
  }
}

TEST(QuestionBatchTest, AsksNoMoreThanARequestHolds) {
  absl::Mutex mutex;
  std::vector<int> sizes;
  FakeBehaviour behaviour;
  behaviour.batch_ask = [&](const v1::BatchAskRequest& request,
                            v1::BatchAskResponse* response) {
    // Short answers: what counts is what is asked.
    for (int i = 0; i < request.requests_size(); ++i) {
      *response->add_results()->mutable_response() = Echo({});
    }
    const absl::MutexLock lock(&mutex);
    sizes.push_back(request.requests_size());
    return grpc::Status::OK;
  };
  const std::string million(1'000'000, 'x');
  std::string input;
  for (int i = 0; i < 4; ++i) input += Line(million);
  const ProgramResult result = Ask(behaviour, input);
  EXPECT_EQ(result.exit_status, 0) << result.err << result.out;
  EXPECT_THAT(sizes, UnorderedElementsAre(3, 1));
}

TEST(QuestionBatchTest, PutsRefusalsInTheirPlaces) {
  FakeBehaviour behaviour;
  behaviour.ask = [](const v1::AskRequest& request, v1::AskResponse* response) {
    if (request.question().text() == "bad") {
      return RichError(grpc::StatusCode::INVALID_ARGUMENT, "a bad question",
                       "INVALID_FIELD", "question.text");
    }
    *response = Echo(request);
    return grpc::Status::OK;
  };
  const FakeServer server(behaviour);
  const ProgramResult result = RunProgram(
      {"ask", "--input", "-", "--server", server.address()},
      Line("one") + "\n" + "{\"bogus\":1}\n" + Line("bad") + "\xff\n" +
          "{\"corpus\":\"a\",\"corpus\":\"b\"}\n" + Line("two"));
  EXPECT_EQ(result.exit_status, 4);
  const auto lines = Lines(result.out);
  ASSERT_THAT(lines, SizeIs(6));
  EXPECT_THAT(lines[0], HasSubstr("\"text\":\"one\""));
  EXPECT_THAT(lines[1], HasSubstr("\"message\":\"line 3: "));
  EXPECT_THAT(lines[1], HasSubstr("bogus"));
  EXPECT_THAT(lines[2], HasSubstr("\"fieldViolations\":[{\"field\":"
                                  "\"question.text\""));
  EXPECT_THAT(lines[3], HasSubstr("line 5: byte 1 is not valid UTF-8"));
  EXPECT_THAT(lines[4], HasSubstr("`corpus` stands twice"));
  EXPECT_THAT(lines[5], HasSubstr("\"text\":\"two\""));
  for (size_t i = 1; i < 5; ++i) {
    EXPECT_THAT(lines[i], StartsWith("{\"error\":{\"code\":3,"));
  }
}

TEST(QuestionBatchTest, TakesAByteOrderMarkInFrontAlone) {
  const FakeServer server;
  const ProgramResult result =
      RunProgram({"ask", "--input", "-", "--server", server.address()},
                 "\xEF\xBB\xBF" + Line("one") + "\xEF\xBB\xBF" + Line("two"));
  const auto lines = Lines(result.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], HasSubstr("\"text\":\"one\""));
  EXPECT_THAT(lines[1], HasSubstr("\"message\":\"line 2: "));
}

TEST(QuestionBatchTest, FillsInTheCorpus) {
  const FakeServer server;
  const ProgramResult result = RunProgram(
      {"ask", "--input", "-", "--corpus", "news", "--server", server.address()},
      Line("one") + "{\"corpus\":\"own\",\"question\":{\"text\":\"two\"}}\n");
  const auto lines = Lines(result.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], HasSubstr("of-news"));
  EXPECT_THAT(lines[1], HasSubstr("of-own"));
}

TEST(QuestionBatchTest, AnswersWhileMoreIsToCome) {
  const FakeServer server;
  Program program({"ask", "--input", "-", "--server", server.address()});
  for (const char* question : {"one", "two", "three"}) {
    program.Write(Line(question));
    EXPECT_THAT(program.ReadLine(), HasSubstr(question));
  }
  EXPECT_EQ(program.Wait().exit_status, 0);
}

TEST(QuestionBatchTest, StopsWithoutAServerEvenWhileInputIsOpen) {
  Program program({"ask", "--input", "-", "--server", "127.0.0.1:1"});
  program.Write(Line("one"));
  EXPECT_THAT(program.ReadLine(), StartsWith("{\"error\":{\"code\":14,"));
  EXPECT_EQ(program.ReadLine(), "");
  const ProgramResult result = program.Wait();
  EXPECT_EQ(result.exit_status, 3);
  EXPECT_THAT(result.err, HasSubstr("no server reached"));
}

TEST(QuestionBatchTest, NeedsAFileThatIsThere) {
  const ProgramResult result =
      RunProgram({"ask", "--input", "/nowhere/questions.jsonl"});
  EXPECT_EQ(result.exit_status, 2);
  EXPECT_THAT(result.err, HasSubstr("cannot open"));
}

}  // namespace
}  // namespace footnote
