#include "retrieval/text/calendar.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

using absl::CivilDay;

TEST(FormatUnitTest, WritesEachUnit) {
  const CivilDay day(2024, 11, 16);  // A Saturday.
  const struct {
    TimeUnit unit;
    const char* value;
  } kCases[] = {
      {TimeUnit::kDay, "2024-11-16"},  {TimeUnit::kWeek, "2024-W46"},
      {TimeUnit::kMonth, "2024-11"},   {TimeUnit::kWeekend, "2024-W46-WE"},
      {TimeUnit::kQuarter, "2024-Q4"}, {TimeUnit::kYear, "2024"},
      {TimeUnit::kDecade, "202"},      {TimeUnit::kCentury, "20"}};
  for (const auto& c : kCases) {
    EXPECT_EQ(FormatUnit(c.unit, BeginOf(c.unit, day)), c.value);
  }
}

TEST(FormatUnitTest, CountsWeeksAsIso8601Does) {
  const struct {
    CivilDay day;
    const char* week;
  } kCases[] = {{CivilDay(2021, 1, 3), "2020-W53"},
                {CivilDay(2021, 1, 4), "2021-W01"},
                {CivilDay(2024, 12, 29), "2024-W52"},
                {CivilDay(2024, 12, 30), "2025-W01"},
                {CivilDay(1998, 5, 7), "1998-W19"}};
  for (const auto& c : kCases) {
    EXPECT_EQ(FormatUnit(TimeUnit::kWeek, BeginOf(TimeUnit::kWeek, c.day)),
              c.week);
  }
}

TEST(AddUnitsTest, CountsFromTheFirstDay) {
  const CivilDay day(2024, 1, 31);
  EXPECT_EQ(AddUnits(day, TimeUnit::kDay, 1), CivilDay(2024, 2, 1));
  EXPECT_EQ(AddUnits(day, TimeUnit::kWeek, -1), CivilDay(2024, 1, 22));
  EXPECT_EQ(AddUnits(day, TimeUnit::kMonth, 1), CivilDay(2024, 2, 1));
  EXPECT_EQ(AddUnits(day, TimeUnit::kQuarter, -1), CivilDay(2023, 10, 1));
  EXPECT_EQ(AddUnits(day, TimeUnit::kYear, 1), CivilDay(2025, 1, 1));
  EXPECT_EQ(AddUnits(day, TimeUnit::kDecade, -1), CivilDay(2010, 1, 1));
  EXPECT_EQ(AddUnits(day, TimeUnit::kCentury, 1), CivilDay(2100, 1, 1));
}

TEST(HolidayInTest, KnowsTheDay) {
  const struct {
    Holiday holiday;
    CivilDay day;
  } kCases[] = {{Holiday::kEaster, CivilDay(2024, 3, 31)},
                {Holiday::kEaster, CivilDay(2025, 4, 20)},
                {Holiday::kEaster, CivilDay(2038, 4, 25)},
                {Holiday::kGoodFriday, CivilDay(2025, 4, 18)},
                {Holiday::kKingDay, CivilDay(2025, 1, 20)},
                {Holiday::kPresidentsDay, CivilDay(2025, 2, 17)},
                {Holiday::kMemorialDay, CivilDay(2025, 5, 26)},
                {Holiday::kLaborDay, CivilDay(2025, 9, 1)},
                {Holiday::kColumbusDay, CivilDay(2025, 10, 13)},
                {Holiday::kElectionDay, CivilDay(2022, 11, 8)},
                {Holiday::kElectionDay, CivilDay(2024, 11, 5)},
                {Holiday::kThanksgiving, CivilDay(2024, 11, 28)},
                {Holiday::kInaugurationDay, CivilDay(2025, 1, 20)},
                {Holiday::kChristmasEve, CivilDay(2025, 12, 24)}};
  for (const auto& c : kCases) {
    EXPECT_EQ(HolidayIn(c.day.year(), c.holiday), c.day);
  }
}

TEST(HolidayInTest, KnowsYearsWithout) {
  EXPECT_EQ(HolidayIn(2023, Holiday::kElectionDay), std::nullopt);
  EXPECT_EQ(HolidayIn(2024, Holiday::kInaugurationDay), std::nullopt);
}

}  // namespace
}  // namespace footnote
