#include "retrieval/text/number_words.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(FindNumberWordTest, KnowsNumbers) {
  const struct {
    const char* word;
    NumberWordKind kind;
    double value;
  } kCases[] = {
      {"one", NumberWordKind::kOnes, 1},
      {"Twelve", NumberWordKind::kTeens, 12},
      {"NINETY", NumberWordKind::kTens, 90},
      {"million", NumberWordKind::kScale, 1e6},
      {"quadrillion", NumberWordKind::kScale, 1e15},
      {"thirds", NumberWordKind::kPart, 3},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.word);
    const std::optional<NumberWord> found = FindNumberWord(c.word);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->kind, c.kind);
    EXPECT_EQ(found->value, c.value);
  }
}

TEST(FindNumberWordTest, KnowsNoOthers) {
  for (const char* word : {"", "a", "on", "often", "millions", "tent", "second",
                           "quadrillions", "\xFF\xFF\xFF"}) {
    EXPECT_FALSE(FindNumberWord(word).has_value()) << word;
  }
}

TEST(ScaleOfSuffixTest, TakesLettersForMoneyAlone) {
  EXPECT_EQ(ScaleOfSuffix("bn", false), 1e9);
  EXPECT_EQ(ScaleOfSuffix("TN", false), 1e12);
  EXPECT_EQ(ScaleOfSuffix("m", true), 1e6);
  EXPECT_EQ(ScaleOfSuffix("m", false), 0);
  EXPECT_EQ(ScaleOfSuffix("km", true), 0);
}

TEST(ValueOfFractionSignTest, KnowsThoseOfNews) {
  EXPECT_EQ(ValueOfFractionSign(0xBD), 0.5);
  EXPECT_EQ(ValueOfFractionSign(0x2153), 1.0 / 3);
  EXPECT_EQ(ValueOfFractionSign('2'), 0);
}

}  // namespace
}  // namespace footnote
