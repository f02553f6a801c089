#include "retrieval/text/currencies.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(CurrencyNamedTest, TellsOwnersApart) {
  EXPECT_EQ(CurrencyNamed("", "dollars")->code, "USD");
  EXPECT_EQ(CurrencyNamed("canadian", "dollars")->code, "CAD");
  EXPECT_EQ(CurrencyNamed("", "pesos")->code, "peso");
  EXPECT_EQ(CurrencyNamed("mexican", "pesos")->code, "MXN");
  EXPECT_FALSE(CurrencyNamed("", "pounds").has_value());
  EXPECT_FALSE(CurrencyNamed("", "won").has_value());
  EXPECT_FALSE(CurrencyNamed("green", "dollars").has_value());
  EXPECT_FALSE(CurrencyNamed("", "").has_value());
}

TEST(CurrencyNamedTest, CountsCents) {
  EXPECT_EQ(CurrencyNamed("", "cents")->factor, 0.01);
  EXPECT_EQ(CurrencyNamed("canadian", "cents")->code, "CAD");
  EXPECT_EQ(CurrencyNamed("canadian", "cents")->factor, 0.01);
  EXPECT_FALSE(CurrencyNamed("swiss", "cents").has_value());
}

TEST(CurrencyOfSignTest, ReadsLettersBeforeIt) {
  EXPECT_EQ(CurrencyOfSign("", '$'), "USD");
  EXPECT_EQ(CurrencyOfSign("A", '$'), "AUD");
  EXPECT_EQ(CurrencyOfSign("", 0x20AC), "EUR");
  EXPECT_EQ(CurrencyOfSign("X", '$'), "");
  EXPECT_EQ(CurrencyOfSign("", '%'), "");
}

TEST(IsCurrencyCodeTest, KnowsCapitalsAlone) {
  EXPECT_TRUE(IsCurrencyCode("AED"));
  EXPECT_TRUE(IsCurrencyCode("ZAR"));
  EXPECT_FALSE(IsCurrencyCode("usd"));
  EXPECT_FALSE(IsCurrencyCode("ABC"));
  EXPECT_FALSE(IsCurrencyCode(""));
}

}  // namespace
}  // namespace footnote
