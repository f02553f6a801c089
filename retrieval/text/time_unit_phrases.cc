#include <cstddef>

#include "retrieval/text/time_parser.h"

namespace footnote {
namespace {

using Form = TimeReading::Form;
using Anchor = TimeReading::Anchor;

}  // namespace

// "the quarter", "the week of March 6", "the year 2000", "the weekend".
size_t TimeParser::DefiniteUnit(size_t i, TimeReading* reading) {
  if (i == begin_) return 0;
  const TimeUnit unit = UnitAt(i);
  if (unit == TimeUnit::kYear && IsYear(i + 1)) {
    reading->form = Form::kCalendar;
    reading->unit = TimeUnit::kYear;
    reading->year = ValueAt(i + 1);
    return i + 2;
  }
  if (unit == TimeUnit::kYear && IsText(i + 1, "two") &&
      IsText(i + 2, "thousand")) {
    reading->form = Form::kCalendar;
    reading->unit = TimeUnit::kYear;
    reading->year = 2000;
    return i + 3;
  }
  if ((unit == TimeUnit::kWeek || unit == TimeUnit::kWeekend) &&
      WordAt(i + 1) == TimeWord::kOf) {
    const size_t end = Date(i + 2, reading);
    if (end != 0 && reading->day != 0) {
      reading->unit = unit;
      return end;
    }
    *reading = TimeReading();
  }
  if (unit < TimeUnit::kDay || unit > TimeUnit::kYear) return 0;
  reading->form = Form::kShift;
  reading->unit = unit;
  reading->anchor = Anchor::kNamed;
  const TimeWord before = WordBefore(begin_);
  const TimeWord after = WordAt(i + 1);
  switch (unit) {
    case TimeUnit::kDay: {
      // "the day before Christmas"; "later in the day"; "the day" is any.
      if (after == TimeWord::kBefore || after == TimeWord::kAfter) {
        return AfterUnits(i + 1, unit, {.count = 1}, reading);
      }
      const bool told = before == TimeWord::kIn || before == TimeWord::kOf;
      return told && after != TimeWord::kOther ? i + 1 : 0;
    }
    case TimeUnit::kYear:
      // The year of an account may end in any month.
      if (after == TimeWord::kWas || IsText(i + 1, "ending")) {
        reading->form = Form::kCalendar;
        reading->year_shift = 0;
        reading->fiscal = true;
        return i + 1;
      }
      reading->anchor = Anchor::kPublished;
      break;
    case TimeUnit::kWeekend:
      reading->anchor = Anchor::kPublished;
      break;
    default:
      break;
  }
  // "the month-long strike", "the week after"
  if (after == TimeWord::kDash) return 0;
  const bool placed = IsOneOf(before, TimeWord::kIn, TimeWord::kFor,
                              TimeWord::kOf, TimeWord::kBy, TimeWord::kThrough,
                              TimeWord::kNoYear, TimeWord::kSince) ||
                      unit == TimeUnit::kQuarter ||
                      unit == TimeUnit::kWeekend ||
                      after == TimeWord::kPossessive;
  return placed ? i + 1 : 0;
}

// "the full year"
size_t TimeParser::FullYear(size_t i, TimeReading* reading) {
  const bool year = definite_ && IsUnit(i + 1, TimeUnit::kYear);
  return year ? DefiniteUnit(i + 1, reading) : 0;
}

// "year-earlier", "the year-ago quarter", "year-end".
size_t TimeParser::YearPair(size_t i, TimeReading* reading) {
  if (!IsUnit(i, TimeUnit::kYear)) return 0;
  size_t at = i + 1;
  const bool dash = WordAt(at) == TimeWord::kDash;
  if (dash) ++at;
  if (IsText(at, "end")) {
    reading->form = Form::kCalendar;
    reading->month = 12;
    reading->day = 31;
    return at + 1;
  }
  const bool ago =
      WordAt(at) == TimeWord::kAgo || WordAt(at) == TimeWord::kEarlier;
  if (!ago || !dash) return 0;
  ++at;
  reading->form = Form::kShift;
  reading->unit = TimeUnit::kYear;
  reading->count = -1;
  const bool quarter =
      IsUnit(at, TimeUnit::kQuarter) || WordAt(at) == TimeWord::kPeriod;
  return quarter ? at + 1 : at;
}

}  // namespace footnote
