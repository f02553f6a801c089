// The calendar: units of time, weeks, holidays.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_CALENDAR_H_
#define FOOTNOTE_RETRIEVAL_TEXT_CALENDAR_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "retrieval/text/timestamp.h"

namespace footnote {

// Steps of time, from the shortest to the longest.
enum class TimeUnit {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
};

// The seasons of the northern hemisphere.
enum class Season { kSpring, kSummer, kAutumn, kWinter };

// Days with a name of their own. Those of a nation are the United States'.
enum class Holiday {
  kNewYearsDay,
  kKingDay,
  kInaugurationDay,  // Every fourth year.
  kValentinesDay,
  kPresidentsDay,
  kSaintPatricksDay,
  kGoodFriday,
  kEaster,
  kEasterMonday,
  kMayDay,
  kMemorialDay,
  kJuneteenth,
  kIndependenceDay,
  kLaborDay,
  kColumbusDay,
  kHalloween,
  kElectionDay,  // Of even years.
  kVeteransDay,
  kThanksgiving,
  kChristmasEve,
  kChristmas,
  kBoxingDay,
  kNewYearsEve,
};

// Returns the first day of the `unit` that holds `day`; of a weekend, the
// Saturday of the week. A week begins on Monday (ISO 8601), a decade with the
// year that ends in 0, a century with the one that ends in 00. Units shorter
// than a day give `day`.
absl::CivilDay BeginOf(TimeUnit unit, absl::CivilDay day);

// Returns the day `count` units after the first day of the `unit` that holds
// `day`.
absl::CivilDay AddUnits(absl::CivilDay day, TimeUnit unit, int count);

// Returns the `unit` that begins at `begin` as ISO 8601 has it, extended as
// TIMEX3 does: "2025-02-07", "2025-W05", "2025-W05-WE", "2025-02", "2025-Q1",
// "2025", "202", "20".
//
// REQUIRES: begin is the first day of a unit, in one of the years 1 to 9999.
std::string FormatUnit(TimeUnit unit, absl::CivilDay begin);

// Returns the days from `begin` up to, but not including, `end`, in UTC.
TimePeriod DaysBetween(absl::CivilDay begin, absl::CivilDay end);

// Returns the first day of `season` that begins in `year`: March, June,
// September or December 1.
absl::CivilDay BeginOfSeason(Season season, absl::civil_year_t year);

// Returns the two letters of TIMEX3 for `season`: "SP", "SU", "FA", "WI".
absl::string_view SeasonCode(Season season);

// Returns the day of `holiday` in `year`, or nothing in a year without it.
std::optional<absl::CivilDay> HolidayIn(absl::civil_year_t year,
                                        Holiday holiday);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_CALENDAR_H_
