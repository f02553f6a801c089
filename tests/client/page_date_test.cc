#include "client/page_date.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace footnote {
namespace {

std::string Read(absl::string_view text) {
  return ReadPageDate(text).value_or("none");
}

TEST(ReadPageDateTest, ReadsDatesWithTheYearFirst) {
  EXPECT_EQ(Read("2025-01-31"), "2025-01-31");
  EXPECT_EQ(Read(" 2025-1-5\n"), "2025-01-05");
  EXPECT_EQ(Read("2025/01/31"), "2025-01-31");
  EXPECT_EQ(Read("2025.1.31"), "2025-01-31");
  EXPECT_EQ(Read("20250131"), "2025-01-31");
  EXPECT_EQ(Read("2025年1月31日"), "2025-01-31");
  EXPECT_EQ(Read("2024-02-29"), "2024-02-29");
}

TEST(ReadPageDateTest, NormalisesTimesWithAZone) {
  EXPECT_EQ(Read("2025-01-31T09:30:00Z"), "2025-01-31T09:30:00Z");
  EXPECT_EQ(Read("2025-01-31t09:30:00z"), "2025-01-31T09:30:00Z");
  EXPECT_EQ(Read("2025-01-31T09:30:00+0900"), "2025-01-31T09:30:00+09:00");
  EXPECT_EQ(Read("2025-01-31T09:30:00.125-05"),
            "2025-01-31T09:30:00.125-05:00");
  EXPECT_EQ(Read("2025-01-31 09:30 +01:00"), "2025-01-31T09:30:00+01:00");
  EXPECT_EQ(Read("2025-01-31 9:30 UTC"), "2025-01-31T09:30:00Z");
  EXPECT_EQ(Read("2025-01-31T23:59:59-11:30"), "2025-01-31T23:59:59-11:30");
}

TEST(ReadPageDateTest, KeepsTheDayOfATimeWithoutAZone) {
  EXPECT_EQ(Read("2025-01-31 09:30"), "2025-01-31");
  EXPECT_EQ(Read("2025-01-31T09:30:00"), "2025-01-31");
  EXPECT_EQ(Read("2025年1月31日 9時30分"), "2025-01-31");
  EXPECT_EQ(Read("January 31, 2025 9:30 AM"), "2025-01-31");
  // IST is that of India, of Israel or of Ireland.
  EXPECT_EQ(Read("January 31, 2025 9:30 IST"), "2025-01-31");
}

TEST(ReadPageDateTest, ReadsEnglish) {
  EXPECT_EQ(Read("Fri, 31 Jan 2025 09:30:00 GMT"), "2025-01-31T09:30:00Z");
  EXPECT_EQ(Read("Fri, 31 Jan 2025 09:30:00 +0900"),
            "2025-01-31T09:30:00+09:00");
  EXPECT_EQ(Read("January 31, 2025"), "2025-01-31");
  EXPECT_EQ(Read("Friday, Jan. 31, 2025"), "2025-01-31");
  EXPECT_EQ(Read("31 January 2025"), "2025-01-31");
  EXPECT_EQ(Read("31st of January"), "none");
  EXPECT_EQ(Read("1st May 2025"), "2025-05-01");
  EXPECT_EQ(Read("Sept. 3, 2024 at 12:05 a.m. EDT"),
            "2024-09-03T00:05:00-04:00");
  EXPECT_EQ(Read("Sep 3, 2024, 12:05pm PST"), "2024-09-03T12:05:00-08:00");
  EXPECT_EQ(Read("Fri Jan 31 2025 09:30:00 GMT+0900 (Japan Standard Time)"),
            "2025-01-31T09:30:00+09:00");
  EXPECT_EQ(Read("Fri Jan 31 09:30:00 UTC 2025"), "2025-01-31T09:30:00Z");
}

TEST(ReadPageDateTest, LeavesOutWhatHasTwoReadingsOrNone) {
  for (const char* text : {"",
                           " ",
                           "1/2/2025",
                           "31.01.2025",
                           "31/01/2025",
                           "January 2025",
                           "2025",
                           "yesterday",
                           "31 January",
                           "20 minutes ago",
                           "2025-01",
                           "Updated on Friday",
                           "January February 3, 2025",
                           "May 3 2025 4",
                           "1738312200",
                           "https://a.example/2025/01/31/",
                           "2025-01-31x",
                           "2025-01-31T",
                           "2025-01-31Tnoon",
                           "2025-01/31",
                           "-2025-01-31",
                           "2025--1-31",
                           "３１ January 2025"}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
  EXPECT_EQ(Read(std::string(100'000, '1')), "none");
}

TEST(ReadPageDateTest, LeavesOutDaysThatDoNotExist) {
  for (const char* text :
       {"2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025-01-32",
        "0001-01-01T00:00:00Z", "February 30, 2025"}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
}

TEST(ReadPageDateTest, KeepsTheDayOfATimeThatDoesNotExist) {
  for (const char* text :
       {"2025-01-31T24:00:00Z", "2025-01-31T09:60:00Z", "2025-01-31T09:30:60Z",
        "January 31, 2025 13:30 pm GMT", "2025-01-31T09:30:00+16:00",
        "2025-01-31T09:30:00+09:60", "31 January 2025 09:30 GMT+16"}) {
    EXPECT_EQ(Read(text), "2025-01-31") << text;
  }
}

TEST(ReadPageDateTest, ReadsShortOffsetsAndLongFractions) {
  EXPECT_EQ(Read("31 January 2025 09:30 GMT+9"), "2025-01-31T09:30:00+09:00");
  EXPECT_EQ(Read("2025-01-31 09:30 UTC+1"), "2025-01-31T09:30:00+01:00");
  EXPECT_EQ(Read("2025-01-31 09:30 UTC-9:30"), "2025-01-31T09:30:00-09:30");
  EXPECT_EQ(Read("2025-01-31 09:30 UTC+1:3"), "none");
  EXPECT_EQ(Read("2025-01-31T09:30:00.123456789Z"),
            "2025-01-31T09:30:00.123456789Z");
  EXPECT_EQ(Read("2025-01-31T09:30:00.1234567891Z"),
            "2025-01-31T09:30:00.123456789Z");
}

}  // namespace
}  // namespace footnote
