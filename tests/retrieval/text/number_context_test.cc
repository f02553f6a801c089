#include "retrieval/text/number_context.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

// Returns the answer of `test` about the first number in digits of `text`.
template <typename Test>
bool Holds(Test test, absl::string_view text) {
  const QuantityTokens tokens(text);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::optional<Numeral> numeral = ReadNumeral(tokens, i, {});
    if (numeral) return test(tokens, i, *numeral);
  }
  ADD_FAILURE() << "no number in " << text;
  return false;
}

TEST(IsPartOfNameTest, KnowsCodesAndLabels) {
  for (const char* text : {"Article 5", "page 5", "F-35", "G20", "Sect. 5",
                           "5 55 5", "202-555-1", "+1", "Flight 370"}) {
    EXPECT_TRUE(Holds(IsPartOfName, text)) << text;
  }
  for (const char* text : {"articles: 5", "about 5", "It ended. 5 men",
                           "said\u2014"
                           "5",
                           "(5", "article five"}) {
    EXPECT_FALSE(Holds(IsPartOfName, text)) << text;
  }
}

TEST(IsPartOfDateTest, KnowsDaysAndTimes) {
  for (const char* text :
       {"February 7", "Feb. 7", "7 Feb", "7-9 Feb.", "7 to 9 May", "10 a.m.",
        "10 o'clock", "5 GMT", "9 to 10 a.m.", "Monday 7"}) {
    EXPECT_TRUE(Holds(IsPartOfDate, text)) << text;
  }
  for (const char* text : {"it may 7", "February 77", "7 men", "7 to 9 men"}) {
    EXPECT_FALSE(Holds(IsPartOfDate, text)) << text;
  }
}

TEST(IsRatioOrLabelTest, KnowsBoth) {
  for (const char* text :
       {"one in five", "3 out of 4", "(3)", "[3] he", "1. a", "2) b"}) {
    EXPECT_TRUE(Holds(IsRatioOrLabel, text)) << text;
  }
  for (const char* text :
       {"one in town", "3 in 1998", "(3 men)", "paid 1. It"}) {
    EXPECT_FALSE(Holds(IsRatioOrLabel, text)) << text;
  }
}

TEST(LooksLikeYearTest, AsksForMoreOfAnOldOne) {
  EXPECT_TRUE(Holds(LooksLikeYear, "the 1900"));
  EXPECT_TRUE(Holds(LooksLikeYear, "the 2099"));
  EXPECT_TRUE(Holds(LooksLikeYear, "in 1805"));
  EXPECT_FALSE(Holds(LooksLikeYear, "the 1805"));
  EXPECT_FALSE(Holds(LooksLikeYear, "in 1099"));
  EXPECT_FALSE(Holds(LooksLikeYear, "the 2100"));
  EXPECT_FALSE(Holds(LooksLikeYear, "the 2,000"));
}

TEST(IsOrdinalTest, TellsWhereItBegins) {
  size_t begin = 9;
  EXPECT_TRUE(IsOrdinal(QuantityTokens("its No. 3"), 3, &begin));
  EXPECT_EQ(begin, 1U);
  EXPECT_TRUE(IsOrdinal(QuantityTokens("its #3"), 2, &begin));
  EXPECT_EQ(begin, 1U);
  EXPECT_FALSE(IsOrdinal(QuantityTokens("said no. 3"), 3, &begin));
  EXPECT_FALSE(IsOrdinal(QuantityTokens("#1234"), 1, &begin));
  EXPECT_FALSE(IsOrdinal(QuantityTokens("3"), 0, &begin));
}

}  // namespace
}  // namespace footnote
