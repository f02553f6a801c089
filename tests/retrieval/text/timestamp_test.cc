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

}  // namespace
}  // namespace footnote
