#include <cstddef>

#include "absl/strings/string_view.h"
#include "retrieval/text/time_parser.h"

namespace footnote {
namespace {

using Form = TimeReading::Form;

}  // namespace

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

// Reads what may follow a day: "Friday night", "Tuesday at 9 a.m.".
size_t TimeParser::DayTail(size_t end, TimeReading* reading) {
  if (WordAt(end) == TimeWord::kDayPart) {
    reading->part = static_cast<DayPart>(ValueAt(end));
    return end + 1;
  }
  size_t at = end;
  if (WordAt(at) == TimeWord::kComma) ++at;
  if (WordAt(at) == TimeWord::kAt) ++at;
  if (at == end && WordAt(at) != TimeWord::kNoon) return end;
  TimeReading clock;
  const size_t clock_end = Clock(at, &clock);
  if (clock_end == 0) return end;
  reading->minutes = clock.minutes;
  return clock_end;
}

}  // namespace footnote
