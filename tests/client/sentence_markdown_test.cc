#include "client/sentence_markdown.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::AddCorroboration;
using ::footnote::testing::CitationOf;
using ::footnote::testing::Cited;
using ::footnote::testing::SetAnswer;

TEST(MarkdownSentenceTest, EmphasisesTheAnswer) {
  const struct {
    const char* text;
    const char* words;
    const char* want;
  } kCases[] = {
      {"It is 8 m high.", "8 m", "It is **8 m** high."},
      {"It is\n8\nm\nhigh.", "8\nm", "It is **8 m** high."},
      {"8 m it is.", "8 m", "**8 m** it is."},
      {"It is (8 m).", "8 m", "It is (**8 m**)."},
      {"It costs *$8*.", "$8", "It costs \\***\\$8**\\*."},
      // Marks with a space on their inner side would be stars.
      {"It is 8 m high.", " 8 m", "It is 8 m high."},
      {"It is 8 m high.", "8 m ", "It is 8 m high."},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    v1::CitedSentence sentence = Cited(c.text, "a", "Post", "2025");
    SetAnswer(c.words, c.words, &sentence);
    EXPECT_EQ(MarkdownSentence(sentence), c.want);
  }
}

TEST(SentenceMarkdownTest, ListsWhatIsKnown) {
  v1::CitedSentence sentence =
      Cited("We met on Friday.", "a", "Post", "2025-02-11");
  SetAnswer("Friday", "2025-02-07", &sentence);
  sentence.mutable_speaker()->set_name("A *star*");
  sentence.add_context_before()->set_text("It was_late.");
  sentence.add_context_after()->set_text("He left.");
  AddCorroboration(CitationOf("b", "W_ire", "2025-02-12"), false, &sentence);
  Footnotes footnotes;
  EXPECT_EQ(SentenceMarkdown(sentence, footnotes),
            "> *It was\\_late.* We met on **Friday**. [^1] *He left.*\n"
            "\n"
            "- answer: Friday (2025-02-07)\n"
            "- reported of A \\*star\\*\n"
            "- also reported by W\\_ire, 2025-02-12 [^2]\n"
            "\n");
}

}  // namespace
}  // namespace footnote
