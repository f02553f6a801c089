#include "retrieval/text/time_tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace footnote {
namespace {

TEST(CutTimeTokensTest, CutsWordsNumbersAndMarks) {
  const std::string text = "The harbour\xE2\x80\x99s 25-day strike, Nov. 3";
  std::vector<std::string> words;
  for (const TimeToken& token : CutTimeTokens(text)) {
    words.push_back(text.substr(token.begin, token.end - token.begin));
  }
  EXPECT_EQ(words,
            (std::vector<std::string>{"The", "harbour", "\xE2\x80\x99s", "25",
                                      "-", "day", "strike", ",", "Nov.", "3"}));
}

TEST(CutTimeTokensTest, TellsWordsByTheirCapitals) {
  EXPECT_EQ(CutTimeTokens("May")[0].word, TimeWord::kMayMonth);
  EXPECT_EQ(CutTimeTokens("may")[0].word, TimeWord::kWill);
  EXPECT_EQ(CutTimeTokens("march")[0].word, TimeWord::kOther);
  EXPECT_EQ(CutTimeTokens("Sept.")[0].word, TimeWord::kMonth);
  EXPECT_EQ(CutTimeTokens("Sept")[0].word, TimeWord::kShortMonth);
  EXPECT_EQ(CutTimeTokens("agreed")[0].word, TimeWord::kWas);
  EXPECT_EQ(CutTimeTokens("proceed")[0].word, TimeWord::kOther);
}

TEST(CutTimeTokensTest, KnowsWhereSentencesStart) {
  const auto starts = [](const char* text) {
    int count = 0;
    for (const TimeToken& token : CutTimeTokens(text)) {
      count += token.starts ? 1 : 0;
    }
    return count;
  };
  EXPECT_EQ(starts("It rained. Then it stopped."), 2);
  EXPECT_EQ(starts("Mr. Falk left."), 1);
  EXPECT_EQ(starts("On Nov. 3 it rained."), 1);
  EXPECT_EQ(starts("Ferries\n\nIt rained"), 2);
  EXPECT_EQ(starts("Ferries\nare late"), 1);
}

}  // namespace
}  // namespace footnote
