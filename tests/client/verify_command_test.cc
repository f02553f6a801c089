// `verify`, as a shell sees it.

#include "client/verify_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/checksum.h"
#include "client/json.h"
#include "tests/client/fake_server.h"
#include "tests/client/program.h"
#include "tests/client/scratch_folder.h"

namespace footnote {
namespace {

using ::footnote::testing::FakeBehaviour;
using ::footnote::testing::FakeServer;
using ::footnote::testing::ProgramResult;
using ::footnote::testing::RichError;
using ::footnote::testing::RunProgram;
using ::footnote::testing::ScratchFolder;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// An answer that cites the first `size` bytes of `text`.
v1::AskResponse Citing(const std::string& text, uint32_t size) {
  v1::AskResponse response;
  v1::CitedSentence& sentence = *response.mutable_answer()->add_sentences();
  sentence.set_text(text.substr(0, size));
  v1::Citation& citation = *sentence.mutable_citation();
  citation.set_document_id("a");
  citation.mutable_span()->set_end_byte(size);
  citation.set_sha256(Checksum::Of(sentence.text()));
  citation.set_document_sha256(Checksum::Of(text));
  return response;
}

std::string Saved(const google::protobuf::Message& message) {
  return ToJson(message, JsonLayout::kIndented);
}

class VerifyCommandTest : public ::testing::Test {
 protected:
  VerifyCommandTest() : server_(Behaviour()) {}

  ProgramResult Run(const std::string& answer,
                    std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(),
                     {"verify", "-", "--server", server_.address()});
    return RunProgram(arguments, answer);
  }

  std::vector<v1::VerifyCitationsRequest> seen_;
  v1::CitationStatus status_ = v1::CITATION_STATUS_INTACT;
  const FakeServer server_;

 private:
  FakeBehaviour Behaviour() {
    FakeBehaviour behaviour;
    behaviour.verify = [this](const v1::VerifyCitationsRequest& request,
                              v1::VerifyCitationsResponse* response) {
      seen_.push_back(request);
      for (int i = 0; i < request.quotations_size(); ++i) {
        response->add_verifications()->set_status(status_);
      }
      return grpc::Status::OK;
    };
    return behaviour;
  }
};

TEST_F(VerifyCommandTest, AsksTheServer) {
  const ProgramResult result =
      Run(Saved(Citing("It opened. It rained.", 10)), {"--corpus", "news"});
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.out,
            "intact     document a, bytes 0–10\n1 citation: 1 intact\n");
  EXPECT_EQ(result.err, "");
  ASSERT_EQ(seen_.size(), 1u);
  EXPECT_EQ(seen_[0].corpus(), "news");
  EXPECT_EQ(seen_[0].quotations(0).text(), "It opened.");
}

TEST_F(VerifyCommandTest, EndsWithOneUnlessAllAreIntact) {
  for (const auto status :
       {v1::CITATION_STATUS_DOCUMENT_CHANGED, v1::CITATION_STATUS_TEXT_MISMATCH,
        v1::CITATION_STATUS_NOT_FOUND}) {
    status_ = status;
    EXPECT_EQ(Run(Saved(Citing("It opened.", 10))).exit_status, 1);
  }
}

TEST_F(VerifyCommandTest, TellsThatAnAnswerNamesNoCorpus) {
  const std::string answer = "\xEF\xBB\xBF" + Saved(Citing("It opened.", 10));
  status_ = v1::CITATION_STATUS_NOT_FOUND;
  EXPECT_THAT(Run(answer).err, HasSubstr("give --corpus as when it was asked"));
  EXPECT_EQ(Run(answer, {"--corpus", "news"}).err, "");
  status_ = v1::CITATION_STATUS_TEXT_MISMATCH;
  EXPECT_EQ(Run(answer).err, "");
}

TEST_F(VerifyCommandTest, AsksForAHundredAtATime) {
  for (const int count : {99, 100, 101}) {
    SCOPED_TRACE(count);
    seen_.clear();
    std::string lines;
    for (int i = 0; i < count; ++i) {
      absl::StrAppend(
          &lines, ToJson(Citing(absl::StrCat(i, "."), 2), JsonLayout::kOneLine),
          "\n");
    }
    const ProgramResult result = Run(lines, {"--output", "text"});
    EXPECT_EQ(result.exit_status, 0);
    EXPECT_THAT(result.out, HasSubstr(absl::StrCat(count, " intact\n")));
    ASSERT_EQ(seen_.size(), count > kMaxQuotations ? 2u : 1u);
    EXPECT_EQ(seen_[0].quotations_size(), std::min(count, kMaxQuotations));
  }
}

TEST_F(VerifyCommandTest, KeepsToTheCorpusOfARequest) {
  v1::VerifyCitationsRequest request;
  request.set_corpus("own");
  const v1::AskResponse answer = Citing("It opened.", 10);
  const v1::CitedSentence& sentence = answer.answer().sentences(0);
  request.add_quotations()->set_text(sentence.text());
  *request.mutable_quotations(0)->mutable_citation() = sentence.citation();
  Run(Saved(request));
  Run(Saved(request), {"--corpus", "news"});
  ASSERT_EQ(seen_.size(), 2u);
  EXPECT_EQ(seen_[0].corpus(), "own");
  EXPECT_EQ(seen_[1].corpus(), "news");
}

TEST_F(VerifyCommandTest, TellsWhatItPassesOver) {
  const ProgramResult result =
      Run("{\"error\":{\"code\":3}}\n{\"answer\":{}}\n");
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.out, "no citations\n");
  EXPECT_EQ(result.err,
            "footnote: passed over 1 failure that stands in the place of an "
            "answer\n");
  EXPECT_TRUE(seen_.empty());
}

TEST_F(VerifyCommandTest, RefusesWhatIsNoAnswer) {
  const ProgramResult result = Run("{\"id\": \"a\"}", {"--output", "jsonl"});
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_THAT(result.out, StartsWith("{\"error\":{\"code\":3,"));
  EXPECT_THAT(result.err, HasSubstr("standard input: line 1: no answer"));
  EXPECT_EQ(RunProgram({"verify", "/nowhere/answer.json"}).exit_status, 2);
}

TEST_F(VerifyCommandTest, ReportsAServerThatRefuses) {
  FakeBehaviour behaviour;
  behaviour.verify = [](const v1::VerifyCitationsRequest&,
                        v1::VerifyCitationsResponse*) {
    return RichError(grpc::StatusCode::NOT_FOUND, "there is no such corpus",
                     "CORPUS_NOT_FOUND");
  };
  const FakeServer server(behaviour);
  const ProgramResult result =
      RunProgram({"verify", "-", "--server", server.address()},
                 Saved(Citing("It opened.", 10)));
  EXPECT_EQ(result.exit_status, 4);
  EXPECT_EQ(result.err, "footnote: there is no such corpus\n");
}

TEST_F(VerifyCommandTest, NeedsNoServerWithTheDocument) {
  const ScratchFolder folder;
  const std::string text = "It opened. It rained.";
  const std::string answer = Saved(Citing(text, 10));
  ProgramResult result =
      RunProgram({"verify", "-", "--document", folder.Write("page.txt", text),
                  "--server", "127.0.0.1:1"},
                 answer);
  EXPECT_EQ(result.exit_status, 0);
  EXPECT_EQ(result.out,
            "intact     document a, bytes 0–10\n1 citation: 1 intact\n");
  const std::string changed =
      folder.Write("changed.txt", "At last! It opened. It rained.");
  result = RunProgram({"verify", "-", "--document", changed}, answer);
  EXPECT_EQ(result.exit_status, 1);
  EXPECT_THAT(result.out, HasSubstr("the quotation stands in bytes 9–19\n"));
  result = RunProgram(
      {"verify", "-", "--document", changed, "--output", "jsonl"}, answer);
  EXPECT_THAT(result.out, StartsWith("{\"verifications\":[{\"status\":"
                                     "\"CITATION_STATUS_DOCUMENT_CHANGED\""));
  EXPECT_THAT(result.out, HasSubstr("\"corpusRevision\":\"0\"}\n"));
  EXPECT_TRUE(seen_.empty());
}

TEST_F(VerifyCommandTest, TellsWhichDocumentCannotBeRead) {
  const std::string answer = Saved(Citing("It opened.", 10));
  const ScratchFolder folder;
  ProgramResult result =
      RunProgram({"verify", "-", "--document", "/nowhere/page.txt"}, answer);
  EXPECT_EQ(result.exit_status, 2);
  EXPECT_THAT(result.err, HasSubstr("/nowhere/page.txt: there is no such"));
  EXPECT_EQ(RunProgram({"verify", "-", "--document", "-"}).exit_status, 2);
  result = RunProgram(
      {"verify", "-", "--document", folder.Write("a.jsonl", "none\n")}, answer);
  EXPECT_EQ(result.exit_status, 1);
  EXPECT_THAT(result.out, HasSubstr("not found  document a"));
  EXPECT_THAT(result.err, HasSubstr("a.jsonl:1: "));
}

}  // namespace
}  // namespace footnote
