// Golden rankings: what the server that is shipped makes of the examples. A
// changed rank is a changed file, to be reviewed like the source.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "grpcpp/client_context.h"
#include "tests/client/program.h"
#include "tests/end_to_end/server_process.h"
#include "tests/golden/golden_questions.h"
#include "tests/golden/rank_stats.h"
#include "tests/golden/ranking_text.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr int kSentences = 5;
const std::string kExamples = FOOTNOTE_EXAMPLES_DIR;
const std::string kQuestions = FOOTNOTE_GOLDEN_DIR "/questions.jsonl";
const std::string kGoldens = FOOTNOTE_GOLDEN_DIR "/testdata";

// A server with the examples, which ranks by `model`.
class ExamplesServer {
 public:
  explicit ExamplesServer(const std::string& model)
      : server_(directory_.File("data"), {"--model", model}),
        channel_(server_.Channel()),
        questions_(v1::QuestionAnsweringService::NewStub(channel_)),
        corpora_(v1::CorpusService::NewStub(channel_)) {
    EXPECT_NE(server_.address(), "") << server_.Stop().err;
    const ProgramResult import =
        server_.Footnote({"import", kExamples + "/corpus"});
    EXPECT_EQ(import.exit_status, 0) << import.err;
  }

  Ranking Rank(const v1::Question& question) {
    v1::AskRequest request;
    *request.mutable_question() = question;
    const bool is_silent =
        Ask(request).answer().outcome() == v1::OUTCOME_NOT_ANSWERED;
    request.mutable_options()->set_max_sentences(kSentences);
    request.mutable_options()->set_min_confidence(0);
    request.mutable_options()->set_explain(true);
    return {Ask(request), is_silent};
  }

  // Returns the text of a document, or "" if there is none of that id.
  std::string TextOf(const std::string& id) {
    grpc::ClientContext context;
    v1::GetDocumentRequest request;
    request.set_document_id(id);
    v1::GetDocumentResponse response;
    const grpc::Status status =
        corpora_->GetDocument(&context, request, &response);
    EXPECT_TRUE(status.ok()) << id << ": " << status.error_message();
    return response.document().document().text();
  }

  // Ends it and returns what it wrote of its work.
  std::string StopAndReadLog() { return server_.Stop().err; }

 private:
  v1::AskResponse Ask(const v1::AskRequest& request) {
    grpc::ClientContext context;
    v1::AskResponse response;
    const grpc::Status status = questions_->Ask(&context, request, &response);
    EXPECT_TRUE(status.ok())
        << request.question().text() << ": " << status.error_message();
    return response;
  }

  TemporaryDirectory directory_;
  ServerProcess server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::QuestionAnsweringService::Stub> questions_;
  std::unique_ptr<v1::CorpusService::Stub> corpora_;
};

std::vector<Rankings> RankAll(const std::vector<GoldenQuestion>& questions) {
  ExamplesServer learned(FOOTNOTE_MODEL_FILE);
  ExamplesServer plain("none");
  if (::testing::Test::HasFailure()) return {};
  std::vector<Rankings> rankings;
  for (const GoldenQuestion& asked : questions) {
    rankings.push_back(
        {learned.Rank(asked.question), plain.Rank(asked.question)});
  }
  EXPECT_THAT(learned.StopAndReadLog(), Not(HasSubstr("without related words")))
      << "The goldens are made with WordNet: install wordnet-base.";
  return rankings;
}

void Write(const fs::path& path, const std::string& text) {
  // Two questions of one name would be one file.
  ASSERT_FALSE(fs::exists(path)) << path;
  std::ofstream file(path, std::ios::binary);
  file << text;
  ASSERT_TRUE(file.flush()) << path;
}

// Writes every ranking and their sum into `directory`.
void WriteAll(const std::vector<GoldenQuestion>& questions,
              const fs::path& directory) {
  const std::vector<Rankings> rankings = RankAll(questions);
  if (::testing::Test::HasFailure()) return;
  for (size_t i = 0; i < questions.size(); ++i) {
    Write(directory / (NameOf(questions[i].question) + ".txt"),
          RankingText(questions[i], rankings[i]));
  }
  Write(directory / "rank_stats.txt", RankStats(questions, rankings));
}

bool IsToBeWritten() {
  const char* asked = std::getenv("FOOTNOTE_WRITE_GOLDENS");
  return asked != nullptr && *asked != '\0';
}

TEST(GoldenTest, RankingsAreThoseThatWereReviewed) {
  const TemporaryDirectory fresh;
  WriteAll(ReadGoldenQuestions(kExamples, kQuestions), fresh.path());
  if (HasFailure()) return;
  if (IsToBeWritten()) {
    fs::remove_all(kGoldens);
    fs::copy(fresh.path(), kGoldens);
    GTEST_SKIP() << "Wrote " << kGoldens << ": review what has changed.";
  }
  // With it files that are missing or too many differ from an empty one.
  Program diff(
      {"--recursive", "--unified", "--new-file", kGoldens, fresh.path()}, {},
      "/usr/bin/diff");
  const ProgramResult result = diff.Wait();
  EXPECT_EQ(result.exit_status, 0)
      << result.out << result.err
      << "\nRankings have changed. If each is for the better or meant, write "
         "them anew and commit them with the change:\n  "
         "FOOTNOTE_WRITE_GOLDENS=1 "
      << fs::read_symlink("/proc/self/exe").string() << "\n";
}

TEST(GoldenTest, RightSentencesStandInTheirDocuments) {
  ExamplesServer server("none");
  for (const GoldenQuestion& asked :
       ReadGoldenQuestions(kExamples, kQuestions)) {
    for (const auto& [id, words] : asked.gold) {
      EXPECT_THAT(server.TextOf(id), HasSubstr(words)) << asked.question.text();
    }
  }
}

}  // namespace
}  // namespace footnote::testing
