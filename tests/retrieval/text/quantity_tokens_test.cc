#include "retrieval/text/quantity_tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace footnote {
namespace {

using Kind = QuantityTokenKind;

std::vector<std::string> Texts(const QuantityTokens& tokens) {
  std::vector<std::string> texts;
  for (size_t i = 0; i < tokens.size(); ++i) {
    texts.emplace_back(tokens.Text(i));
  }
  return texts;
}

TEST(QuantityTokensTest, CutsWordsNumbersAndSigns) {
  const QuantityTokens tokens(
      "The U.S.\u00A0paid $1,000.50\u2013"
      "2m.");
  EXPECT_EQ(Texts(tokens),
            (std::vector<std::string>{"The", "U.S.", "paid", "$", "1,000.50",
                                      "\u2013", "2", "m", "."}));
  EXPECT_TRUE(tokens.IsSign(5, '-'));
  EXPECT_TRUE(tokens.Touches(4));
  EXPECT_FALSE(tokens.Touches(3));
  EXPECT_EQ(tokens.BehindHyphen(5), 6U);
  EXPECT_EQ(tokens.BehindHyphen(4), 4U);
}

TEST(QuantityTokensTest, TellsNumbersFromOtherDigits) {
  const struct {
    const char* digits;
    Kind want;
  } kCases[] = {
      {"0", Kind::kNumber},         {"0.5", Kind::kNumber},
      {"12", Kind::kNumber},        {"1,000", Kind::kNumber},
      {"1,000,000", Kind::kNumber}, {"1,000.25", Kind::kNumber},
      {"007", Kind::kDigits},       {"1,00", Kind::kDigits},
      {"1000,000", Kind::kDigits},  {"10:30", Kind::kDigits},
      {"9/11", Kind::kDigits},      {"1.2.3", Kind::kDigits},
      {"1,000,00", Kind::kDigits},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.digits);
    const QuantityTokens tokens(c.digits);
    ASSERT_EQ(tokens.size(), 1U);
    EXPECT_EQ(tokens[0].kind, c.want);
  }
}

TEST(QuantityTokensTest, LimitsANumber) {
  EXPECT_TRUE(QuantityTokens(std::string(23, '1')).Is(0, Kind::kNumber));
  EXPECT_TRUE(QuantityTokens(std::string(24, '1')).Is(0, Kind::kNumber));
  EXPECT_TRUE(QuantityTokens(std::string(25, '1')).Is(0, Kind::kDigits));
}

TEST(QuantityTokensTest, DropsAPossessiveEnding) {
  const QuantityTokens tokens("Japan's Falk\u2019s O'Brien");
  EXPECT_EQ(tokens.Lower(0), "japan");
  EXPECT_EQ(tokens.Lower(1), "falk");
  EXPECT_EQ(tokens.Lower(2), "o'brien");
  EXPECT_TRUE(tokens.IsCapital(1));
}

TEST(QuantityTokensTest, EndsAtAnEmptyLine) {
  const QuantityTokens tokens("one\ntwo\n\nthree");
  EXPECT_FALSE(tokens.Continues(0));
  EXPECT_TRUE(tokens.Continues(1));
  EXPECT_FALSE(tokens.Continues(2));
}

TEST(QuantityTokensTest, AnswersForAnyIndex) {
  const QuantityTokens tokens("one");
  for (const size_t i : {size_t{1}, size_t{2}, size_t{0} - 1}) {
    EXPECT_EQ(tokens.Text(i), "");
    EXPECT_EQ(tokens.Lower(i), "");
    EXPECT_FALSE(tokens.Is(i, Kind::kWord));
    EXPECT_FALSE(tokens.IsSign(i, '-'));
    EXPECT_FALSE(tokens.IsWord(i, "one"));
    EXPECT_FALSE(tokens.IsCapital(i));
    EXPECT_FALSE(tokens.Touches(i));
    EXPECT_FALSE(tokens.Continues(i));
    EXPECT_EQ(tokens.BehindHyphen(i), i);
  }
}

}  // namespace
}  // namespace footnote
