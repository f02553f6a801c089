#include "retrieval/text/time_value.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace footnote {
namespace {

using Unit = TimeUnit;

TEST(FormatDurationTest, TellsEveryUnit) {
  const struct {
    Unit unit;
    const char* three;
    const char* open;
  } kCases[] = {
      {Unit::kSecond, "PT3S", "PTXS"},   {Unit::kMinute, "PT3M", "PTXM"},
      {Unit::kHour, "PT3H", "PTXH"},     {Unit::kDay, "P3D", "PXD"},
      {Unit::kWeekend, "P3WE", "PXWE"},  {Unit::kWeek, "P3W", "PXW"},
      {Unit::kMonth, "P3M", "PXM"},      {Unit::kQuarter, "P9M", "PXQ"},
      {Unit::kYear, "P3Y", "PXY"},       {Unit::kDecade, "P30Y", "PXDE"},
      {Unit::kCentury, "P300Y", "PXCE"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(FormatDuration(3, c.unit), c.three);
    EXPECT_EQ(FormatDuration(-1, c.unit), c.open);
  }
  EXPECT_EQ(FormatDuration(2'000'000'000, Unit::kCentury), "P200000000000Y");
}

TEST(FormatDurationTest, TellsAHalf) {
  EXPECT_EQ(FormatDurationAndAHalf(2, Unit::kYear), "P2Y6M");
  EXPECT_EQ(FormatDurationAndAHalf(0, Unit::kYear), "P6M");
  EXPECT_EQ(FormatDurationAndAHalf(5, Unit::kHour), "PT5H30M");
  EXPECT_EQ(FormatDurationAndAHalf(0, Unit::kHour), "PT30M");
  EXPECT_EQ(FormatDurationAndAHalf(2, Unit::kDay), "P2.5D");
  EXPECT_EQ(FormatDurationAndAHalf(2, Unit::kMinute), "PT2.5M");
  EXPECT_EQ(FormatDurationAndAHalf(1, Unit::kDecade), "P15Y");
  EXPECT_EQ(FormatDurationAndAHalf(1, Unit::kCentury), "P150Y");
  EXPECT_EQ(FormatDurationAndAHalf(0, Unit::kQuarter), "P1.5M");
  EXPECT_EQ(FormatDurationAndAHalf(1, Unit::kQuarter), "P4.5M");
}

TEST(FormatWrittenDurationTest, TakesDigitsAsTheyAre) {
  EXPECT_EQ(FormatWrittenDuration("1,000", Unit::kDay), "P1000D");
  EXPECT_EQ(FormatWrittenDuration("2.5", Unit::kYear), "P2.5Y");
  EXPECT_EQ(FormatWrittenDuration("90", Unit::kMinute), "PT90M");
  for (const char* number :
       {"", ",", "many", "2 or 3", "１２", "inf", "1e5", "0x10", "-3", " 5 "}) {
    EXPECT_EQ(FormatWrittenDuration(number, Unit::kDay), "") << number;
  }
  for (const Unit unit : {Unit::kQuarter, Unit::kDecade, Unit::kCentury}) {
    EXPECT_EQ(FormatWrittenDuration("2.5", unit), "");
  }
}

TEST(OpenValueTest, LeavesWhatCannotBeTold) {
  EXPECT_EQ(OpenValue(Unit::kHour), "XXXX-XX-XX");
  EXPECT_EQ(OpenValue(Unit::kDay), "XXXX-XX-XX");
  EXPECT_EQ(OpenValue(Unit::kWeek), "XXXX-WXX");
  EXPECT_EQ(OpenValue(Unit::kWeekend), "XXXX-WXX");
  EXPECT_EQ(OpenValue(Unit::kMonth), "XXXX-XX");
  EXPECT_EQ(OpenValue(Unit::kQuarter), "XXXX-QX");
  EXPECT_EQ(OpenValue(Unit::kYear), "XXXX");
  EXPECT_EQ(OpenValue(Unit::kCentury), "XXXX");
}

TEST(DateOfTest, IsADateWithoutAPeriod) {
  const TimeExpression date = DateOf("2024-11", Unit::kMonth);
  EXPECT_EQ(date.value, "2024-11");
  EXPECT_EQ(date.kind, TimeKind::kDate);
  EXPECT_EQ(date.precision, TimePrecision::kMonth);
  EXPECT_FALSE(date.period.has_value());
  EXPECT_EQ(DateOf("", Unit::kSecond).precision, TimePrecision::kInstant);
  EXPECT_EQ(DateOf("", Unit::kWeekend).precision, TimePrecision::kWeek);
  EXPECT_EQ(DateOf("", Unit::kQuarter).precision, TimePrecision::kSeason);
}

TEST(AddPartTest, AddsTheClock) {
  TimeReading reading;
  for (const auto& [minutes, value] :
       {std::pair(0, "2024-11-05T00:00"), std::pair(570, "2024-11-05T09:30"),
        std::pair(1440, "2024-11-05T24:00")}) {
    reading.minutes = minutes;
    reading.part = DayPart::kMorning;  // The clock says more.
    TimeExpression time = DateOf("2024-11-05", Unit::kDay);
    AddPart(reading, time);
    EXPECT_EQ(time.value, value);
    EXPECT_EQ(time.kind, TimeKind::kClockTime);
    EXPECT_EQ(time.precision, TimePrecision::kInstant);
  }
}

TEST(AddPartTest, AddsThePartOfADay) {
  TimeReading reading;
  for (const auto& [part, value] : {std::pair(DayPart::kMorning, "5TMO"),
                                    std::pair(DayPart::kAfternoon, "5TAF"),
                                    std::pair(DayPart::kEvening, "5TEV"),
                                    std::pair(DayPart::kNight, "5TNI")}) {
    reading.part = part;
    TimeExpression time = DateOf("5", Unit::kDay);
    AddPart(reading, time);
    EXPECT_EQ(time.value, value);
    EXPECT_EQ(time.kind, TimeKind::kClockTime);
    EXPECT_EQ(time.precision, TimePrecision::kDay);
  }
}

TEST(AddPartTest, LeavesWhatHasNone) {
  TimeExpression time = DateOf("2024-11", Unit::kMonth);
  TimeReading reading;
  AddPart(reading, time);
  reading.unit = Unit::kMonth;
  reading.minutes = 570;
  AddPart(reading, time);
  EXPECT_EQ(time.value, "2024-11");
  EXPECT_EQ(time.kind, TimeKind::kDate);
}

}  // namespace
}  // namespace footnote
