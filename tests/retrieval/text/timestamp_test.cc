#include "retrieval/text/timestamp.h"

#include <gtest/gtest.h>

#include <string>

namespace footnote {
namespace {

TEST(IsRfc3339Test, TakesDatesAndTimes) {
  for (const char* text :
       {"2025-01-31", "2024-02-29", "2025-01-31T09:30:00Z",
        "2025-01-31T09:30:00.25+09:00", "2025-01-31t09:30:00z",
        "2025-01-31T09:30:00-03:30"}) {
    EXPECT_TRUE(IsRfc3339(text)) << text;
  }
}

TEST(IsRfc3339Test, RefusesEverythingElse) {
  for (const char* text : {"",
                           "2025",
                           "2025-1-31",
                           "2025-02-30",
                           "2023-02-29",
                           "31-01-2025",
                           "2025-01-31 09:30:00Z",
                           "2025-01-31T09:30:00",
                           "2025-01-31T25:00:00Z",
                           "2025-01-31T09:30Z",
                           "2025-01-31Z",
                           " 2025-01-31",
                           "2025-01-31 ",
                           "2025-01-31T09:30:00Z ",
                           "2025-01-31T9:3:0Z",
                           "2025-01-31T09:30:00+0900",
                           "2025-01-31T09:30:00+09",
                           "2025-01-31T09:30:00.Z",
                           "20250-01-31",
                           "yesterday"}) {
    EXPECT_FALSE(IsRfc3339(text)) << text;
  }
}

absl::Time At(absl::string_view text) {
  absl::Time time;
  std::string error;
  EXPECT_TRUE(absl::ParseTime(absl::RFC3339_full, text, &time, &error))
      << error;
  return time;
}

TEST(ParsePeriodTest, TakesWhatIsNamedFromItsFirstInstantToTheNext) {
  const struct {
    const char* text;
    const char* begin;
    const char* end;
  } kCases[] = {
      {"2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"},
      {"2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"},
      {"2024-12", "2024-12-01T00:00:00Z", "2025-01-01T00:00:00Z"},
      {"2024-02-29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z"},
      {"0000", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
      {"1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999Z",
       "1970-01-01T00:00:00Z"},
      {"2025-01-31T23:30:00-01:00", "2025-02-01T00:30:00Z",
       "2025-02-01T00:30:00.000001Z"},
  };
  for (const auto& [text, begin, end] : kCases) {
    SCOPED_TRACE(text);
    const auto period = ParsePeriod(text);
    ASSERT_TRUE(period.has_value());
    EXPECT_EQ(period->begin, At(begin));
    EXPECT_EQ(period->end, At(end));
  }
}

TEST(ParsePeriodTest, NamesNothingElse) {
  for (const char* text : {"", "202", "20250", "2025-", "2025-1", "2025-13",
                           "2025-00", "2025-02-30", "2025-01-31T09:30Z",
                           "2025-01-31 ", "abcd", "abcd-ef", "-001"}) {
    EXPECT_FALSE(ParsePeriod(text).has_value()) << text;
  }
}

TimePeriod Between(absl::string_view begin, absl::string_view end) {
  return {At(begin), At(end)};
}

TEST(LiesMostlyInTest, TakesMoreThanHalf) {
  const TimePeriod february = *ParsePeriod("2025-02");
  const char* const kMidnight = "2025-02-01T00:00:00Z";
  const char* const kEvening = "2025-01-31T18:00:00Z";
  EXPECT_FALSE(
      LiesMostlyIn(Between(kEvening, "2025-02-01T05:59:59Z"), february));
  EXPECT_FALSE(
      LiesMostlyIn(Between(kEvening, "2025-02-01T06:00:00Z"), february));
  EXPECT_TRUE(
      LiesMostlyIn(Between(kEvening, "2025-02-01T06:00:00.000001Z"), february));
  // It ends where the month begins.
  EXPECT_FALSE(LiesMostlyIn(Between(kEvening, kMidnight), february));
}

TEST(LiesMostlyInTest, OfWholePeriods) {
  const TimePeriod february = *ParsePeriod("2025-02");
  const TimePeriod year = *ParsePeriod("2025");
  EXPECT_TRUE(LiesMostlyIn(february, february));
  EXPECT_TRUE(LiesMostlyIn(february, year));
  EXPECT_FALSE(LiesMostlyIn(year, february));
  EXPECT_FALSE(LiesMostlyIn(*ParsePeriod("2025-01"), february));
  EXPECT_FALSE(LiesMostlyIn(*ParsePeriod("2025-03"), february));
}

TEST(LiesMostlyInTest, OfPeriodsWithOneEnd) {
  const TimePeriod since = {At("2025-02-01T00:00:00Z"), absl::InfiniteFuture()};
  const TimePeriod until = {absl::InfinitePast(), At("2025-02-01T00:00:00Z")};
  EXPECT_TRUE(LiesMostlyIn(*ParsePeriod("2025-02"), since));
  EXPECT_FALSE(LiesMostlyIn(*ParsePeriod("2025-01"), since));
  EXPECT_TRUE(LiesMostlyIn(*ParsePeriod("2025-01"), until));
  EXPECT_FALSE(LiesMostlyIn(*ParsePeriod("2025-02"), until));
  EXPECT_TRUE(LiesMostlyIn(*ParsePeriod("2025-02"), TimePeriod()));
}

TEST(LiesMostlyInTest, AnInstantLiesInOrOut) {
  const TimePeriod february = *ParsePeriod("2025-02");
  const auto lies_in = [&](absl::string_view instant) {
    return LiesMostlyIn(Between(instant, instant), february);
  };
  EXPECT_FALSE(lies_in("2025-01-31T23:59:59Z"));
  EXPECT_TRUE(lies_in("2025-02-01T00:00:00Z"));
  EXPECT_TRUE(lies_in("2025-02-28T23:59:59Z"));
  EXPECT_FALSE(lies_in("2025-03-01T00:00:00Z"));
}

TEST(FormatInstantTest, IsReadBackAsItsBegin) {
  for (const char* text :
       {"2025-01-31", "2024-02-29", "1969-12-31", "0476-09-04", "0000-01-01",
        "9999-12-31", "2025-01-31T09:30:00Z", "2025-01-31T00:00:01Z",
        "2025-01-31T09:30:00.25Z", "1969-12-31T23:59:59.999999Z"}) {
    SCOPED_TRACE(text);
    const auto period = ParsePeriod(text);
    ASSERT_TRUE(period.has_value());
    EXPECT_EQ(FormatInstant(period->begin), text);
  }
}

TEST(FormatInstantTest, IsInUtc) {
  EXPECT_EQ(FormatInstant(At("2025-02-01T00:30:00+09:00")),
            "2025-01-31T15:30:00Z");
  EXPECT_EQ(FormatInstant(At("2025-01-31T23:00:00-01:00")), "2025-02-01");
}

TEST(FormatInstantTest, IsEmptyWithoutAnEnd) {
  EXPECT_EQ(FormatInstant(absl::InfinitePast()), "");
  EXPECT_EQ(FormatInstant(absl::InfiniteFuture()), "");
}

TEST(FormatPeriodTest, NamesBothEnds) {
  EXPECT_EQ(FormatPeriod(*ParsePeriod("2025-02")), "2025-02-01/2025-03-01");
  EXPECT_EQ(FormatPeriod(*ParsePeriod("2025-01-31T09:30:00Z")),
            "2025-01-31T09:30:00Z/2025-01-31T09:30:00.000001Z");
  EXPECT_EQ(FormatPeriod({At("2025-02-01T00:00:00Z"), absl::InfiniteFuture()}),
            "2025-02-01/");
  EXPECT_EQ(FormatPeriod({absl::InfinitePast(), At("2025-02-01T00:00:00Z")}),
            "/2025-02-01");
}

}  // namespace
}  // namespace footnote
