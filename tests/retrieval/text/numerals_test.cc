#include "retrieval/text/numerals.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(ReadNumeralTest, ReadsDigitsAndWords) {
  const struct {
    const char* text;
    double value;
    size_t end;
  } kCases[] = {
      {"12", 12, 1},
      {"1,250.5 tons", 1250.5, 1},
      {"12.5 million", 12.5e6, 2},
      {"10-million", 10e6, 3},
      {"2 hundred thousand", 2e5, 3},
      {"3bn", 3e9, 2},
      {"twenty five men", 25, 2},
      {"twenty-five hundred", 2500, 4},
      {"a hundred and twenty men", 120, 4},
      {"two hundred and five thousand three hundred and one", 205301, 9},
      {"four dozen", 48, 2},
      {"five and two", 5, 1},
      {"one two", 1, 1},
      {"two and a half million", 2.5e6, 5},
      {"half a million", 5e5, 3},
      {"2 1/2", 2.5, 2},
      {"three-quarters", 0.75, 3},
      {"one third of", 1.0 / 3, 2},
      {"a hundred\n\nthousand", 100, 2},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const std::optional<Numeral> numeral =
        ReadNumeral(QuantityTokens(c.text), 0, {});
    ASSERT_TRUE(numeral.has_value());
    EXPECT_DOUBLE_EQ(numeral->value, c.value);
    EXPECT_EQ(numeral->end, c.end);
  }
}

TEST(ReadNumeralTest, FindsNoneElsewhere) {
  for (const char* text :
       {"", "men", "hundred", "hundred men", "a man", "a one", "third",
        "a third man", "half", "9/11", "2/4", "millions", "-"}) {
    EXPECT_FALSE(ReadNumeral(QuantityTokens(text), 0, {}).has_value()) << text;
  }
}

TEST(ReadNumeralTest, HeedsTheContext) {
  const QuantityTokens money("3m");
  EXPECT_EQ(ReadNumeral(money, 0, {.money = true})->value, 3e6);
  EXPECT_EQ(ReadNumeral(money, 0, {})->value, 3);
  const QuantityTokens two("one hundred and two");
  EXPECT_EQ(ReadNumeral(two, 0, {.between = true})->value, 100);
  EXPECT_EQ(ReadNumeral(two, 0, {})->value, 102);
}

TEST(ReadNumeralTest, CountsThePlainDigitsOfAYear) {
  EXPECT_EQ(ReadNumeral(QuantityTokens("1960"), 0, {})->plain_digits, 4U);
  EXPECT_EQ(ReadNumeral(QuantityTokens("1,960"), 0, {})->plain_digits, 0U);
  EXPECT_EQ(ReadNumeral(QuantityTokens("1960 bn"), 0, {})->plain_digits, 0U);
}

}  // namespace
}  // namespace footnote
