#include "retrieval/text/time_resolution.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace footnote {
namespace {

using absl::CivilDay;
using Form = TimeReading::Form;
using Pointer = TimeReading::Pointer;
using Unit = TimeUnit;

const CivilDay kFriday(2025, 2, 7);

TimeReading DayOf(int year, int month, int day) {
  TimeReading reading;
  reading.form = Form::kCalendar;
  reading.year = year;
  reading.month = month;
  reading.day = day;
  reading.unit = day != 0     ? Unit::kDay
                 : month != 0 ? Unit::kMonth
                              : Unit::kYear;
  return reading;
}

TimeReading Shift(Unit unit, int count) {
  TimeReading reading;
  reading.form = Form::kShift;
  reading.unit = unit;
  reading.count = count;
  return reading;
}

TimeReading DayOfWeek(absl::Weekday weekday, Pointer pointer) {
  TimeReading reading;
  reading.form = Form::kWeekday;
  reading.weekday = weekday;
  reading.pointer = pointer;
  return reading;
}

TimeReading DayOfName(Holiday holiday, Pointer pointer) {
  TimeReading reading;
  reading.form = Form::kHoliday;
  reading.holiday = holiday;
  reading.pointer = pointer;
  return reading;
}

// What `reading` comes to in a text that has nothing else.
TimeExpression Resolved(const TimeReading& reading, Tense tense = Tense::kOpen,
                        std::optional<CivilDay> published = kFriday) {
  return TimeResolver(published).Resolve(reading, tense);
}

std::string ValueOf(const TimeReading& reading, Tense tense = Tense::kOpen) {
  return Resolved(reading, tense).value;
}

std::string UndatedValueOf(const TimeReading& reading) {
  const TimeExpression time = Resolved(reading, Tense::kOpen, std::nullopt);
  EXPECT_FALSE(time.period.has_value());
  return time.value;
}

TEST(TimeResolverTest, KeepsWhatIsTold) {
  const TimeExpression day = Resolved(DayOf(2024, 2, 29));
  EXPECT_EQ(day.value, "2024-02-29");
  EXPECT_EQ(day.period,
            DaysBetween(CivilDay(2024, 2, 29), CivilDay(2024, 3, 1)));
  EXPECT_EQ(day.precision, TimePrecision::kDay);
  const TimeExpression month = Resolved(DayOf(2024, 11, 0));
  EXPECT_EQ(month.value, "2024-11");
  EXPECT_EQ(month.period,
            DaysBetween(CivilDay(2024, 11, 1), CivilDay(2024, 12, 1)));
  EXPECT_EQ(ValueOf(DayOf(2031, 0, 0)), "2031");
  EXPECT_EQ(ValueOf(DayOf(2025, 2, 30)), "2025-02");
}

TEST(TimeResolverTest, FindsTheYearThatIsLeftOut) {
  EXPECT_EQ(ValueOf(DayOf(0, 3, 5)), "2025-03-05");
  EXPECT_EQ(ValueOf(DayOf(0, 2, 7)), "2025-02-07");
  EXPECT_EQ(ValueOf(DayOf(0, 11, 5)), "2024-11-05");
  EXPECT_EQ(ValueOf(DayOf(0, 11, 5), Tense::kFuture), "2025-11-05");
  EXPECT_EQ(ValueOf(DayOf(0, 3, 5), Tense::kDone), "2024-03-05");
  EXPECT_EQ(ValueOf(DayOf(0, 4, 0), Tense::kPast), "2024-04");
  TimeReading march = DayOf(0, 3, 5);
  march.pointer = Pointer::kLast;
  EXPECT_EQ(ValueOf(march), "2024-03-05");
  march.pointer = Pointer::kOpen;
  march.year_shift = -2;
  EXPECT_EQ(ValueOf(march), "2023-03-05");
}

TEST(TimeResolverTest, CountsFromTheDayOfPublication) {
  EXPECT_EQ(ValueOf(Shift(Unit::kDay, -1)), "2025-02-06");
  EXPECT_EQ(ValueOf(Shift(Unit::kWeek, 0)), "2025-W06");
  EXPECT_EQ(ValueOf(Shift(Unit::kMonth, 1)), "2025-03");
  EXPECT_EQ(ValueOf(Shift(Unit::kYear, -1)), "2024");
  EXPECT_EQ(ValueOf(Shift(Unit::kDecade, 0)), "202");
}

TEST(TimeResolverTest, FindsDaysOfTheWeek) {
  constexpr absl::Weekday kMonday = absl::Weekday::monday;
  constexpr absl::Weekday kSameDay = absl::Weekday::friday;
  EXPECT_EQ(ValueOf(DayOfWeek(kMonday, Pointer::kOpen)), "2025-02-03");
  EXPECT_EQ(ValueOf(DayOfWeek(kMonday, Pointer::kOpen), Tense::kFuture),
            "2025-02-10");
  EXPECT_EQ(ValueOf(DayOfWeek(kSameDay, Pointer::kOpen)), "2025-02-07");
  EXPECT_EQ(ValueOf(DayOfWeek(kSameDay, Pointer::kLast)), "2025-01-31");
  EXPECT_EQ(ValueOf(DayOfWeek(kSameDay, Pointer::kNext)), "2025-02-14");
  EXPECT_EQ(ValueOf(DayOfWeek(kSameDay, Pointer::kThis)), "2025-02-07");
}

TEST(TimeResolverTest, FindsHolidays) {
  EXPECT_EQ(ValueOf(DayOfName(Holiday::kChristmas, Pointer::kLast)),
            "2024-12-25");
  EXPECT_EQ(ValueOf(DayOfName(Holiday::kChristmas, Pointer::kNext)),
            "2025-12-25");
  TimeReading easter = DayOfName(Holiday::kEaster, Pointer::kOpen);
  easter.year = 2024;
  EXPECT_EQ(ValueOf(easter), "2024-03-31");
  easter.offset_days = 2;
  EXPECT_EQ(ValueOf(easter), "2024-04-02");
  TimeReading inauguration =
      DayOfName(Holiday::kInaugurationDay, Pointer::kOpen);
  inauguration.year = 2023;
  EXPECT_EQ(ValueOf(inauguration), "2023");
}

TEST(TimeResolverTest, FindsSeasonsAndQuarters) {
  TimeReading season = DayOf(2024, 0, 0);
  season.season = Season::kAutumn;
  EXPECT_EQ(ValueOf(season), "2024-FA");
  TimeReading quarter = DayOf(2024, 0, 0);
  quarter.unit = Unit::kQuarter;
  quarter.quarter = 3;
  EXPECT_EQ(ValueOf(quarter), "2024-Q3");
  EXPECT_TRUE(Resolved(quarter).period.has_value());
  quarter.fiscal = true;
  EXPECT_FALSE(Resolved(quarter).period.has_value());
  quarter.half = 1;
  EXPECT_EQ(ValueOf(quarter), "2024-H1");
}

TEST(TimeResolverTest, LeavesOpenWhatHasNoDayToCountFrom) {
  EXPECT_EQ(UndatedValueOf(DayOf(0, 3, 5)), "XXXX-03-05");
  EXPECT_EQ(UndatedValueOf(DayOf(0, 3, 0)), "XXXX-03");
  EXPECT_EQ(UndatedValueOf(Shift(Unit::kDay, -1)), "PAST_REF");
  EXPECT_EQ(UndatedValueOf(Shift(Unit::kYear, 1)), "FUTURE_REF");
  EXPECT_EQ(UndatedValueOf(Shift(Unit::kWeek, 0)), "PRESENT_REF");
  EXPECT_EQ(UndatedValueOf(DayOfWeek(absl::Weekday::sunday, Pointer::kOpen)),
            "XXXX-WXX-7");
  EXPECT_EQ(UndatedValueOf(DayOfName(Holiday::kEaster, Pointer::kOpen)),
            "XXXX-XX-XX");
}

TEST(TimeResolverTest, CountsFromWhatWasNamedLast) {
  TimeResolver resolver(kFriday);
  TimeReading next_day = Shift(Unit::kDay, 1);
  next_day.anchor = TimeReading::Anchor::kNamed;
  EXPECT_EQ(resolver.Resolve(next_day, Tense::kPast).value, "XXXX-XX-XX");
  resolver.Resolve(DayOf(2024, 2, 28), Tense::kPast);
  EXPECT_EQ(resolver.Resolve(next_day, Tense::kPast).value, "2024-02-29");
  EXPECT_EQ(resolver.Resolve(next_day, Tense::kPast).value, "2024-03-01");
  resolver.Resolve(DayOf(2024, 0, 0), Tense::kPast);
  EXPECT_EQ(resolver.Resolve(next_day, Tense::kPast).value, "XXXX-XX-XX");
}

TEST(TimeResolverTest, KeepsFixedValues) {
  TimeReading reading;
  reading.kind = TimeKind::kDuration;
  reading.unit = Unit::kYear;
  reading.value = "P3Y";
  const TimeExpression time = Resolved(reading);
  EXPECT_EQ(time.value, "P3Y");
  EXPECT_EQ(time.kind, TimeKind::kDuration);
  EXPECT_EQ(time.precision, TimePrecision::kYear);
  EXPECT_FALSE(time.period.has_value());
}

// Years that ISO 8601 has no room for.
TEST(TimeResolverTest, NamesNoYearOutOfRange) {
  for (const int count : {-3'000, 9'000, -1'000'000, 1'000'000}) {
    const TimeExpression time = Resolved(Shift(Unit::kYear, count));
    EXPECT_EQ(time.value, "PAST_REF") << count;
    EXPECT_FALSE(time.period.has_value()) << count;
  }
}

}  // namespace
}  // namespace footnote
