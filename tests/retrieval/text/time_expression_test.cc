#include "retrieval/text/time_expression.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"

namespace footnote {
namespace {

const absl::CivilDay kFriday(2025, 2, 7);

// Returns "words = value" for each expression of `text`.
std::string Values(absl::string_view text,
                   std::optional<absl::CivilDay> published = kFriday) {
  std::vector<std::string> values;
  for (const TimeExpression& time : FindTimeExpressions(text, published)) {
    values.push_back(absl::StrCat(Slice(text, time.range), " = ", time.value));
  }
  return absl::StrJoin(values, "; ");
}

struct Case {
  const char* text;
  const char* values;
};

void ExpectValues(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Values(c.text), c.values) << c.text;
}

TEST(FindTimeExpressionsTest, ReadsDaysInEitherOrder) {
  ExpectValues({
      {"The bridge opened on February 7, 2025, at last.",
       "February 7, 2025 = 2025-02-07"},
      {"It shut on 7 February 2025.", "7 February 2025 = 2025-02-07"},
      {"the 8th of March, 2024", "8th of March, 2024 = 2024-03-08"},
      {"Tuesday, Feb. 11, 2025", "Tuesday, Feb. 11, 2025 = 2025-02-11"},
      {"Fri, 24 Jan 2025", "Fri, 24 Jan 2025 = 2025-01-24"},
      {"posted 2025-01-31 again", "2025-01-31 = 2025-01-31"},
      {"a date of 2/27/2024", "2/27/2024 = 2024-02-27"},
      {"a date of 27/2/2024", "27/2/2024 = 2024-02-27"},
      {"a date of 3/4/2024", ""},
      {"On Feb. 30 it rained", "Feb. 30 = XXXX-02-30"},
  });
}

TEST(FindTimeExpressionsTest, ReadsWhatIsLongerThanADay) {
  ExpectValues({
      {"in March 2024", "March 2024 = 2024-03"},
      {"prices of 1998", "1998 = 1998"},
      {"in the 1990s", "the 1990s = 199"},
      {"the late \xE2\x80\x99"
       "80s",
       "the late \xE2\x80\x99"
       "80s = 198"},
      {"in the nineties", "the nineties = 199"},
      {"in the 20th century", "the 20th century = 19"},
      {"a 19th-century mill", "19th-century = 18"},
      {"in the third quarter of 2024", "the third quarter of 2024 = 2024-Q3"},
      {"in Q3 2024", "Q3 2024 = 2024-Q3"},
      {"this year's third quarter", "this year's third quarter = 2025-Q3"},
      {"the first half of 2024", "the first half of 2024 = 2024-H1"},
      {"in the summer of 1998", "the summer of 1998 = 1998-SU"},
      {"for fiscal year 2025", "fiscal year 2025 = 2025"},
      {"the week of March 6", "week of March 6 = 2025-W10"},
  });
}

TEST(FindTimeExpressionsTest, ReadsYearsLongPast) {
  ExpectValues({
      {"In 1000 the abbey burned.", "1000 = 1000"},
      {"In 1271 the abbey burned.", "1271 = 1271"},
      {"It stood until 1499.", "1499 = 1499"},
      {"The abbey (1285) burned.", "1285 = 1285"},
      {"A plan of the abbey (Ghent, 1685) hangs there.", "1685 = 1685"},
      {"A plan (1685, in ink) hangs there.", "1685 = 1685"},
      {"a house of kings (1115-1234)", "1115 = 1115; 1234 = 1234"},
      {"Harald (r. 1115\xE2\x80\x93"
       "1134)",
       "1115 = 1115; 1134 = 1134"},
      {"the 1815-1834 wars", "1815 = 1815; 1834 = 1834"},
      {"Harald, king of Norway 1015-1028", "1015 = 1015; 1028 = 1028"},
      {"the abbey (1900)", "1900 = 1900"},
      {"the post-1564 abbey", "1564 = 1564"},
  });
}

TEST(FindTimeExpressionsTest, ReadsTheYearBehindAName) {
  ExpectValues({
      {"The Treaty of Ghent 1992 said so.", "1992 = 1992"},
      {"under the Harbours Act 2011, ports", "2011 = 2011"},
  });
}

TEST(FindTimeExpressionsTest, CountsFromTheDayOfPublication) {
  ExpectValues({
      {"It fell yesterday.", "yesterday = 2025-02-06"},
      {"before today's Senate vote", "today = 2025-02-07"},
      {"as today's Lagos Times has it", "today = 2025-02-07"},
      {"It opens tomorrow.", "tomorrow = 2025-02-08"},
      {"this month", "this month = 2025-02"},
      {"last year", "last year = 2024"},
      {"last week", "last week = 2025-W05"},
      {"next week", "next week = 2025-W07"},
      {"last weekend", "last weekend = 2025-W05-WE"},
      {"two weeks ago", "two weeks ago = 2025-W04"},
      {"three years ago", "three years ago = 2022"},
      {"last November", "last November = 2024-11"},
      {"last night", "last night = 2025-02-06TNI"},
      {"in March last year", "March last year = 2024-03"},
      {"last summer", "last summer = 2024-SU"},
  });
}

TEST(FindTimeExpressionsTest, GoesByTheVerb) {
  ExpectValues({
      {"The mayor resigned Tuesday.", "Tuesday = 2025-02-04"},
      {"The mayor will resign on Tuesday.", "Tuesday = 2025-02-11"},
      {"The vote is scheduled for Tuesday.", "Tuesday = 2025-02-11"},
      {"The vote had been scheduled for Tuesday.", "Tuesday = 2025-02-04"},
      {"The office is to close on Tuesday.", "Tuesday = 2025-02-11"},
      {"They met last Friday.", "last Friday = 2025-01-31"},
      {"They meet next Friday.", "next Friday = 2025-02-14"},
      {"The bank failed in November.", "November = 2024-11"},
      {"The bank will open in November.", "November = 2025-11"},
      {"Nothing has changed since April.", "April = 2024-04"},
      {"The shares, due Jan. 20, 2031", "Jan. 20, 2031 = 2031-01-20"},
      {"The offer runs until March 20.", "March 20 = 2025-03-20"},
      {"The ship sank on March 20.", "March 20 = 2025-03-20"},
      {"The deal was signed on March 20.", "March 20 = 2024-03-20"},
      {"The rules, to be published in May, are long.", "May = 2025-05"},
  });
}

TEST(FindTimeExpressionsTest, CountsFromWhatWasNamed) {
  ExpectValues({
      {"The strike began on Jan. 5. Three days later it ended. The next "
       "morning trains ran.",
       "Jan. 5 = 2025-01-05; Three days later = 2025-01-08; "
       "The next morning = 2025-01-09TMO"},
      {"It was founded in 1980 and sold two years later.",
       "1980 = 1980; two years later = 1982"},
      {"Three days later it ended.", "Three days later = XXXX-XX-XX"},
      {"In 1980 it began. That day it rained.",
       "1980 = 1980; That day = XXXX-XX-XX"},
      {"Third-quarter profit rose from $3 million a year earlier.",
       "Third-quarter = 2024-Q3; a year earlier = 2023-Q3"},
      {"Doors open on Tuesday at the quay and close at noon.",
       "Tuesday = 2025-02-04; noon = 2025-02-04T12:00"},
  });
}

TEST(FindTimeExpressionsTest, KnowsHolidays) {
  ExpectValues({
      {"two days after Election Day",
       "two days after Election Day = "
       "2024-11-07"},
      {"a week before Christmas 2023",
       "a week before Christmas 2023 = "
       "2023-12-18"},
      {"last Thanksgiving", "last Thanksgiving = 2024-11-28"},
      {"on New Year's Eve 2024", "New Year's Eve 2024 = 2024-12-31"},
      {"on Good Friday", "Good Friday = 2025-04-18"},
      {"On Easter Island", ""},
  });
}

TEST(FindTimeExpressionsTest, ReadsDurationsAndRecurrences) {
  ExpectValues({
      {"a 64-year-old man", "64-year-old = P64Y"},
      {"for three decades", "three decades = P30Y"},
      {"a two-year lease", "two-year = P2Y"},
      {"the past two months", "the past two months = P2M"},
      {"in several years", "several years = PXY"},
      {"for half an hour", "half an hour = PT30M"},
      {"five and a half years", "five and a half years = P5Y6M"},
      {"It took a year and a half.", "a year and a half = P1Y6M"},
      {"for two hours and a half", "two hours and a half = PT2H30M"},
      {"for a year and a half-hearted try", "a year = P1Y"},
      {"$2 million a year and a half million more", "a year = P1Y"},
      {"for 2.5 days", "2.5 days = P2.5D"},
      {"twenty-five hours", "twenty-five hours = PT25H"},
      {"for years", "years = PXY"},
      {"every Monday", "every Monday = XXXX-WXX-1"},
      {"on Fridays", "Fridays = XXXX-WXX-5"},
      {"paid annually", "annually = P1Y"},
      {"every other day", "every other day = P2D"},
      {"$3 million a year", "a year = P1Y"},
  });
}

TEST(FindTimeExpressionsTest, ReadsClocks) {
  ExpectValues({
      {"It starts at 9:30 a.m. Tuesday.",
       "9:30 a.m. Tuesday = "
       "2025-02-04T09:30"},
      {"by 5 p.m. EST, Feb. 6", "5 p.m. EST, Feb. 6 = 2025-02-06T17:00"},
      {"on Tuesday at 9 p.m.", "Tuesday at 9 p.m. = 2025-02-04T21:00"},
      {"on Tuesday night", "Tuesday night = 2025-02-04TNI"},
      {"They won 10:30.", ""},
  });
}

TEST(FindTimeExpressionsTest, ReadsVagueTimes) {
  ExpectValues({
      {"Now it has recently grown.", "Now = PRESENT_REF; recently = PAST_REF"},
      {"in the near future", "the near future = FUTURE_REF"},
      {"years ago", "years ago = PAST_REF"},
  });
}

TEST(FindTimeExpressionsTest, IsNotTakenInByLookalikes) {
  for (const char* text : {"Some 2000 people came.",
                           "It weighs 1950 pounds.",
                           "He paid $1999.",
                           "They may march on.",
                           "Prime Minister May spoke.",
                           "Ms. May said no.",
                           "The Sun wrote so.",
                           "The fall of the city was quick.",
                           "They came second.",
                           "April Smith met June Carter.",
                           "The Sunday Times wrote so.",
                           "Black Friday sales rose.",
                           "The Daily Mail wrote so.",
                           "It shut 24/7.",
                           "No. 1999 won.",
                           "The code is 2024-13-45.",
                           "a quarter of the town",
                           "He is in his eighties.",
                           "Dec Jones and Jan Smith left.",
                           "In 1200 towns it rained.",
                           "It has 1285 pages.",
                           "See pages 1115-1234",
                           "Lines 1515-1634 rhyme.",
                           "the code (1234-1115)",
                           "an AB-1234 pump",
                           "the Fiat 1500",
                           "Windows 2000 came.",
                           "the Corvo 1103 pump",
                           "in today's North Macedonia, Skopje rose",
                           "lands of today's Austria and Italy"}) {
    EXPECT_EQ(Values(text), "") << text;
  }
}

TEST(FindTimeExpressionsTest, JoinsTheEndsOfARange) {
  const struct {
    const char* text;
    const char* interval;
  } kCases[] = {
      {"from 2019 to 2022", "2019/2022"},
      {"the 2010-2012 crisis", "2010/2012"},
      {"the 2008\xE2\x80\x93"
       "09 recession",
       "2008/2009"},
      {"between March 3 and 5", "2025-03-03/2025-03-05"},
      {"March 3-5, 2024", "2024-03-03/2024-03-05"},
      {"from March to May 2024", "2024-03/2024-05"},
      {"from November to May 2024", "2023-11/2024-05"},
  };
  for (const auto& c : kCases) {
    const auto times = FindTimeExpressions(c.text, kFriday);
    ASSERT_EQ(times.size(), 2u) << c.text;
    EXPECT_EQ(times[0].interval, c.interval) << c.text;
    EXPECT_EQ(times[1].interval, c.interval) << c.text;
    EXPECT_EQ(times[0].bound, TimeBound::kSince) << c.text;
    EXPECT_EQ(times[1].bound, TimeBound::kBy) << c.text;
  }
  EXPECT_EQ(FindTimeExpressions("2022 and 2019", kFriday)[0].interval, "");
}

TEST(FindTimeExpressionsTest, TellsHowTheSentenceIsBound) {
  const struct {
    const char* text;
    TimeBound bound;
  } kCases[] = {
      {"in 2030", TimeBound::kWithin},
      {"by 2030", TimeBound::kBy},
      {"until the end of 2030", TimeBound::kBy},
      {"since early 2019", TimeBound::kSince},
      {"from 2019 on", TimeBound::kSince},
      {"starting in 2019", TimeBound::kSince},
      {"up from 2019", TimeBound::kWithin},
      {"before 2019", TimeBound::kBefore},
      {"after 2019", TimeBound::kAfter},
  };
  for (const auto& c : kCases) {
    const auto times = FindTimeExpressions(c.text, kFriday);
    ASSERT_EQ(times.size(), 1u) << c.text;
    EXPECT_EQ(times[0].bound, c.bound) << c.text;
  }
}

TEST(FindTimeExpressionsTest, GivesThePeriodAndPrecision) {
  const struct {
    const char* text;
    TimePrecision precision;
    absl::CivilDay begin;
    absl::CivilDay end;
  } kCases[] = {
      {"on Jan. 31, 2024", TimePrecision::kDay, absl::CivilDay(2024, 1, 31),
       absl::CivilDay(2024, 2, 1)},
      {"at 9 a.m. Jan. 31, 2024", TimePrecision::kInstant,
       absl::CivilDay(2024, 1, 31), absl::CivilDay(2024, 2, 1)},
      {"last week", TimePrecision::kWeek, absl::CivilDay(2025, 1, 27),
       absl::CivilDay(2025, 2, 3)},
      {"in December 2024", TimePrecision::kMonth, absl::CivilDay(2024, 12, 1),
       absl::CivilDay(2025, 1, 1)},
      {"in Q4 2024", TimePrecision::kSeason, absl::CivilDay(2024, 10, 1),
       absl::CivilDay(2025, 1, 1)},
      {"in 2024", TimePrecision::kYear, absl::CivilDay(2024, 1, 1),
       absl::CivilDay(2025, 1, 1)},
      {"the 1980s", TimePrecision::kDecade, absl::CivilDay(1980, 1, 1),
       absl::CivilDay(1990, 1, 1)},
      {"the 19th century", TimePrecision::kCentury, absl::CivilDay(1800, 1, 1),
       absl::CivilDay(1900, 1, 1)},
  };
  for (const auto& c : kCases) {
    const auto times = FindTimeExpressions(c.text, kFriday);
    ASSERT_EQ(times.size(), 1u) << c.text;
    EXPECT_EQ(times[0].precision, c.precision) << c.text;
    ASSERT_TRUE(times[0].period.has_value()) << c.text;
    const absl::TimeZone utc = absl::UTCTimeZone();
    EXPECT_EQ(times[0].period->begin, absl::FromCivil(c.begin, utc)) << c.text;
    EXPECT_EQ(times[0].period->end, absl::FromCivil(c.end, utc)) << c.text;
  }
}

TEST(FindTimeExpressionsTest, GivesNoPeriodForWhatHasNone) {
  for (const char* text : {"two days", "every Monday", "now", "fiscal 2024",
                           "the winter of 2024", "Feb. 30"}) {
    const auto times = FindTimeExpressions(text, kFriday);
    ASSERT_EQ(times.size(), 1u) << text;
    EXPECT_FALSE(times[0].period.has_value()) << text;
  }
}

TEST(FindTimeExpressionsTest, ResolvesNothingWithoutADayOfPublication) {
  const struct {
    const char* text;
    const char* value;
  } kCases[] = {
      {"on Friday", "XXXX-WXX-5"}, {"on March 5", "XXXX-03-05"},
      {"in March", "XXXX-03"},     {"the third quarter", "XXXX-Q3"},
      {"last year", "PAST_REF"},   {"on Christmas", "XXXX-XX-XX"},
  };
  for (const auto& c : kCases) {
    const auto times = FindTimeExpressions(c.text, std::nullopt);
    ASSERT_EQ(times.size(), 1u) << c.text;
    EXPECT_EQ(times[0].value, c.value) << c.text;
    EXPECT_FALSE(times[0].period.has_value()) << c.text;
  }
  EXPECT_TRUE(FindTimeExpressions("in 2024", std::nullopt)[0].period);
}

TEST(FindTimeExpressionsTest, DoesNotReachAcrossSentences) {
  EXPECT_EQ(Values("It closed in March. 2024 was hard."),
            "March = 2024-03; 2024 = 2024");
  EXPECT_EQ(Values("It closed in June\n\n2024 was hard."),
            "June = 2024-06; 2024 = 2024");
}

// Every text has an answer with ranges in order within it.
TEST(FindTimeExpressionsTest, StandsAnyText) {
  std::vector<std::string> texts = {"",
                                    " ",
                                    "\xFF\xFE 2024\xE2",
                                    "\xE2\x80",
                                    "May 99999999999999999999",
                                    "999999 years ago",
                                    "5000 years ago",
                                    "9999 centuries later",
                                    "hundred thousand thousand thousand years",
                                    "99:99 a.m.",
                                    "0 a.m.",
                                    "the 0th century",
                                    "0th quarter",
                                    "Feb. 0, 0000",
                                    "31 31 31 May May",
                                    "last last last year's first quarter's",
                                    "''''99s",
                                    "FY",
                                    "Q5 2024"};
  std::string long_text;
  for (int i = 0; i < 2000; ++i) {
    long_text += "from the last more than 1 more May, the New ' ' 5 to ";
  }
  texts.push_back(long_text);
  for (const std::string& text : texts) {
    for (const auto& published :
         {std::optional<absl::CivilDay>(), std::optional(kFriday),
          std::optional(absl::CivilDay(1, 1, 1)),
          std::optional(absl::CivilDay(9999, 12, 31))}) {
      uint32_t at = 0;
      for (const TimeExpression& time : FindTimeExpressions(text, published)) {
        EXPECT_LE(at, time.range.begin);
        EXPECT_LT(time.range.begin, time.range.end);
        EXPECT_LE(time.range.end, text.size());
        EXPECT_FALSE(time.value.empty());
        at = time.range.end;
      }
    }
  }
}

}  // namespace
}  // namespace footnote
