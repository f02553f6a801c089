#include "retrieval/text/quantities.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace footnote {
namespace {

// Returns the normalised quantities of `text`, each with the words it was read
// from: "5 km [5 km]".
std::string Found(absl::string_view text) {
  std::vector<std::string> found;
  for (const Quantity& quantity : FindQuantities(text)) {
    found.push_back(absl::StrCat(NormalizedQuantity(quantity), " [",
                                 Slice(text, quantity.range), "]"));
  }
  return absl::StrJoin(found, "; ");
}

struct Case {
  const char* text;
  const char* want;
};

void ExpectFound(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Found(c.text), c.want);
  }
}

TEST(FindQuantitiesTest, ReadsMoney) {
  ExpectFound({
      {"a $140 Billion wager", "140000000000 USD [$140 Billion]"},
      {"It paid US$3.5m.", "3500000 USD [US$3.5m]"},
      {"fined \u20AC20m", "20000000 EUR [\u20AC20m]"},
      {"\u00A5"
       "10tn of bonds",
       "10000000000000 JPY [\u00A5"
       "10tn]"},
      {"over 10 trillion yen", ">10000000000000 JPY [10 trillion yen]"},
      {"A$5m and HK$2", "5000000 AUD [A$5m]; 2 HKD [HK$2]"},
      {"7 million Hong Kong dollars",
       "7000000 HKD [7 million Hong Kong "
       "dollars]"},
      {"75 Canadian cents", "0.75 CAD [75 Canadian cents]"},
      {"EUR 4.5 million", "4500000 EUR [EUR 4.5 million]"},
      {"40 million pesos", "40000000 peso [40 million pesos]"},
      {"lost 3 million pounds", "3000000 GBP [3 million pounds]"},
      {"lost 30 pounds", "30 pound [30 pounds]"},
      {"two trillion won", "2000000000000 KRW [two trillion won]"},
      {"the $1,500-a-month flat", "1500 USD [$1,500]"},
      {"the $5 billion-dollar plan", "5000000000 USD [$5 billion-dollar]"},
  });
}

TEST(FindQuantitiesTest, ReadsPercentages) {
  ExpectFound({
      {"up 12.5 percent", "12.5 % [12.5 percent]"},
      {"up 12 per cent", "12 % [12 per cent]"},
      {"by 0.5 percentage points",
       "0.5 percentage point [0.5 percentage points]"},
      {"by 25 basis points", "25 basis point [25 basis points]"},
      {"Thirty-seven percent agreed", "37 % [Thirty-seven percent]"},
      {"it fell, by -0.3%.", "-0.3 % [-0.3%]"},
  });
}

TEST(FindQuantitiesTest, ReadsMeasures) {
  ExpectFound({
      {"a 64-year-old deal", "64 year [64-year-old]"},
      {"She is 64 years old.", "64 year [64 years old]"},
      {"Ines Falk, 64, said so", "64 year [64]"},
      {"a man aged 31 fled", "31 year [31]"},
      {"at the age of 90 in May", "90 year [90]"},
      {"a 10-mile stretch", "10 mile [10-mile]"},
      {"20km away", "20 km [20km]"},
      {"at 60 miles per hour", "60 mile per hour [60 miles per hour]"},
      {"at 120 km/h", "120 km per hour [120 km/h]"},
      {"5,000 square kilometres", "5000 square km [5,000 square kilometres]"},
      {"70 km\u00B2", "70 square km [70 km\u00B2]"},
      {"minus 5 degrees Celsius",
       "-5 \u00B0"
       "C [minus 5 degrees Celsius]"},
      {"-5 \u00B0"
       "C",
       "-5 \u00B0"
       "C [-5 \u00B0"
       "C]"},
      {"two and a half years", "2.5 year [two and a half years]"},
      {"half an hour later", "0.5 hour [half an hour]"},
      {"2 1/2 miles, 2\u00BD years",
       "2.5 mile [2 1/2 miles]; 2.5 year [2\u00BD years]"},
      {"for two more weeks", "2 week [two more weeks]"},
      {"20m long", "20 m [20m]"},
      {"within one day", "1 day [one day]"},
  });
}

TEST(FindQuantitiesTest, ReadsCounts) {
  ExpectFound({
      {"55,000 troops", "55000 troop [55,000 troops]"},
      {"55,000 U.S. troops", "55000 troop [55,000 U.S. troops]"},
      {"20m people", "20000000 person [20m people]"},
      {"three dozen boats", "36 boat [three dozen boats]"},
      {"half a million children", "500000 child [half a million children]"},
      {"two wounded policemen", "2 policeman [two wounded policemen]"},
      {"a hundred and twenty ships", "120 ship [a hundred and twenty ships]"},
      {"a 30,000-strong army", "30000 [30,000-strong]"},
      {"a 12-member panel", "12 member [12-member]"},
      {"One soldier fell", "1 soldier [One soldier]"},
      {"10+ cities", ">=10 city [10+ cities]"},
      {"ten or more cities", ">=10 city [ten or more cities]"},
      {"The toll rose to 25.", "25 [25]"},
      {"two-thirds of voters", "0.6666666666666666 [two-thirds]"},
      {"a third of the town", "0.3333333333333333 [a third]"},
      {"72 work-related emails", "72 email [72 work-related emails]"},
  });
}

TEST(FindQuantitiesTest, ReadsRanges) {
  ExpectFound({
      {"5-10%", "5..10 % [5-10%]"},
      {"5\u2013"
       "10 km",
       "5..10 km [5\u2013"
       "10 km]"},
      {"between 5 and 10 people", "5..10 person [5 and 10 people]"},
      {"between one hundred and two hundred ships",
       "100..200 ship [one hundred and two hundred ships]"},
      {"five to ten years", "5..10 year [five to ten years]"},
      {"$5-10 million", "5000000..10000000 USD [$5-10 million]"},
      {"$5 million to $10 million",
       "5000000..10000000 USD [$5 million to $10 million]"},
      {"3 to 4.5 million euros",
       "3000000..4500000 EUR [3 to 4.5 million euros]"},
      {"5% to 10%", "5..10 % [5% to 10%]"},
      {"paid $5 million to 300 workers",
       "5000000 USD [$5 million]; 300 worker [300 workers]"},
      {"from 5 percent to 10 percent", "5 % [5 percent]; 10 % [10 percent]"},
  });
}

TEST(FindQuantitiesTest, TellsAnOrdinal) {
  ExpectFound({{"the No. 3 seed", "#3 [No. 3]"}, {"ranked #3", "#3 [#3]"}});
}

TEST(FindQuantitiesTest, LeavesWhatNamesOrDates) {
  for (const char* text : {"",
                           "Article 5",
                           "under Article 5 of it",
                           "an F-35",
                           "the G20 summit",
                           "COVID-19",
                           "won 3-2",
                           "won by 5 to 3",
                           "lost 12 -- 10",
                           "on February 7, 2025",
                           "7 Feb",
                           "Feb. 7-9",
                           "July 3 and 4",
                           "in 1960",
                           "the 2016 vote",
                           "at 10 a.m.",
                           "10:30",
                           "9/11",
                           "24/7",
                           "1.2.3",
                           "202-555-0147",
                           "+1 202 555 0147",
                           "the 1990s",
                           "the 21st century",
                           "a 3D film",
                           "5K",
                           "one in five",
                           "3 out of 4",
                           "(3)",
                           "1. Ropes",
                           "no one",
                           "one day he",
                           "the eighty-ninth",
                           "hundreds of men",
                           "a few hundred",
                           "the 401(k)",

                           "Flight 370",
                           "pages 3",
                           "Falk 102, Berg 98",
                           "007",
                           "half a loaf",
                           "Resolution 2254",
                           "6721384893585"}) {
    EXPECT_EQ(Found(text), "") << text;
  }
}

TEST(FindQuantitiesTest, KeepsTheQualifierApart) {
  const absl::string_view text = "It took at least 12.5 km or so, they say.";
  const std::vector<Quantity> found = FindQuantities(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, QuantityKind::kMeasure);
  EXPECT_EQ(found[0].bound, QuantityBound::kAtLeast);
  EXPECT_EQ(Slice(text, found[0].range), "12.5 km");
  EXPECT_EQ(Slice(text, found[0].whole), "at least 12.5 km or so");
}

TEST(FindQuantitiesTest, DoesNotOverlap) {
  const absl::string_view text =
      "5 km or more than 6 km, 7 or more than 8 men, about 9 to 10 dozen.";
  uint32_t end = 0;
  for (const Quantity& quantity : FindQuantities(text)) {
    EXPECT_LE(end, quantity.whole.begin);
    EXPECT_LE(quantity.whole.begin, quantity.range.begin);
    EXPECT_LT(quantity.range.begin, quantity.range.end);
    EXPECT_LE(quantity.range.end, quantity.whole.end);
    end = quantity.whole.end;
  }
  EXPECT_GT(end, 0U);
}

TEST(FindQuantitiesTest, StandsHostileText) {
  for (const char* piece : {"1",
                            "1 ",
                            "1,",
                            "1-",
                            "$",
                            "a ",
                            "one ",
                            "and a half ",
                            "half a ",
                            "million ",
                            "hundred and ",
                            "between 1 and ",
                            "no more than ",
                            "\xFF",
                            "\xC2",
                            "\n",
                            "1/2 ",
                            "U.S.",
                            "'",
                            "-5%",
                            "to 1 "}) {
    std::string text;
    while (text.size() < 20000) text += piece;
    for (const Quantity& quantity : FindQuantities(text)) {
      ASSERT_LE(quantity.whole.end, text.size()) << piece;
      EXPECT_FALSE(NormalizedQuantity(quantity).empty()) << piece;
    }
  }
}

TEST(NormalizedQuantityTest, IsShortestAndHasNoExponent) {
  Quantity quantity;
  quantity.value = 1e13;
  quantity.unit = "JPY";
  quantity.bound = QuantityBound::kMoreThan;
  EXPECT_EQ(NormalizedQuantity(quantity), ">10000000000000 JPY");
  quantity = {};
  quantity.value = 0.1;
  quantity.upper = 0.25;
  quantity.unit = "km";
  EXPECT_EQ(NormalizedQuantity(quantity), "0.1..0.25 km");
  quantity = {};
  quantity.value = 3;
  quantity.kind = QuantityKind::kOrdinal;
  EXPECT_EQ(NormalizedQuantity(quantity), "#3");
  quantity.value = 1e300;
  EXPECT_EQ(NormalizedQuantity(quantity), "#1e+300");
}

TEST(NormalizedQuantityTest, ShowsEachBound) {
  Quantity quantity;
  quantity.value = 5;
  const struct {
    QuantityBound bound;
    const char* want;
  } kCases[] = {
      {QuantityBound::kExactly, "5"},   {QuantityBound::kAbout, "~5"},
      {QuantityBound::kMoreThan, ">5"}, {QuantityBound::kAtLeast, ">=5"},
      {QuantityBound::kLessThan, "<5"}, {QuantityBound::kAtMost, "<=5"},
  };
  for (const auto& c : kCases) {
    quantity.bound = c.bound;
    EXPECT_EQ(NormalizedQuantity(quantity), c.want);
  }
}

}  // namespace
}  // namespace footnote
