#include "retrieval/text/term_folding.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

std::string Fold(absl::string_view word) {
  std::string folded;
  FoldWord(word, &folded);
  return folded;
}

TEST(FoldWordTest, FoldsCaseMarksAndApostrophes) {
  EXPECT_EQ(Fold("JAPAN"), "japan");
  EXPECT_EQ(Fold("\u00C9cole"), "ecole");
  EXPECT_EQ(Fold("e\u0301cole"), "ecole");
  EXPECT_EQ(Fold("O\u2019Brien"), "o'brien");
  EXPECT_EQ(Fold("Ishiba\u2019s"), "ishiba");
  EXPECT_EQ(Fold("\uFF35\uFF33"), "us");  // Fullwidth letters.
}

TEST(FoldWordTest, CutsBetweenCodePoints) {
  std::string word;
  for (int i = 0; i < 100; ++i) word += "\u0436";  // Two bytes each.
  word += "x";
  const std::string folded = Fold(word);
  EXPECT_EQ(folded.size(), kMaxTermBytes);
  EXPECT_EQ(FirstInvalidUtf8Byte(folded), std::nullopt);
  EXPECT_EQ(FirstInvalidUtf8Byte(Fold("x" + word)), std::nullopt);
}

TEST(StemWordTest, StemsLatinWordsAlone) {
  EXPECT_EQ(StemWord("alliances"), "allianc");
  EXPECT_EQ(StemWord("strengthening"), "strengthen");
  EXPECT_EQ(StemWord("2nds"), "2nds");
  EXPECT_EQ(StemWord("\u0436\u0436s"), "\u0436\u0436s");
  EXPECT_EQ(StemWord("as"), "as");
}

TEST(StemWordTest, StemsAlikeWhateverWasStemmedBefore) {
  std::vector<std::string> stems;
  // More words than are kept, of 6 to 32 letters.
  for (int i = 0; i < 24 * 26 * 26; ++i) {
    std::string stem(static_cast<size_t>(i / 676 + 1), 'o');
    stem += static_cast<char>('a' + i / 26 % 26);
    stem += static_cast<char>('a' + i % 26);
    stems.push_back(stem + "rk");
  }
  for (int round = 0; round < 2; ++round) {
    for (const std::string& stem : stems) {
      ASSERT_EQ(StemWord(stem + "s"), stem);
      ASSERT_EQ(StemWord(stem + "s"), stem);
      ASSERT_EQ(StemWord(stem + "ing"), stem);
    }
  }
}

TEST(StemWordTest, StemsItsOwnStem) {
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(StemWord(StemWord("universities")), "univ");
    EXPECT_EQ(StemWord("universities"), "univers");
    EXPECT_EQ(StemWord(StemWord("internationalizationalisms")),
              StemWord(std::string(StemWord("internationalizationalisms"))));
  }
}

}  // namespace
}  // namespace footnote
