#include "client/timeline_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::Cited;
using ::footnote::testing::SetAnswer;

v1::CitedSentence* AddAt(const std::string& time, const std::string& text,
                         v1::Answer* answer) {
  v1::CitedSentence& sentence = *answer->add_sentences();
  sentence = Cited(text, text, "Post", "2025-02-11");
  if (!time.empty()) sentence.mutable_time()->set_value(time);
  return &sentence;
}

std::string Shown(const v1::Answer& answer, const TextStyle& style) {
  Footnotes footnotes;
  return TimelineText(answer, footnotes, style);
}

TEST(TimelineTextTest, PutsDatesIntoTheMargin) {
  v1::Answer answer;
  AddAt("2019", "It began.", &answer);
  SetAnswer("began", "began", answer.mutable_sentences(0));
  AddAt("2024-11", "It grew.", &answer);
  AddAt("2025-02-07", "They met.", &answer);
  AddAt("2025-02-07T09:30", "They spoke.", &answer);
  AddAt("2025-02-08T00:00:00Z", "It was over.", &answer)
      ->mutable_time()
      ->set_is_publication(true);
  AddAt("", "Nobody knows.", &answer);
  EXPECT_EQ(Shown(answer, {}),
            "2019        It began. [1]\n"
            "                answer: began\n"
            "\n"
            "2024-11     It grew. [2]\n"
            "\n"
            "2025-02-07  They met. [3]\n"
            "\n"
            "            They spoke. [4]\n"
            "\n"
            "2025-02-08  It was over. [5]\n"
            "                dated by its publication\n"
            "\n"
            "undated     Nobody knows. [6]\n"
            "\n");
}

TEST(TimelineTextTest, WrapsBesideTheMargin) {
  v1::Answer answer;
  AddAt("2025-02-07", "They met in Tokyo.", &answer)
      ->add_context_before()
      ->set_text("It was late.");
  EXPECT_EQ(Shown(answer, {.width = 24, .color = true}),
            "\x1b[1m2025-02-07\x1b[22m    \x1b[2m… It was\x1b[22m\n"
            "              \x1b[2mlate.\x1b[22m\n"
            "            They met in\n"
            "            Tokyo. [1]\n"
            "\n");
}

TEST(TimelineTextTest, PutsALongDateAboveTheSentence) {
  v1::Answer answer;
  AddAt("2019-01-01/2022-01-01", "It lasted.", &answer);
  AddAt("\x1b[2J", "It steered.", &answer);
  EXPECT_EQ(Shown(answer, {}),
            "2019-01-01/2022-01-01\n"
            "            It lasted. [1]\n"
            "\n"
            "\\u{1b}[2J   It steered. [2]\n"
            "\n");
}

}  // namespace
}  // namespace footnote
