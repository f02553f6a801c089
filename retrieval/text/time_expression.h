// Finds the times that a text speaks of: dates, times of day, durations and
// recurrences, in English.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_EXPRESSION_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_EXPRESSION_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/timestamp.h"

namespace footnote {

// In what steps a time is known; of a duration or a recurrence, the unit it is
// told in.
enum class TimePrecision {
  kInstant,  // A time of the clock: "9:30 a.m.".
  kDay,      // Also a part of one: "Friday night".
  kWeek,     // Also a weekend.
  kMonth,
  kSeason,  // A quarter, a season, half a year.
  kYear,
  kDecade,
  kCentury,
};

// What an expression of time names, as ISO-TimeML has it (TIMEX3's type).
enum class TimeKind {
  kDate,       // A day or something longer; also "now" and "recently".
  kClockTime,  // A part of a day.
  kDuration,   // How long: "for two days", "a three-hour flight".
  kRecurring,  // How often: "every Monday", "daily".
};

// How a sentence is bound to the time.
enum class TimeBound {
  kWithin,  // "in 2030", or nothing that says otherwise.
  kBy,      // "by 2030", "until Friday": not later than its end.
  kSince,   // "since 2019", "from Monday on": from its begin on.
  kBefore,  // "before Friday".
  kAfter,   // "after 2019".
};

// A time that a text speaks of.
struct TimeExpression {
  // Its words ("February 7, 2025"), without the preposition.
  ByteRange range;

  TimeKind kind = TimeKind::kDate;

  // The time in ISO 8601 as TIMEX3 writes it (ISO 24617-1, annex A).
  // - A date: "2025-02-07", "2024-11", "2025-W05", "2025-W05-WE" (a weekend),
  //   "2024-Q3", "2024-H1", "2024-FA" (SP, SU, FA, WI), "2030", "198" (a
  //   decade), "19" (the 20th century).
  // - A part of a day: "2025-02-07TNI" (MO, AF, EV, NI),
  //   "2025-02-07T09:30", of the clock that the text goes by.
  // - How long or how often: "P2D", "PT3H", "P9M"; X for a number that is left
  //   open ("PXY": "several years"); "XXXX-WXX-1" for every Monday.
  // - "PRESENT_REF", "PAST_REF", "FUTURE_REF": now, recently, in the future.
  // What can't be told is X: "XXXX-03-05" without a day of publication.
  std::string value;

  // The days that the expression itself names, in UTC; for a part of a day that
  // day, as texts leave the time zone open. Nothing for durations, recurrences,
  // fiscal periods (they differ), vague times and what can't be told.
  std::optional<TimePeriod> period;

  TimePrecision precision = TimePrecision::kDay;
  TimeBound bound = TimeBound::kWithin;

  // For an end of a range, the range: "2019/2022" for both the "2019" and the
  // "2022" of "from 2019 to 2022", two expressions that follow each other.
  // Empty for every other.
  std::string interval;
};

// Returns the expressions of time in `text`, a document or a part of it, in
// order of place; they do not overlap. `published` is the day it appeared:
// "on Friday", "last year", "March 5" and "two days after Election Day" are
// read from there, and without it have no period. Linear in the size of `text`,
// which may hold any bytes but fewer than 2^32. Thread-safe.
std::vector<TimeExpression> FindTimeExpressions(
    absl::string_view text, std::optional<absl::CivilDay> published);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_EXPRESSION_H_
