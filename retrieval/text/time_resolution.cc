#include "retrieval/text/time_resolution.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "retrieval/text/time_value.h"

namespace footnote {
namespace {

using absl::CivilDay;
using Form = TimeReading::Form;
using Which = TimeReading::Pointer;
using Anchor = TimeReading::Anchor;

constexpr absl::civil_year_t kFirstYear = 1;
constexpr absl::civil_year_t kLastYear = 9999;

bool IsWritable(CivilDay day) {
  return day.year() >= kFirstYear && day.year() <= kLastYear;
}

// Returns which of two neighbours that recur yearly is meant by a text of
// `published`. News leaves the year out within some months, fewer of those to
// come than of those gone; a verb widens its side.
CivilDay Nearest(CivilDay published, CivilDay last, CivilDay next, Tense tense,
                 const TimeReading& reading) {
  const Which pointer = reading.pointer;
  constexpr int kAhead = 120;      // Days to come without a verb.
  constexpr int kAheadPast = 100;  // "set March 5 as the day"
  constexpr int kAheadMonthPast = 45;
  constexpr int kAheadFuture = 330;
  if (pointer == Which::kLast) return last;
  if (pointer == Which::kNext) return next;
  if (pointer == Which::kThis) {
    return last.year() == published.year() ? last : next;
  }
  const int told =
      reading.unit == TimeUnit::kMonth ? kAheadMonthPast : kAheadPast;
  const int ahead = tense == Tense::kFuture ? kAheadFuture
                    : tense == Tense::kPast ? told
                    : tense == Tense::kDone ? 0
                                            : kAhead;
  return next - published <= ahead ? next : last;
}

}  // namespace

TimeExpression TimeResolver::Resolve(const TimeReading& reading, Tense tense) {
  switch (reading.form) {
    case Form::kCalendar:
      return ResolveCalendar(reading, tense);
    case Form::kShift:
      return ResolveShift(reading, tense);
    case Form::kWeekday:
      return ResolveWeekday(reading, tense);
    case Form::kHoliday:
      return ResolveHoliday(reading, tense);
    case Form::kFixed:
      break;
  }
  TimeExpression expression = DateOf(reading.value, reading.unit);
  expression.kind = reading.kind;
  // "for the nine months": what figures are compared with from here on is no
  // quarter.
  if (reading.kind == TimeKind::kDuration && reading.unit == TimeUnit::kMonth) {
    quarter_.reset();
  }
  return expression;
}

// Returns the expression that names `stretch`, and remembers it.
TimeExpression TimeResolver::Name(const TimeReading& reading, Stretch stretch) {
  const CivilDay begin =
      BeginOf(stretch.unit, stretch.begin) +
      (stretch.unit == TimeUnit::kDay ? reading.offset_days : 0);
  if (!IsWritable(begin)) return DateOf("PAST_REF", stretch.unit);
  TimeExpression expression =
      DateOf(FormatUnit(stretch.unit, begin), stretch.unit);
  constexpr int kWeekendDays = 2;
  const CivilDay end = stretch.unit == TimeUnit::kWeekend
                           ? begin + kWeekendDays
                           : AddUnits(begin, stretch.unit, 1);
  if (!reading.fiscal) expression.period = DaysBetween(begin, end);
  named_ = Stretch{begin, stretch.unit};
  // "the 1988 quarter" is what the one that was named is compared with.
  const bool compared = reading.form == Form::kCalendar && reading.quarter == 0;
  if (stretch.unit == TimeUnit::kQuarter && !compared) quarter_ = begin;
  if (stretch.unit == TimeUnit::kYear && reading.fiscal) quarter_.reset();
  AddPart(reading, expression);
  return expression;
}

std::optional<absl::civil_year_t> TimeResolver::YearOf(
    const TimeReading& reading) const {
  if (reading.year != 0) return reading.year;
  if (reading.year_shift.has_value() && published_.has_value()) {
    return published_->year() + *reading.year_shift;
  }
  return std::nullopt;
}

TimeExpression TimeResolver::ResolveCalendar(const TimeReading& reading,
                                             Tense tense) {
  if (reading.season.has_value()) return Season(reading, tense);
  if (reading.unit == TimeUnit::kQuarter) return Quarter(reading);
  const std::optional<absl::civil_year_t> year = YearOf(reading);
  if (reading.month == 0) {
    if (!year.has_value()) return DateOf("XXXX", reading.unit);
    return Name(reading, {CivilDay(*year), reading.unit});
  }
  const int day = reading.day == 0 ? 1 : reading.day;
  if (year.has_value()) {
    const CivilDay begin(*year, reading.month, day);
    if (begin.month() != reading.month) {  // February 30.
      return DateOf(absl::StrFormat("%04d-%02d", *year, reading.month),
                    TimeUnit::kMonth);
    }
    return Name(reading, {begin, reading.unit});
  }
  if (!published_.has_value()) {
    std::string value = absl::StrFormat("XXXX-%02d", reading.month);
    if (reading.day != 0) absl::StrAppendFormat(&value, "-%02d", day);
    TimeExpression expression = DateOf(std::move(value), reading.unit);
    AddPart(reading, expression);
    return expression;
  }
  const CivilDay now = BeginOf(reading.unit, *published_);
  CivilDay last(now.year(), reading.month, day);
  if (last > now || (last == now && reading.pointer == Which::kLast)) {
    last = CivilDay(now.year() - 1, reading.month, day);
  }
  const CivilDay next(last.year() + 1, reading.month, day);
  const CivilDay chosen = last == now && reading.pointer == Which::kOpen
                              ? last
                              : Nearest(now, last, next, tense, reading);
  if (chosen.month() != reading.month) {
    return DateOf(absl::StrFormat("XXXX-%02d-%02d", reading.month, day),
                  reading.unit);
  }
  return Name(reading, {chosen, reading.unit});
}

TimeExpression TimeResolver::ResolveShift(const TimeReading& reading,
                                          Tense tense) {
  const bool from_named = reading.anchor == Anchor::kNamed;
  // "A year earlier" is told of the quarter whose figures are given.
  if (reading.unit == TimeUnit::kYear && quarter_.has_value() &&
      reading.count == -1 && reading.pointer == Which::kOpen) {
    return DateOf(FormatUnit(TimeUnit::kQuarter,
                             AddUnits(*quarter_, TimeUnit::kQuarter, -4)),
                  TimeUnit::kQuarter);
  }
  if (reading.unit == TimeUnit::kQuarter && from_named && reading.count == 0) {
    std::optional<CivilDay> quarter = quarter_;
    const bool running =
        reading.pointer == Which::kLast && quarter.has_value() &&
        published_.has_value() &&
        AddUnits(*quarter, TimeUnit::kQuarter, 1) > *published_;
    if ((!quarter.has_value() || running) && published_.has_value()) {
      quarter = AddUnits(*published_, TimeUnit::kQuarter, -1);
    }
    if (!quarter.has_value()) return DateOf("P3M", reading.unit);
    return Name(reading, {*quarter, TimeUnit::kQuarter});
  }
  std::optional<CivilDay> anchor = published_;
  if (from_named) {
    // "The next day" is told of a day; figures "a year earlier" may be told of
    // nothing but those of today.
    const bool fine = named_.has_value() && named_->unit <= reading.unit;
    const bool today = !named_.has_value() &&
                       (reading.count == 0 || reading.unit >= TimeUnit::kMonth);
    if (fine) anchor = named_->begin;
    if (!fine && !today) anchor.reset();
  }
  if (!anchor.has_value() && from_named) {
    TimeExpression expression = DateOf(OpenValue(reading.unit), reading.unit);
    AddPart(reading, expression);
    return expression;
  }
  if (!anchor.has_value()) {
    TimeExpression expression = DateOf(reading.count < 0   ? "PAST_REF"
                                       : reading.count > 0 ? "FUTURE_REF"
                                                           : "PRESENT_REF",
                                       reading.unit);
    return expression;
  }
  int count = reading.count;
  if (reading.unit == TimeUnit::kWeekend) {
    // Behind us or ahead, as the verb has it; on its days, this one.
    const CivilDay weekend = BeginOf(TimeUnit::kWeekend, *anchor);
    if (*anchor < weekend) {
      const bool ahead = reading.pointer == Which::kNext ||
                         (reading.pointer == Which::kThis && !IsPast(tense)) ||
                         tense == Tense::kFuture;
      count = reading.pointer == Which::kLast ? -1 : ahead ? 0 : -1;
      if (reading.pointer == Which::kNext) count = 1;
    }
  }
  CivilDay begin = AddUnits(*anchor, reading.unit, count);
  return Name(reading, {begin, reading.unit});
}

TimeExpression TimeResolver::ResolveWeekday(const TimeReading& reading,
                                            Tense tense) {
  std::optional<CivilDay> anchor = published_;
  const bool from_named =
      reading.anchor == Anchor::kNamed && named_.has_value();
  if (from_named) anchor = named_->begin;
  if (!anchor.has_value()) {
    return DateOf(
        absl::StrCat("XXXX-WXX-", static_cast<int>(reading.weekday) + 1),
        TimeUnit::kDay);
  }
  const CivilDay before = absl::PrevWeekday(*anchor, reading.weekday);
  const CivilDay after = absl::NextWeekday(*anchor, reading.weekday);
  CivilDay day = before;
  switch (reading.pointer) {
    case Which::kLast:
      break;
    case Which::kNext:
      day = after;
      break;
    case Which::kThis:
      day = IsPast(tense) ? absl::PrevWeekday(*anchor + 1, reading.weekday)
                          : absl::NextWeekday(*anchor - 1, reading.weekday);
      break;
    case Which::kOpen:
      day = tense == Tense::kFuture
                ? absl::NextWeekday(*anchor - 1, reading.weekday)
                : absl::PrevWeekday(*anchor + 1, reading.weekday);
      break;
  }
  return Name(reading, {day, TimeUnit::kDay});
}

TimeExpression TimeResolver::ResolveHoliday(const TimeReading& reading,
                                            Tense tense) {
  const std::optional<absl::civil_year_t> year = YearOf(reading);
  if (year.has_value()) {
    const auto day = HolidayIn(*year, reading.holiday);
    if (!day.has_value()) return DateOf(absl::StrCat(*year), TimeUnit::kYear);
    return Name(reading, {*day, reading.unit});
  }
  if (!published_.has_value()) return DateOf("XXXX-XX-XX", TimeUnit::kDay);
  // The last and the next one; Inauguration Day comes every fourth year.
  std::optional<CivilDay> last;
  std::optional<CivilDay> next;
  constexpr int kYears = 4;
  for (int shift = -kYears; shift <= kYears; ++shift) {
    const auto day = HolidayIn(published_->year() + shift, reading.holiday);
    if (!day.has_value()) continue;
    if (*day < *published_ ||
        (*day == *published_ && reading.pointer != Which::kNext)) {
      last = day;
    } else if (!next.has_value()) {
      next = day;
    }
  }
  if (!last.has_value() || !next.has_value()) {
    return DateOf("XXXX-XX-XX", TimeUnit::kDay);
  }
  const CivilDay chosen =
      *last == *published_ ? *last
                           : Nearest(*published_, *last, *next, tense, reading);
  return Name(reading, {chosen, reading.unit});
}

}  // namespace footnote
