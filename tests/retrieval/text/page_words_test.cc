#include "retrieval/text/page_words.h"

#include <gtest/gtest.h>

#include <vector>

namespace footnote {
namespace {

std::vector<PageWord> Read(absl::string_view text, size_t limit = 100) {
  std::vector<PageWord> words;
  ReadPageWords(text, limit, words);
  return words;
}

TEST(PageWordsTest, AreCutAtWhatIsNoWord) {
  const std::vector<PageWord> words =
      Read("Don\u2019t (sink), \u00C9va: $1,000.5 at 5:12\u2014never.");
  const std::vector<absl::string_view> texts = {
      "Don\u2019t", "sink", "\u00C9va", "1,000.5", "at", "5:12", "never"};
  ASSERT_EQ(words.size(), texts.size());
  for (size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(words[i].text, texts[i]);
  EXPECT_EQ(words[1].begin, size_t{9});
  EXPECT_TRUE(words[2].capital);
  EXPECT_TRUE(words[3].digits);
}

TEST(PageWordsTest, KnowTheirKinds) {
  EXPECT_TRUE(Read("Subscribe")[0].Is(kRequestWord));
  EXPECT_TRUE(Read("newsletter")[0].Is(kSiteWord));
  EXPECT_TRUE(Read("REUTERS")[0].Is(kAgencyWord));
  EXPECT_TRUE(Read("photo")[0].Is(kImageWord));
  EXPECT_TRUE(Read("said")[0].Is(kNarrativeWord));
  EXPECT_TRUE(Read("dredged")[0].Is(kNarrativeWord));
  EXPECT_FALSE(Read("Dredged")[0].Is(kNarrativeWord));
  EXPECT_TRUE(Read("updated")[0].Is(kPagePastWord));
  EXPECT_EQ(Read("harbour")[0].kinds, uint32_t{0});
}

TEST(PageWordsTest, StopAtTheLimit) {
  EXPECT_EQ(Read("a b c d", 3).size(), size_t{3});
  EXPECT_TRUE(Read("... --").empty());
}

}  // namespace
}  // namespace footnote
