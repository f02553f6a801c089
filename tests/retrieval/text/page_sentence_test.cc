#include "retrieval/text/page_sentence.h"

#include <gtest/gtest.h>

#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {
namespace {

TEST(PageSentenceTest, AnswersForItsWords) {
  const absl::string_view text = "Read more: Falk\u2019s port";
  std::vector<PageWord> words;
  ReadPageWords(text, 10, words);
  const PageSentence sentence{.text = text,
                              .words = words,
                              .alone = true,
                              .at_edge = false,
                              .kinds = AllKinds(words)};
  EXPECT_EQ(sentence.Count(kPointerWord), size_t{2});
  EXPECT_TRUE(sentence.Has(kRequestWord));
  EXPECT_FALSE(sentence.HasOnly(kPointerWord));
  EXPECT_TRUE(sentence.ReadsAt(0, {"read", "more"}));
  EXPECT_FALSE(sentence.ReadsAt(3, {"port", "more"}));
  EXPECT_EQ(sentence.Gap(1), ": ");
  EXPECT_EQ(sentence.LeadEnd(4), size_t{1});
  EXPECT_EQ(sentence.LeadEnd(1), words.size());
}

TEST(PageSentenceTest, KnowsItsMarks) {
  struct Case {
    const char* text;
    bool stop;
    bool quoted;
  };
  for (const Case& c :
       {Case{"It sank.", true, false}, Case{"It sank", false, false},
        Case{"\"It sank.\"", true, true}, Case{"Loading...", false, false},
        Case{"It sank!)", true, false}, Case{"It sank.\u201D", true, true},
        Case{"The \u201Cport\u201D", false, false}}) {
    SCOPED_TRACE(c.text);
    const std::vector<PageWord> words;
    const PageSentence sentence{.text = c.text,
                                .words = words,
                                .alone = true,
                                .at_edge = true,
                                .kinds = 0};
    EXPECT_EQ(sentence.HasStop(), c.stop);
    EXPECT_EQ(sentence.IsQuoted(), c.quoted);
  }
}

}  // namespace
}  // namespace footnote
