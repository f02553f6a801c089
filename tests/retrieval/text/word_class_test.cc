#include "retrieval/text/word_class.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/ascii.h"

namespace footnote {
namespace {

TEST(WordClassesOfTest, TellsFunctionWordsAndNumbers) {
  const struct {
    const char* word;
    int want;
  } kCases[] = {
      {"the", kFunctionWord},
      {"whose", kFunctionWord},
      {"under", kFunctionWord},
      {"three", kNumberWordClass},
      {"million", kNumberWordClass},
      {"1987", kNumberWordClass},
      {"7th", kNumberWordClass},
      {"F-35", kNumberWordClass},
      {"harbour", 0},
      {"Lind", 0},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(WordClassesOf(c.word), c.want) << c.word;
}

TEST(WordClassesOfTest, TakesNoNoticeOfCase) {
  for (const std::string word : {"the", "with", "three", "ferry", "2b"}) {
    EXPECT_EQ(WordClassesOf(absl::AsciiStrToUpper(word)), WordClassesOf(word))
        << word;
  }
}

TEST(WordClassesOfTest, TakesAnyBytes) {
  EXPECT_EQ(WordClassesOf(""), 0);
  EXPECT_EQ(WordClassesOf("Ødegård"), 0);
  EXPECT_EQ(WordClassesOf("\xFF\xC3"), 0);
}

TEST(WordClassesOfTest, FindsDigitsInWordsOfAnyLength) {
  const std::string word(1'000, 'a');
  EXPECT_EQ(WordClassesOf(word), 0);
  EXPECT_EQ(WordClassesOf(word + "1"), kNumberWordClass);
}

}  // namespace
}  // namespace footnote
