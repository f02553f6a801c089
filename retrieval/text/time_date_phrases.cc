#include <cstddef>

#include "retrieval/text/time_parser.h"

namespace footnote {
namespace {

using Form = TimeReading::Form;

constexpr int kDaysOfMonth = 31;

}  // namespace

size_t TimeParser::Date(size_t i, TimeReading* reading) {
  switch (WordAt(i)) {
    case TimeWord::kIsoDay:
      return IsoDay(i, reading);
    case TimeWord::kNumber:
    case TimeWord::kOrdinal:
      return DayOfMonth(i, reading);
    default:
      return Month(i, reading);
  }
}

size_t TimeParser::IsoDay(size_t i, TimeReading* reading) {
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kDay;
  reading->year = ValueAt(i) / 10000;
  reading->month = ValueAt(i) / 100 % 100;
  reading->day = ValueAt(i) % 100;
  return i + 1;
}

// Returns whether a month without day and year is one: "April Smith" and "May
// I" are not.
bool TimeParser::MonthStands(size_t i) const {
  const TimeWord before = WordBefore(i);
  const TimeWord second = i >= 2 ? tokens_[i - 2].word : TimeWord::kEnd;
  const bool pointed =
      IsOneOf(before, TimeWord::kIn, TimeWord::kSince, TimeWord::kBy,
              TimeWord::kBefore, TimeWord::kAfter, TimeWord::kFrom,
              TimeWord::kOf, TimeWord::kThrough, TimeWord::kBetween,
              TimeWord::kLast, TimeWord::kNext, TimeWord::kThis,
              TimeWord::kPart, TimeWord::kFor) ||
      (before == TimeWord::kDash && second == TimeWord::kPart) ||
      (before == TimeWord::kTo && second == TimeWord::kMonth);
  if (WordAt(i) == TimeWord::kShortMonth) return false;
  if (WordAt(i) == TimeWord::kMayMonth) {
    // "the bill of May" would be the lady's.
    return pointed && before != TimeWord::kOf && before != TimeWord::kFor &&
           !(before == TimeWord::kBy && IsText(i, "may"));
  }
  if (pointed) return true;
  const bool name = WordAt(i + 1) == TimeWord::kOther && tokens_[i + 1].capital;
  const bool surname = i > 0 && WordBefore(i) == TimeWord::kOther &&
                       tokens_[i - 1].capital && tokens_[i].spaced;
  return !name && !surname;
}

// "February 7, 2025", "Nov. 20", "March 2025", "June '44", "in April".
size_t TimeParser::Month(size_t i, TimeReading* reading) {
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kMonth;
  reading->month = ValueAt(i);
  size_t at = i + 1;
  const bool day =
      (WordAt(at) == TimeWord::kNumber && tokens_[at].digits <= 2) ||
      WordAt(at) == TimeWord::kOrdinal;
  if (day && ValueAt(at) >= 1 && ValueAt(at) <= kDaysOfMonth &&
      WordAt(at + 1) != TimeWord::kUnit && WordAt(at + 1) != TimeWord::kUnits &&
      WordAt(at + 1) != TimeWord::kPercent &&
      WordAt(at + 1) != TimeWord::kCount) {
    reading->unit = TimeUnit::kDay;
    reading->day = ValueAt(at);
    ++at;
    const size_t year = WordAt(at) == TimeWord::kComma ? at + 1 : at;
    if (IsYear(year)) {
      reading->year = ValueAt(year);
      at = year + 1;
    }
    return DayTail(at, reading);
  }
  size_t year = at;
  if (WordAt(year) == TimeWord::kComma) ++year;
  if (IsYear(year)) {
    reading->year = ValueAt(year);
    return year + 1;
  }
  if (WordAt(at) == TimeWord::kShortYear) {
    constexpr int kTurn = 35;  // '34 is 2034, '35 is 1935.
    reading->year = ValueAt(at) + (ValueAt(at) < kTurn ? 2000 : 1900);
    return at + 1;
  }
  if (!MonthStands(i)) return 0;
  return YearTail(at, reading);
}

// "7 February 2025", "the 8th of March", and years out of a number.
size_t TimeParser::DayOfMonth(size_t i, TimeReading* reading) {
  if (ValueAt(i) < 1 || ValueAt(i) > kDaysOfMonth) return 0;
  const bool ordinal = WordAt(i) == TimeWord::kOrdinal;
  if (!ordinal && tokens_[i].digits > 2) return 0;
  size_t month = i + 1;
  if (ordinal && WordAt(month) == TimeWord::kOf) ++month;
  const TimeWord word = WordAt(month);
  if (word != TimeWord::kMonth && word != TimeWord::kMayMonth &&
      word != TimeWord::kShortMonth) {
    // "the Fourth of July" has its month; "the fourth" alone is no day.
    return 0;
  }
  size_t at = month + 1;
  if (WordAt(at) == TimeWord::kNumber && tokens_[at].digits <= 2) return 0;
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kDay;
  reading->day = ValueAt(i);
  reading->month = ValueAt(month);
  const size_t year = WordAt(at) == TimeWord::kComma ? at + 1 : at;
  if (IsYear(year)) {
    reading->year = ValueAt(year);
    at = year + 1;
  }
  return DayTail(at, reading);
}

// Reads "of 2024", "of last year", "this year" behind a month, quarter, season
// or holiday. Returns `i` if nothing of that follows.
size_t TimeParser::YearTail(size_t i, TimeReading* reading) {
  const bool of = WordAt(i) == TimeWord::kOf;
  size_t at = of ? i + 1 : i;
  if (of && WordAt(at) == TimeWord::kFiscal) {
    reading->fiscal = true;
    ++at;
  }
  if (IsYear(at)) {
    reading->year = ValueAt(at);
    return at + 1;
  }
  const TimeWord pointer = WordAt(at);
  if (!IsUnit(at + 1, TimeUnit::kYear)) return i;
  if (pointer == TimeWord::kLast) {
    reading->year_shift = -1;
  } else if (pointer == TimeWord::kNext) {
    reading->year_shift = 1;
  } else if (pointer == TimeWord::kThis || (of && pointer == TimeWord::kThe)) {
    reading->year_shift = 0;
  } else {
    return i;
  }
  return at + 2;
}

}  // namespace footnote
