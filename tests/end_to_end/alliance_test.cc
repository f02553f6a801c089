// Real articles, as a folder of text files and as JSON lines, at the default
// threshold.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>
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
  EXPECT_GE(score.first_right, 12);
  EXPECT_GE(score.right_in_three, 13);
  EXPECT_LE(score.unanswered, 2);
  EXPECT_EQ(score.silent, score.unanswerable);
}

// One article has him seek a revision, another stop short of it.
TEST_P(AllianceTest, ShowsThatTwoArticlesDisagree) {
  const v1::Answer answer = Ask("Does Ishiba want to revise SOFA?");
  ASSERT_EQ(answer.conflicts_size(), 1);
  const v1::Conflict& conflict = answer.conflicts(0);
  EXPECT_EQ(conflict.kind(), v1::CONFLICT_KIND_CLAIMS);
  ASSERT_EQ(conflict.positions_size(), 2);
  std::set<std::string> contradicting;
  for (const v1::ConflictPosition& position : conflict.positions()) {
    ASSERT_GT(position.sentences_size(), 0);
    contradicting.insert(position.sentences(0).citation().document_id());
  }
  std::set<std::string> cited;
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    cited.insert(sentence.citation().document_id());
  }
  EXPECT_EQ(contradicting.size(), 2u);
  EXPECT_THAT(cited, ::testing::IsSupersetOf(contradicting));
}

TEST_P(AllianceTest, GivesAmountsTheirValue) {
  const v1::Answer answer = Ask("How much public support do AI and chips get?");
  ASSERT_GT(answer.sentences_size(), 0);
  const v1::CitedSentence& sentence = answer.sentences(0);
  EXPECT_EQ(sentence.answer_span().value(), ">10000000000000 JPY");
  EXPECT_EQ(sentence.answer_span().quantity().number(), 1e13);
  EXPECT_EQ(sentence.answer_span().quantity().bound(),
            v1::QUANTITY_BOUND_MORE_THAN);
  ASSERT_EQ(sentence.events_size(), 1);
  EXPECT_EQ(sentence.events(0).time().value(), "2030");
  EXPECT_EQ(sentence.events(0).time().bound(), v1::TIME_BOUND_BY);
}

TEST_P(AllianceTest, GivesTheWordsOfASpeakerAndNoOthers) {
  const v1::Answer answer =
      Ask("What about the alliance and Japan?",
          {"--speaker", "Nakatani", "--max-sentences", "20"});
  EXPECT_GE(answer.sentences_size(), 3);
  for (const v1::CitedSentence& sentence : answer.sentences()) {
    EXPECT_EQ(sentence.speaker().name(), "Gen Nakatani") << sentence.text();
  }
}

// Only the lines of the .jsonl say when an article appeared.
TEST_P(AllianceTest, KnowsTheDaysOfArticles) {
  if (std::string(GetParam()) != "jsonl") GTEST_SKIP() << "No days are given.";
  const v1::Answer meeting = Ask("When will Ishiba and Trump first meet?");
  ASSERT_GT(meeting.sentences_size(), 0);
  EXPECT_EQ(meeting.sentences(0).answer_span().value(), "2025-02-07");

  const v1::Answer timeline =
      Ask("What about the alliance of Japan and the United States?",
          {"--order", "time", "--max-sentences", "12"});
  EXPECT_GE(timeline.sentences_size(), 8);
  std::string last;
  for (const v1::CitedSentence& sentence : timeline.sentences()) {
    EXPECT_LE(last, sentence.time().begin()) << sentence.text();
    last = sentence.time().begin();
  }

  const v1::Answer before =
      Ask("What about the alliance of Japan and the United States?",
          {"--as-of", "2025-01-01", "--max-sentences", "50"});
  EXPECT_GT(before.sentences_size(), 5);
  for (const v1::CitedSentence& sentence : before.sentences()) {
    EXPECT_LT(sentence.citation().published(), "2025-01-02");
  }
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
