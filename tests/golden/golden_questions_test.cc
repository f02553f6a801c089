#include "tests/golden/golden_questions.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

TEST(GoldenQuestionsTest, JoinsTheExamplesAndTakesMore) {
  const TemporaryDirectory directory;
  std::ofstream(directory.File("questions.jsonl"))
      << R"({"question": {"text": "Who?", "speaker": "Falk"}})";
  std::ofstream(directory.File("answers.jsonl"))
      << R"({"question": "Who?", "answerable": true,)"
      << R"( "gold": [{"documentId": "a", "contains": "Vik"}]})";
  std::ofstream(directory.File("more.jsonl"))
      << R"({"question": "Where?", "answerable": false, "gold": []})";
  const std::vector<GoldenQuestion> questions =
      ReadGoldenQuestions(directory.path(), directory.File("more.jsonl"));
  ASSERT_EQ(questions.size(), 2u);
  EXPECT_EQ(questions[0].question.text(), "Who?");
  EXPECT_EQ(questions[0].question.speaker(), "Falk");
  EXPECT_EQ(questions[0].gold, (Gold{{"a", "Vik"}}));
  EXPECT_EQ(questions[1].question.text(), "Where?");
  EXPECT_TRUE(questions[1].gold.empty());
}

TEST(GoldenQuestionsTest, NamesAFileAfterTheWords) {
  v1::Question question;
  question.set_text("What did U.S. Steel's “union” say in 2024?");
  EXPECT_EQ(NameOf(question), "what-did-u-s-steel-s-union-say-in-2024");
}

}  // namespace
}  // namespace footnote::testing
