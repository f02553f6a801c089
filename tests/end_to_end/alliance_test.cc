// Real articles, as a folder of text files and as JSON lines, at the default
// threshold.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.pb.h"
#include "tests/end_to_end/json_files.h"
#include "tests/end_to_end/right_answers.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using google::protobuf::Struct;

std::string Folder() { return TestData() + "/alliance"; }

std::string String(const Struct& object, const std::string& key) {
  return object.fields().at(key).string_value();
}

// The parameter says what is imported: each article's file, or the one file of
// documents.
class AllianceTest : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    FOOTNOTE_REQUIRE_TEST_DATA();
    server_ = std::make_unique<ServerProcess>(directory_.File("data"));
    ASSERT_NE(server_->address(), "");
    std::vector<std::string> arguments = {"import"};
    const bool as_text = std::string(GetParam()) == "txt";
    for (const Struct& document :
         FromJsonLines<Struct>(ReadFile(Folder() + "/corpus.jsonl"))) {
      if (as_text) {
        arguments.push_back(
            absl::StrCat(Folder(), "/", String(document, "id"), ".txt"));
      }
    }
    if (!as_text) arguments.push_back(Folder() + "/corpus.jsonl");
    const ProgramResult result = server_->Footnote(arguments);
    ASSERT_EQ(result.exit_status, 0) << result.err;
  }

  v1::Answer Ask(const std::string& question,
                 const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"--output", "json", "ask", question};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return FromJson<v1::AskResponse>(server_->Footnote(arguments).out).answer();
  }

  TemporaryDirectory directory_;
  std::unique_ptr<ServerProcess> server_;
};

TEST_P(AllianceTest, AnswersWhatTheArticlesAnswer) {
  Score score;
  for (const Struct& question :
       FromJsonLines<Struct>(ReadFile(Folder() + "/questions.jsonl"))) {
    Gold gold;
    for (const auto& right :
         question.fields().at("gold").list_value().values()) {
      gold.emplace_back(String(right.struct_value(), "doc"),
                        String(right.struct_value(), "contains"));
    }
    score.Add(question.fields().at("answerable").bool_value(), gold,
              Ask(String(question, "question")));
  }
  EXPECT_GE(score.first_right, 11);
  EXPECT_GE(score.right_in_three, 13);
  EXPECT_LE(score.unanswered, 2);
  EXPECT_EQ(score.silent, score.unanswerable);
}

// Everything that is named as boilerplate is marked, and nothing else.
TEST_P(AllianceTest, MarksWhatIsNoProseAndNothingElse) {
  std::map<std::string, std::string> boilerplate;
  for (const Struct& line :
       FromJsonLines<Struct>(ReadFile(Folder() + "/boilerplate.jsonl"))) {
    absl::StrAppend(&boilerplate[String(line, "doc")], String(line, "text"),
                    "\n");
  }
  for (const Struct& line :
       FromJsonLines<Struct>(ReadFile(Folder() + "/corpus.jsonl"))) {
    const std::string id = String(line, "id");
    const ProgramResult got =
        server_->Footnote({"--output", "json", "get", id});
    const auto stored = FromJson<v1::GetDocumentResponse>(got.out).document();
    for (const v1::Sentence& sentence : stored.sentences()) {
      const v1::TextSpan& span = sentence.span();
      const std::string text = stored.document().text().substr(
          span.begin_byte(), span.end_byte() - span.begin_byte());
      const bool is_named = boilerplate[id].find(text) != std::string::npos;
      EXPECT_EQ(sentence.kind() == v1::SENTENCE_KIND_BOILERPLATE, is_named)
          << id << ": " << text;
    }
  }
}

TEST_P(AllianceTest, CitesNoBoilerplate) {
  for (const Struct& line :
       FromJsonLines<Struct>(ReadFile(Folder() + "/boilerplate.jsonl"))) {
    const std::string text = String(line, "text");
    const v1::Answer answer =
        Ask(text, {"--min-confidence", "0", "--max-sentences", "50"});
    for (const v1::CitedSentence& sentence : answer.sentences()) {
      EXPECT_EQ(text.find(sentence.text()), std::string::npos)
          << sentence.text();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Forms, AllianceTest, ::testing::Values("txt", "jsonl"),
                         [](const auto& form) {
                           return std::string(form.param);
                         });

}  // namespace
}  // namespace footnote::testing
