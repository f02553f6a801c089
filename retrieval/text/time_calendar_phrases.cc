#include <cstddef>

#include "absl/strings/match.h"
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
  const bool pointed =
      before == TimeWord::kIn || before == TimeWord::kSince ||
      before == TimeWord::kBy || before == TimeWord::kBefore ||
      before == TimeWord::kAfter || before == TimeWord::kFrom ||
      before == TimeWord::kOf || before == TimeWord::kThrough ||
      before == TimeWord::kBetween || before == TimeWord::kLast ||
      before == TimeWord::kNext || before == TimeWord::kThis ||
      before == TimeWord::kPart || before == TimeWord::kFor ||
      (before == TimeWord::kDash && i >= 2 &&
       tokens_[i - 2].word == TimeWord::kPart) ||
      (before == TimeWord::kTo && i >= 2 &&
       tokens_[i - 2].word == TimeWord::kMonth);
  if (WordAt(i) == TimeWord::kShortMonth) return false;
  if (WordAt(i) == TimeWord::kMayMonth) {
    // "the bill of May" would be the lady's.
    return pointed && before != TimeWord::kOf && before != TimeWord::kFor &&
           !(before == TimeWord::kBy && IsText(i, "may"));
  }
  if (pointed) return true;
  const bool name = WordAt(i + 1) == TimeWord::kOther &&
                    WordAt(i + 1) != TimeWord::kEnd && tokens_[i + 1].capital;
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
    constexpr int kTurn = 50;  // '44 is 2044 no more than '68 is 2068.
    reading->year = ValueAt(at) + (ValueAt(at) < kTurn - 15 ? 2000 : 1900);
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

// Returns whether the number at `i`, of four digits, is a year and not a
// count.
bool TimeParser::YearStands(size_t i) const {
  constexpr int kFirstYear = 1500;
  constexpr int kLastYear = 2100;
  if (!IsYear(i) || ValueAt(i) < kFirstYear || ValueAt(i) > kLastYear) {
    return false;
  }
  const TimeWord after = WordAt(i + 1);
  const TimeWord before = WordBefore(i);
  const bool quarter =
      after == TimeWord::kUnit && UnitAt(i + 1) == TimeUnit::kQuarter;
  const bool counts = after == TimeWord::kCount ||
                      after == TimeWord::kPercent || after == TimeWord::kUnit ||
                      after == TimeWord::kUnits ||
                      after == TimeWord::kHundred ||
                      after == TimeWord::kMeridiem || after == TimeWord::kMoney;
  if (counts && !quarter) return false;
  if (before == TimeWord::kMoney || before == TimeWord::kNoYear ||
      before == TimeWord::kAt || before == TimeWord::kCardinal ||
      before == TimeWord::kNumber || before == TimeWord::kAmount ||
      before == TimeWord::kHundred) {
    return false;
  }
  // "Windows 2000", "Paris 2024".
  if (before == TimeWord::kOther && tokens_[i - 1].capital) return false;
  if (before == TimeWord::kDash) {
    // "post-1959" and the end of a range.
    return i >= 2 && (IsYear(i - 2) || !tokens_[i].spaced);
  }
  const bool pointed =
      before == TimeWord::kIn || before == TimeWord::kSince ||
      before == TimeWord::kBy || before == TimeWord::kBefore ||
      before == TimeWord::kAfter || before == TimeWord::kFrom ||
      before == TimeWord::kThrough || before == TimeWord::kPart ||
      before == TimeWord::kBetween;
  constexpr int kModern = 1900;
  if (ValueAt(i) < kModern) return pointed;
  const bool round = ValueAt(i) % 100 == 0;
  if (!round) return true;
  const bool plural = WordAt(i + 1) == TimeWord::kOther &&
                      !tokens_[i + 1].capital &&
                      absl::EndsWith(TextAt(i + 1), "s");
  return (pointed || before == TimeWord::kThe || before == TimeWord::kAnd ||
          before == TimeWord::kOf || before == TimeWord::kTo) &&
         !plural;
}

size_t TimeParser::Year(size_t i, TimeReading* reading) {
  if (!YearStands(i)) return 0;
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kYear;
  reading->year = ValueAt(i);
  size_t at = i + 1;
  // "the 1988 quarter", "the 1988 second quarter", "the 2024 fiscal year".
  if (WordAt(at) == TimeWord::kOrdinal) {
    TimeReading quarter;
    const size_t end = Quarter(at, &quarter);
    if (end != 0 && quarter.year == 0) {
      quarter.year = reading->year;
      *reading = quarter;
      return end;
    }
  }
  if (IsUnit(at, TimeUnit::kQuarter) || WordAt(at) == TimeWord::kPeriod) {
    reading->unit = TimeUnit::kQuarter;
    return at + 1;
  }
  if (WordAt(at) == TimeWord::kFiscal && IsUnit(at + 1, TimeUnit::kYear)) {
    reading->fiscal = true;
    return at + 2;
  }
  return at;
}

// "the 1990s", "the late '80s", "the nineties".
size_t TimeParser::Decade(size_t i, bool definite, TimeReading* reading) {
  const bool digits =
      tokens_[i].capital && tokens_[i].end - tokens_[i].begin > 3;
  const bool part = WordBefore(i) == TimeWord::kPart ||
                    (WordBefore(i) == TimeWord::kDash && i >= 2 &&
                     tokens_[i - 2].word == TimeWord::kPart);
  // "in his eighties", "temperatures in the 80s" have no decade; the first
  // lacks its article.
  if (!digits && !definite && !part) return 0;
  if (WordBefore(begin_) == TimeWord::kMoney ||
      WordBefore(i) == TimeWord::kIts) {
    return 0;
  }
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kDecade;
  reading->year = ValueAt(i);
  return i + 1;
}

// "the 20th century", "a 19th-century house".
size_t TimeParser::Century(size_t i, TimeReading* reading) {
  constexpr int kLastCentury = 30;
  size_t at = i + 1;
  if (WordAt(at) == TimeWord::kDash) ++at;
  if (!IsUnit(at, TimeUnit::kCentury) || ValueAt(i) > kLastCentury ||
      IsText(at + 1, "b") || IsText(at + 1, "bc")) {
    return 0;
  }
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kCentury;
  reading->year = (ValueAt(i) - 1) * 100;
  return reading->year < 100 ? 0 : at + 1;
}

// "the third quarter of 2024", "third-quarter", "Q3 2024".
size_t TimeParser::Quarter(size_t i, TimeReading* reading) {
  constexpr int kQuarters = 4;
  size_t at = i;
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kQuarter;
  if (WordAt(at) == TimeWord::kFiscal) {
    reading->fiscal = true;
    ++at;
  }
  if (WordAt(at) == TimeWord::kQuarterNumber) {
    reading->quarter = ValueAt(at);
    ++at;
  } else {
    if (WordAt(at) != TimeWord::kOrdinal || ValueAt(at) > kQuarters ||
        ValueAt(at) < 1) {
      return 0;
    }
    reading->quarter = ValueAt(at);
    ++at;
    if (WordAt(at) == TimeWord::kDash) ++at;
    if (WordAt(at) == TimeWord::kFiscal) {
      reading->fiscal = true;
      ++at;
    }
    if (!IsUnit(at, TimeUnit::kQuarter)) return 0;
    ++at;
  }
  return YearTail(at, reading);
}

// "the first half of 2024": without its year it may be a match's.
size_t TimeParser::Half(size_t i, TimeReading* reading) {
  if (ValueAt(i) < 1 || ValueAt(i) > 2 || WordAt(i + 1) != TimeWord::kHalf) {
    return 0;
  }
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kQuarter;
  reading->half = ValueAt(i);
  const size_t end = YearTail(i + 2, reading);
  return end == i + 2 ? 0 : end;
}

// "fiscal 1988", "fiscal year 2025", "the fiscal year", "FY25".
size_t TimeParser::Fiscal(size_t i, bool definite, TimeReading* reading) {
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kYear;
  reading->fiscal = true;
  const bool year = IsUnit(i + 1, TimeUnit::kYear);
  const size_t at = i + (year ? 2 : 1);
  if (IsYear(at)) {
    reading->year = ValueAt(at);
    return at + 1;
  }
  if (!year && WordAt(at) == TimeWord::kNumber && tokens_[at].digits == 2 &&
      !tokens_[at].spaced) {
    reading->year = 2000 + ValueAt(at);
    return at + 1;
  }
  if (!year || !definite) return 0;
  reading->year_shift = 0;
  return at;
}

// "the summer of 1998", "summer 2024", "in the spring", "this fall".
size_t TimeParser::SeasonOf(size_t i, bool definite, TimeReading* reading) {
  reading->form = Form::kCalendar;
  reading->unit = TimeUnit::kQuarter;
  reading->season = static_cast<Season>(ValueAt(i));
  const size_t end = YearTail(i + 1, reading);
  const TimeWord before = WordBefore(begin_);
  const bool placed =
      before == TimeWord::kIn || before == TimeWord::kBy ||
      before == TimeWord::kSince || before == TimeWord::kFor ||
      before == TimeWord::kBefore || before == TimeWord::kAfter ||
      before == TimeWord::kThrough || before == TimeWord::kOther;
  const bool verb =
      reading->season == Season::kAutumn || reading->season == Season::kSpring;
  if (end > i + 1) return reading->year == 0 && !placed && !definite ? 0 : end;
  const bool name = WordAt(i + 1) == TimeWord::kOther && tokens_[i + 1].capital;
  if (name || WordAt(i + 1) == TimeWord::kOf) return 0;
  const bool alone = WordBefore(i) == TimeWord::kIn;
  if (verb ? !(definite && placed && before != TimeWord::kOther)
           : !(definite || alone)) {
    return 0;
  }
  return i + 1;
}

// "Friday", "Friday night", "Friday, Oct. 13", "Fri., Oct. 13".
size_t TimeParser::Weekday(size_t i, TimeReading* reading) {
  size_t at = i + 1;
  if (WordAt(at) == TimeWord::kComma) ++at;
  const TimeWord next = WordAt(at);
  if (next == TimeWord::kMonth || next == TimeWord::kMayMonth ||
      next == TimeWord::kShortMonth || next == TimeWord::kNumber) {
    const size_t end = Date(at, reading);
    if (end != 0 && reading->day != 0) return end;
    *reading = TimeReading();
  }
  if (WordAt(i) == TimeWord::kShortWeekday) return 0;
  for (absl::string_view paper : {"times", "post", "mail", "telegraph",
                                  "herald", "mirror", "express", "magazine"}) {
    if (IsText(i + 1, paper)) return 0;
  }
  if (i > 0 && !tokens_[i].starts) {
    const TimeToken& before = tokens_[i - 1];
    const absl::string_view word =
        text_.substr(before.begin, before.end - before.begin);
    for (absl::string_view name : {"Black", "Bloody", "Super", "Fat", "Holy",
                                   "Cyber", "Ash", "Palm", "Ruby", "Man"}) {
      if (word == name) return 0;
    }
  }
  reading->form = Form::kWeekday;
  reading->unit = TimeUnit::kDay;
  reading->weekday = static_cast<absl::Weekday>(ValueAt(i));
  return DayTail(i + 1, reading);
}

// Names of holidays, by their words; the longest of those that begin alike
// comes first.
size_t TimeParser::HolidayAt(size_t i, TimeReading* reading) {
  static constexpr struct {
    absl::string_view words[4];  // "'s" stands for a possessive, kept or left.
    Holiday holiday;
  } kNames[] = {
      {{"new", "year", "day"}, Holiday::kNewYearsDay},
      {{"new", "year", "eve"}, Holiday::kNewYearsEve},
      {{"martin", "luther", "king", "day"}, Holiday::kKingDay},
      {{"mlk", "day"}, Holiday::kKingDay},
      {{"inauguration", "day"}, Holiday::kInaugurationDay},
      {{"valentine", "day"}, Holiday::kValentinesDay},
      {{"valentines", "day"}, Holiday::kValentinesDay},
      {{"presidents", "day"}, Holiday::kPresidentsDay},
      {{"st", "patrick", "day"}, Holiday::kSaintPatricksDay},
      {{"saint", "patrick", "day"}, Holiday::kSaintPatricksDay},
      {{"good", "friday"}, Holiday::kGoodFriday},
      {{"easter", "monday"}, Holiday::kEasterMonday},
      {{"easter", "sunday"}, Holiday::kEaster},
      {{"easter"}, Holiday::kEaster},
      {{"memorial", "day"}, Holiday::kMemorialDay},
      {{"juneteenth"}, Holiday::kJuneteenth},
      {{"independence", "day"}, Holiday::kIndependenceDay},
      {{"labor", "day"}, Holiday::kLaborDay},
      {{"columbus", "day"}, Holiday::kColumbusDay},
      {{"halloween"}, Holiday::kHalloween},
      {{"election", "day"}, Holiday::kElectionDay},
      {{"veterans", "day"}, Holiday::kVeteransDay},
      {{"thanksgiving", "day"}, Holiday::kThanksgiving},
      {{"thanksgiving"}, Holiday::kThanksgiving},
      {{"christmas", "eve"}, Holiday::kChristmasEve},
      {{"christmas", "day"}, Holiday::kChristmas},
      {{"christmas"}, Holiday::kChristmas},
      {{"boxing", "day"}, Holiday::kBoxingDay},
  };
  for (const auto& name : kNames) {
    size_t at = i;
    bool fits = true;
    for (const absl::string_view word : name.words) {
      if (word.empty()) break;
      while (at > i && (WordAt(at) == TimeWord::kPossessive ||
                        WordAt(at) == TimeWord::kApostrophe ||
                        IsText(at, ".") || IsText(at, "jr"))) {
        ++at;
      }
      fits = IsText(at, word);
      if (!fits) break;
      ++at;
    }
    if (!fits) continue;
    // "Easter Island", "Christmas tree", "Independence Day Committee": only
    // what ends there or goes on in lower case or with a year.
    if (WordAt(at) == TimeWord::kOther && tokens_[at].capital) return 0;
    reading->form = Form::kHoliday;
    reading->unit = TimeUnit::kDay;
    reading->holiday = name.holiday;
    if (IsUnit(at, TimeUnit::kWeek) || IsUnit(at, TimeUnit::kWeekend)) {
      reading->unit = UnitAt(at);
      ++at;
    }
    if (WordAt(at) == TimeWord::kComma && IsYear(at + 1)) ++at;
    return DayTail(YearTail(at, reading), reading);
  }
  return 0;
}

// "9:30 a.m. EST", "10 p.m.", "noon"; "at 15:30", but no scores.
size_t TimeParser::Clock(size_t i, TimeReading* reading) {
  constexpr int kMinutesOfHour = 60;
  const TimeWord word = WordAt(i);
  if (word == TimeWord::kNoon) {
    reading->minutes = ValueAt(i);
    return WordAt(i + 1) == TimeWord::kZone ? i + 2 : i + 1;
  }
  if (word != TimeWord::kClock && word != TimeWord::kNumber &&
      word != TimeWord::kCardinal) {
    return 0;
  }
  const int value =
      word == TimeWord::kClock ? ValueAt(i) : ValueAt(i) * kMinutesOfHour;
  size_t at = i + 1;
  if (WordAt(at) == TimeWord::kMeridiem) {
    constexpr int kHalfDay = 12 * kMinutesOfHour;
    if (value > kHalfDay + kMinutesOfHour - 1 || value < 0) return 0;
    reading->minutes = value % kHalfDay + (ValueAt(at) == 0 ? 0 : kHalfDay);
    ++at;
  } else {
    const TimeWord before = WordBefore(i);
    const bool placed =
        before == TimeWord::kAt || before == TimeWord::kBy ||
        before == TimeWord::kSince || before == TimeWord::kFrom ||
        before == TimeWord::kBefore || before == TimeWord::kAfter ||
        WordAt(at) == TimeWord::kZone;
    if (word != TimeWord::kClock || !placed) return 0;
    reading->minutes = value;
  }
  return WordAt(at) == TimeWord::kZone ? at + 1 : at;
}

// "9:30 a.m.", "9 a.m. Tuesday", "5 p.m. EST, Nov. 6", "noon on Friday".
size_t TimeParser::ClockAndDay(size_t i, TimeReading* reading) {
  TimeReading clock;
  const size_t end = Clock(i, &clock);
  if (end == 0) return 0;
  size_t at = end;
  if (WordAt(at) == TimeWord::kComma) ++at;
  if (WordAt(at) == TimeWord::kOn) ++at;
  size_t day_end = 0;
  switch (WordAt(at)) {
    case TimeWord::kWeekday:
      day_end = Weekday(at, reading);
      break;
    case TimeWord::kMonth:
    case TimeWord::kMayMonth:
    case TimeWord::kShortMonth:
      day_end = Month(at, reading);
      if (day_end != 0 && reading->day == 0) day_end = 0;
      break;
    case TimeWord::kDayName:
      day_end = DayName(at, reading);
      break;
    default:
      break;
  }
  if (day_end == 0) {
    *reading = TimeReading();
    reading->form = Form::kShift;
    reading->unit = TimeUnit::kDay;
    day_end = end;
  }
  reading->minutes = clock.minutes;
  reading->part = DayPart::kNone;
  return day_end;
}

}  // namespace footnote
