#include "retrieval/text/prose_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {
namespace {

std::vector<ProseWord> Read(absl::string_view text) {
  std::vector<ProseWord> words;
  ReadProseWords(text, {0, static_cast<uint32_t>(text.size())}, words);
  return words;
}

// The words and marks of `text`, as they are written.
std::vector<std::string> Forms(absl::string_view text) {
  std::vector<std::string> forms;
  for (const ProseWord& word : Read(text)) {
    forms.emplace_back(Slice(text, word.range));
  }
  return forms;
}

using Strings = std::vector<std::string>;

TEST(ProseWordsTest, ReadsWordsAndMarks) {
  EXPECT_EQ(Forms("He said, \"No.\""),
            (Strings{"He", "said", ",", "\"", "No", ".", "\""}));
  EXPECT_EQ(Forms("the Japan-U.S. pact (1,200 pages)"),
            (Strings{"the", "Japan-U.S.", "pact", "(", "1,200", "pages", ")"}));
}

TEST(ProseWordsTest, DropsEndingsAndTheStopsOfAbbreviations) {
  EXPECT_EQ(
      Forms("Mr. Falk\u2019s aide, Gov. J. Lind's, he'd"),
      (Strings{"Mr", "Falk", "aide", ",", "Gov", "J.", "Lind", ",", "he"}));
  EXPECT_TRUE(Read("Falk's")[0].possessive);
  EXPECT_FALSE(Read("he'd")[0].possessive);
  EXPECT_EQ(Forms("didn\u2019t go"), (Strings{"didn\u2019t", "go"}));
}

TEST(ProseWordsTest, KnowsTheRolesOfWords) {
  EXPECT_TRUE(Read("SAID")[0].Is(kSpeechRole));
  EXPECT_TRUE(Read("Minister")[0].Is(kTitleRole));
  EXPECT_TRUE(Read("didn\u2019t")[0].Is(kNegationRole));
  EXPECT_TRUE(Read("the")[0].Is(kFunctionRole));
  EXPECT_EQ(Read("harbour")[0].roles, 0u);
}

TEST(ProseWordsTest, TellsCapitals) {
  EXPECT_TRUE(Read("Lind")[0].capital);
  EXPECT_FALSE(Read("Lind")[0].capitals);
  EXPECT_TRUE(Read("NATO")[0].capitals);
  EXPECT_FALSE(Read("A")[0].capitals);
  EXPECT_TRUE(Read("\u00C9lan")[0].capital);
}

TEST(ProseWordsTest, TakesMalformedText) {
  EXPECT_EQ(Forms("\xC3 a\xFF"), (Strings{"\xC3", "a", "\xFF"}));
  EXPECT_EQ(Forms("\xE0\x81\x81 b"), (Strings{"\xE0\x81\x81", "b"}));
  EXPECT_EQ(Forms(""), Strings());
}

TEST(ProseWordsTest, LowersAnyScript) {
  EXPECT_EQ(LowerWord("\u00C9lan\u2019S"), "\u00E9lan's");
}

}  // namespace
}  // namespace footnote
