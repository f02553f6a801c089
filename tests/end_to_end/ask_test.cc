// The whole way with the real programs: import, ask, read, delete, restart.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "footnote/v1/corpus.pb.h"
#include "tests/end_to_end/json_files.h"
#include "tests/end_to_end/right_answers.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using google::protobuf::Struct;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string kExamples = FOOTNOTE_EXAMPLES_DIR;

class AskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Start();
    const ProgramResult import =
        server_->Footnote({"import", kExamples + "/corpus"});
    ASSERT_EQ(import.exit_status, 0) << import.err;
  }

  void Start() {
    server_ = std::make_unique<ServerProcess>(directory_.File("data"));
    ASSERT_NE(server_->address(), "");
  }

  v1::AskResponse Ask(const std::string& question) {
    const ProgramResult result =
        server_->Footnote({"--output", "json", "ask", question});
    return FromJson<v1::AskResponse>(result.out);
  }

  uint64_t Documents() {
    const ProgramResult result =
        server_->Footnote({"--output", "json", "status"});
    return FromJson<v1::GetStatusResponse>(result.out).corpora(0).documents();
  }

  TemporaryDirectory directory_;
  std::unique_ptr<ServerProcess> server_;
};

Gold GoldOf(const Struct& line) {
  Gold gold;
  for (const auto& right : line.fields().at("gold").list_value().values()) {
    const auto& fields = right.struct_value().fields();
    gold.emplace_back(fields.at("documentId").string_value(),
                      fields.at("contains").string_value());
  }
  return gold;
}

TEST_F(AskTest, AnswersTheExampleQuestions) {
  const ProgramResult result = server_->Footnote(
      {"--output", "jsonl", "ask", "--input", kExamples + "/questions.jsonl"});
  ASSERT_EQ(result.exit_status, 0) << result.err;
  const auto responses = FromJsonLines<v1::AskResponse>(result.out);
  const auto golds =
      FromJsonLines<Struct>(ReadFile(kExamples + "/answers.jsonl"));
  ASSERT_EQ(responses.size(), golds.size());
  Score score;
  for (size_t i = 0; i < golds.size(); ++i) {
    score.Add(golds[i].fields().at("answerable").bool_value(), GoldOf(golds[i]),
              responses[i].answer());
  }
  EXPECT_GE(score.first_right, 17) << "of " << score.answerable;
  EXPECT_GE(score.right_in_three, 21);
  EXPECT_LE(score.unanswered, 2);
  EXPECT_EQ(score.silent, score.unanswerable);
}

TEST_F(AskTest, QuotesDocumentsByteForByte) {
  const v1::AskResponse response = Ask("What was Ishiba's gift to Trump?");
  ASSERT_EQ(response.answer().outcome(), v1::OUTCOME_ANSWERED);
  for (const v1::CitedSentence& sentence : response.answer().sentences()) {
    const ProgramResult got = server_->Footnote(
        {"--output", "json", "get", sentence.citation().document_id()});
    const auto stored = FromJson<v1::GetDocumentResponse>(got.out).document();
    const v1::TextSpan& span = sentence.citation().span();
    EXPECT_EQ(stored.document().text().substr(
                  span.begin_byte(), span.end_byte() - span.begin_byte()),
              sentence.text());
    EXPECT_EQ(stored.sha256(), sentence.citation().document_sha256());
    EXPECT_EQ(
        stored.sentences(static_cast<int>(sentence.citation().sentence_index()))
            .span()
            .begin_byte(),
        span.begin_byte());
  }
}

TEST_F(AskTest, SaysByItsExitStatusWhetherItAnswered) {
  EXPECT_EQ(server_->Footnote({"ask", "What was Ishiba's gift to Trump?"})
                .exit_status,
            0);
  const ProgramResult silent =
      server_->Footnote({"ask", "Who won the chess olympiad in Budapest?"});
  EXPECT_EQ(silent.exit_status, 1);
  EXPECT_THAT(silent.out, HasSubstr("No answer"));
  EXPECT_EQ(server_->Footnote({"ask"}).exit_status, 2);
  EXPECT_EQ(server_->Footnote({"ask", ""}).exit_status, 4);
  EXPECT_EQ(server_->Footnote({"--corpus", "none", "ask", "Who?"}).exit_status,
            4);
  EXPECT_EQ(server_->Footnote({"get", "no-such-document"}).exit_status, 4);
}

TEST_F(AskTest, KeepsEverythingOverARestart) {
  const std::string question = "What was Ishiba's gift to Trump?";
  const std::string before = Ask(question).SerializeAsString();
  const ProgramResult stopped = server_->Stop();
  EXPECT_EQ(stopped.exit_status, 0) << stopped.err;
  EXPECT_EQ(server_->Footnote({"health"}).exit_status, 3);
  Start();
  EXPECT_EQ(Ask(question).SerializeAsString(), before);
}

TEST_F(AskTest, KeepsWhatItAcknowledgedWhenKilled) {
  const uint64_t documents = Documents();
  ASSERT_GT(documents, 40u);
  server_->Kill();
  Start();
  EXPECT_EQ(Documents(), documents);
}

TEST_F(AskTest, ImportsAgainWithoutAChange) {
  const ProgramResult again =
      server_->Footnote({"import", kExamples + "/corpus"});
  EXPECT_EQ(again.exit_status, 0);
  EXPECT_THAT(again.out + again.err,
              HasSubstr("0 added, 0 replaced, 64 unchanged"));
}

TEST_F(AskTest, DeletesWhatItIsTold) {
  const uint64_t documents = Documents();
  const std::string id = Ask("What was Ishiba's gift to Trump?")
                             .answer()
                             .sentences(0)
                             .citation()
                             .document_id();
  EXPECT_EQ(server_->Footnote({"delete", id}).exit_status, 0);
  EXPECT_EQ(Documents(), documents - 1);
  EXPECT_EQ(server_->Footnote({"get", id}).exit_status, 4);
  const v1::AskResponse after = Ask("What was Ishiba's gift to Trump?");
  for (const v1::CitedSentence& sentence : after.answer().sentences()) {
    EXPECT_NE(sentence.citation().document_id(), id);
  }
}

TEST_F(AskTest, LetsOneServerOwnADataDirectory) {
  ServerProcess second(directory_.File("data"));
  EXPECT_EQ(second.address(), "");
  const ProgramResult result = second.Wait();
  EXPECT_EQ(result.exit_status, 1);
  EXPECT_THAT(result.err, HasSubstr("in use"));
  EXPECT_EQ(server_->Footnote({"health"}).exit_status, 0);
}

TEST(VersionTest, BothProgramsSayTheirs) {
  Program server({"--version"}, {}, FOOTNOTED_PROGRAM);
  EXPECT_THAT(server.Wait().out, StartsWith("footnoted "));
  EXPECT_THAT(RunProgram({"--version"}).out, StartsWith("footnote "));
}

}  // namespace
}  // namespace footnote::testing
