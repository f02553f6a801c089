#include "retrieval/text/calendar.h"

#include <cstddef>

#include "absl/strings/str_format.h"
#include "absl/time/time.h"

namespace footnote {
namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfQuarter = 3;
constexpr int kSaturdayOfWeek = 5;  // Days after Monday.

// Returns the `nth` (1 is the first) `weekday` of a month.
absl::CivilDay NthWeekday(absl::civil_year_t year, int month,
                          absl::Weekday weekday, int nth) {
  const absl::CivilDay before(year, month, 0);
  return absl::NextWeekday(before, weekday) + kDaysOfWeek * (nth - 1);
}

// Returns Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical
// Algorithms, chapter 8).
absl::CivilDay Easter(absl::civil_year_t year) {
  const auto a = year % 19;
  const auto b = year / 100;
  const auto c = year % 100;
  const auto f = (b + 8) / 25;
  const auto g = (b - f + 1) / 3;
  const auto h = (19 * a + b - b / 4 - g + 15) % 30;
  const auto l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const auto m = (a + 11 * h + 22 * l) / 451;
  const auto n = h + l - 7 * m + 114;
  return absl::CivilDay(year, n / 31, n % 31 + 1);
}

// Returns the first year of the `length` years that hold `year`.
absl::civil_year_t RoundDown(absl::civil_year_t year, int length) {
  const absl::civil_year_t rest = year % length;
  return rest < 0 ? year - rest - length : year - rest;
}

}  // namespace

absl::CivilDay BeginOf(TimeUnit unit, absl::CivilDay day) {
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
    case TimeUnit::kDay:
      return day;
    case TimeUnit::kWeekend:
      return absl::PrevWeekday(day + 1, absl::Weekday::monday) +
             kSaturdayOfWeek;
    case TimeUnit::kWeek:
      return absl::PrevWeekday(day + 1, absl::Weekday::monday);
    case TimeUnit::kMonth:
      return absl::CivilDay(absl::CivilMonth(day));
    case TimeUnit::kQuarter:
      return absl::CivilDay(absl::CivilMonth(day) -
                            (day.month() - 1) % kMonthsOfQuarter);
    case TimeUnit::kYear:
      return absl::CivilDay(absl::CivilYear(day));
    case TimeUnit::kDecade:
      return absl::CivilDay(RoundDown(day.year(), 10));
    case TimeUnit::kCentury:
      return absl::CivilDay(RoundDown(day.year(), 100));
  }
  return day;
}

absl::CivilDay AddUnits(absl::CivilDay day, TimeUnit unit, int count) {
  const absl::CivilDay begin = BeginOf(unit, day);
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return begin;
    case TimeUnit::kDay:
      return begin + count;
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return begin + absl::civil_diff_t{kDaysOfWeek} * count;
    case TimeUnit::kMonth:
      return absl::CivilDay(absl::CivilMonth(begin) + count);
    case TimeUnit::kQuarter:
      return absl::CivilDay(absl::CivilMonth(begin) +
                            absl::civil_diff_t{kMonthsOfQuarter} * count);
    case TimeUnit::kYear:
      return absl::CivilDay(absl::CivilYear(begin) + count);
    case TimeUnit::kDecade:
      return absl::CivilDay(absl::CivilYear(begin) +
                            absl::civil_diff_t{10} * count);
    case TimeUnit::kCentury:
      return absl::CivilDay(absl::CivilYear(begin) +
                            absl::civil_diff_t{100} * count);
  }
  return begin;
}

std::string FormatUnit(TimeUnit unit, absl::CivilDay begin) {
  const absl::civil_year_t year = begin.year();
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
    case TimeUnit::kDay:
      return absl::StrFormat("%04d-%02d-%02d", year, begin.month(),
                             begin.day());
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek: {
      // A week belongs to the year of its Thursday.
      const absl::CivilDay thursday = BeginOf(TimeUnit::kWeek, begin) + 3;
      return absl::StrFormat("%04d-W%02d%s", thursday.year(),
                             (absl::GetYearDay(thursday) - 1) / kDaysOfWeek + 1,
                             unit == TimeUnit::kWeekend ? "-WE" : "");
    }
    case TimeUnit::kMonth:
      return absl::StrFormat("%04d-%02d", year, begin.month());
    case TimeUnit::kQuarter:
      return absl::StrFormat("%04d-Q%d", year,
                             (begin.month() - 1) / kMonthsOfQuarter + 1);
    case TimeUnit::kYear:
      return absl::StrFormat("%04d", year);
    case TimeUnit::kDecade:
      return absl::StrFormat("%03d", year / 10);
    case TimeUnit::kCentury:
      return absl::StrFormat("%02d", year / 100);
  }
  return "";
}

TimePeriod DaysBetween(absl::CivilDay begin, absl::CivilDay end) {
  const absl::TimeZone utc = absl::UTCTimeZone();
  return {absl::FromCivil(begin, utc), absl::FromCivil(end, utc)};
}

absl::CivilDay BeginOfSeason(Season season, absl::civil_year_t year) {
  return absl::CivilDay(year, 3 + 3 * static_cast<int>(season), 1);
}

absl::string_view SeasonCode(Season season) {
  static constexpr absl::string_view kCodes[] = {"SP", "SU", "FA", "WI"};
  return kCodes[static_cast<size_t>(season)];
}

std::optional<absl::CivilDay> HolidayIn(absl::civil_year_t year,
                                        Holiday holiday) {
  using absl::CivilDay;
  using absl::Weekday;
  switch (holiday) {
    case Holiday::kNewYearsDay:
      return CivilDay(year, 1, 1);
    case Holiday::kKingDay:
      return NthWeekday(year, 1, Weekday::monday, 3);
    case Holiday::kInaugurationDay:
      if (year % 4 != 1) return std::nullopt;
      return CivilDay(year, 1, 20);
    case Holiday::kValentinesDay:
      return CivilDay(year, 2, 14);
    case Holiday::kPresidentsDay:
      return NthWeekday(year, 2, Weekday::monday, 3);
    case Holiday::kSaintPatricksDay:
      return CivilDay(year, 3, 17);
    case Holiday::kGoodFriday:
      return Easter(year) - 2;
    case Holiday::kEaster:
      return Easter(year);
    case Holiday::kEasterMonday:
      return Easter(year) + 1;
    case Holiday::kMayDay:
      return CivilDay(year, 5, 1);
    case Holiday::kMemorialDay:
      return absl::PrevWeekday(CivilDay(year, 6, 1), Weekday::monday);
    case Holiday::kJuneteenth:
      return CivilDay(year, 6, 19);
    case Holiday::kIndependenceDay:
      return CivilDay(year, 7, 4);
    case Holiday::kLaborDay:
      return NthWeekday(year, 9, Weekday::monday, 1);
    case Holiday::kColumbusDay:
      return NthWeekday(year, 10, Weekday::monday, 2);
    case Holiday::kHalloween:
      return CivilDay(year, 10, 31);
    case Holiday::kElectionDay:
      // The Tuesday after the first Monday (2 U.S.C. 7).
      if (year % 2 != 0) return std::nullopt;
      return NthWeekday(year, 11, Weekday::monday, 1) + 1;
    case Holiday::kVeteransDay:
      return CivilDay(year, 11, 11);
    case Holiday::kThanksgiving:
      return NthWeekday(year, 11, Weekday::thursday, 4);
    case Holiday::kChristmasEve:
      return CivilDay(year, 12, 24);
    case Holiday::kChristmas:
      return CivilDay(year, 12, 25);
    case Holiday::kBoxingDay:
      return CivilDay(year, 12, 26);
    case Holiday::kNewYearsEve:
      return CivilDay(year, 12, 31);
  }
  return std::nullopt;
}

}  // namespace footnote
