#include "retrieval/text/units.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

std::string NameAt(absl::string_view text) {
  // A number stands before every unit.
  const std::optional<Unit> unit = UnitAt(QuantityTokens(text), 1);
  return unit ? unit->name : "";
}

TEST(UnitAtTest, NamesUnits) {
  const struct {
    const char* text;
    const char* want;
  } kCases[] = {
      {"5 kilometers", "km"},
      {"5 KM", "km"},
      {"5 MW", "MW"},
      {"5 sq. miles", "square mile"},
      {"5 cubic metres", "cubic m"},
      {"5 m2", "square m"},
      {"5 nautical miles", "nautical mile"},
      {"5 barrels a day", "barrel"},
      {"5 barrels per day", "barrel per day"},
      {"5 km an hour", "km per hour"},
      {"5\u00B0", "degree"},
      {"5 degrees Fahrenheit",
       "\u00B0"
       "F"},
      {"5%", "%"},
      {"5 per cent", "%"},
      {"5 percentage-point", "percentage point"},
      {"5 yen", "JPY"},
      {"5 South Korean won", "KRW"},
      {"5 pounds sterling", "GBP"},
      {"5 USD", "USD"},
      {"5 won", ""},
      {"5 M", ""},
      {"5 G", ""},
      {"5 square meals", ""},
      {"5 apples", ""},
      {"5", ""},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(NameAt(c.text), c.want);
  }
}

TEST(UnitAtTest, CountsCentsInDollars) {
  const std::optional<Unit> unit = UnitAt(QuantityTokens("5 cents"), 1);
  ASSERT_TRUE(unit.has_value());
  EXPECT_EQ(unit->name, "USD");
  EXPECT_EQ(unit->factor, 0.01);
  EXPECT_EQ(unit->kind, UnitKind::kMoney);
}

TEST(MoneySignBeforeTest, TakesLettersIn) {
  const std::optional<MoneySign> owned =
      MoneySignBefore(QuantityTokens("of HK$5"), 3);
  ASSERT_TRUE(owned.has_value());
  EXPECT_EQ(owned->code, "HKD");
  EXPECT_EQ(owned->begin, 1U);
  const std::optional<MoneySign> bare =
      MoneySignBefore(QuantityTokens("X$5"), 2);
  ASSERT_TRUE(bare.has_value());
  EXPECT_EQ(bare->code, "USD");
  EXPECT_EQ(bare->begin, 1U);
  EXPECT_EQ(MoneySignBefore(QuantityTokens("EUR 5"), 1)->code, "EUR");
  EXPECT_FALSE(MoneySignBefore(QuantityTokens("for 5"), 1).has_value());
  EXPECT_FALSE(MoneySignBefore(QuantityTokens("5"), 0).has_value());
}

}  // namespace
}  // namespace footnote
