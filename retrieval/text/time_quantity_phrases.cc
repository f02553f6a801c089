#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "retrieval/text/time_parser.h"
#include "retrieval/text/time_value.h"

namespace footnote {
namespace {

using Form = TimeReading::Form;
using Anchor = TimeReading::Anchor;

constexpr int kOpenCount = -1;
constexpr int kMaxCount = 1'000'000;
constexpr size_t kAndAHalf = 3;  // Words.

}  // namespace

// "five", "twenty-five", "two hundred", "thirty thousand".
size_t TimeParser::Cardinal(size_t i, int* value) const {
  size_t at = i;
  *value = 0;
  if (WordAt(at) == TimeWord::kCardinal) {
    constexpr int kTens = 20;
    *value = ValueAt(at++);
    const size_t unit = WordAt(at) == TimeWord::kDash ? at + 1 : at;
    if (*value >= kTens && WordAt(unit) == TimeWord::kCardinal &&
        ValueAt(unit) < 10) {
      *value += ValueAt(unit);
      at = unit + 1;
    }
  } else if (WordAt(at) == TimeWord::kNumber) {
    *value = ValueAt(at++);
  }
  while (WordAt(at) == TimeWord::kHundred && *value < kMaxCount / 1000) {
    *value = (*value == 0 ? 1 : *value) * ValueAt(at++);
  }
  return at == i ? 0 : at;
}

// Reads a number, "a", "several", "a few", "a couple of", "half a", "two and a
// half", "5 1/2", "1,000".
size_t TimeParser::ReadNumber(size_t i, Number* number) const {
  size_t at = i;
  const bool article = WordAt(at) == TimeWord::kA;
  const size_t noun = article ? at + 1 : at;
  if (WordAt(noun) == TimeWord::kVagueCount) {
    number->count = kOpenCount;
    return noun + 1;
  }
  if (IsText(noun, "couple")) {
    number->count = 2;
    return WordAt(noun + 1) == TimeWord::kOf ? noun + 2 : noun + 1;
  }
  if (WordAt(noun) == TimeWord::kHundred) {
    number->count = ValueAt(noun);
    return noun + 1;
  }
  if (WordAt(noun) == TimeWord::kHalf) {
    number->half = true;
    at = noun + 1;
    if (WordAt(at) == TimeWord::kDash) ++at;
    return WordAt(at) == TimeWord::kA ? at + 1 : at;
  }
  if (article) {
    number->count = 1;
    number->article = true;
    return at + 1;
  }
  if (WordAt(at) == TimeWord::kAmount) {
    number->digits = TextAt(at);
    if (absl::StrContains(number->digits, "/")) return 0;
    return at + 1;
  }
  at = Cardinal(at, &number->count);
  if (at == 0) return 0;
  if (IsText(at, "1/2") || IsText(at, "½")) {
    number->half = true;
    return at + 1;
  }
  number->half = IsAndAHalf(at);
  return number->half ? at + kAndAHalf : at;
}

bool TimeParser::IsAndAHalf(size_t i) const {
  return WordAt(i) == TimeWord::kAnd && WordAt(i + 1) == TimeWord::kA &&
         WordAt(i + 2) == TimeWord::kHalf;
}

// Returns the end of a number of units, read up to `i`: behind "and a half", of
// which `number` is told, unless that begins something else ("a year and a half
// century").
size_t TimeParser::UnitsEnd(size_t i, Number* number) const {
  if (!number->IsWhole() || number->count == 0 || !IsAndAHalf(i)) return i;
  const size_t end = i + kAndAHalf;
  if (IsOneOf(WordAt(end), TimeWord::kDash, TimeWord::kHundred, TimeWord::kUnit,
              TimeWord::kUnits)) {
    return i;
  }
  number->half = true;
  return end;
}

// Returns whether "a year" at `i` is a rate: "$2 million a year", "twice a
// week".
bool TimeParser::IsRate(size_t i) const {
  constexpr size_t kReach = 4;
  for (size_t back = 1; back <= kReach && back <= i; ++back) {
    if (tokens_[i - back + 1].starts) return false;
    const TimeToken& token = tokens_[i - back];
    const absl::string_view word =
        text_.substr(token.begin, token.end - token.begin);
    if (token.word == TimeWord::kNumber || token.word == TimeWord::kAmount ||
        token.word == TimeWord::kCardinal || token.word == TimeWord::kHundred ||
        word == "once" || word == "twice" || word == "times") {
      return true;
    }
    if (token.word != TimeWord::kOther && token.word != TimeWord::kCount &&
        token.word != TimeWord::kUnits) {
      return false;
    }
  }
  return false;
}

// Returns whether "a year" at `i` says how long.
bool TimeParser::IsLength(size_t i) const {
  switch (WordBefore(i)) {
    case TimeWord::kFor:
    case TimeWord::kIn:
    case TimeWord::kAfter:
    case TimeWord::kNoYear:
      return true;
    default:
      break;
  }
  if (WordBefore(i) == TimeWord::kEnd) return false;
  const TimeToken& token = tokens_[i - 1];
  const absl::string_view word =
      text_.substr(token.begin, token.end - token.begin);
  return word == "takes" || word == "take" || word == "took" ||
         word == "lasted" || word == "spent";
}

// Returns whether the word at `i` counts from another time: "ago", "later".
bool TimeParser::IsLater(size_t i) const {
  return IsOneOf(WordAt(i), TimeWord::kAgo, TimeWord::kEarlier,
                 TimeWord::kLater);
}

std::string TimeParser::DurationOf(const Number& number, TimeUnit unit) {
  if (number.half) return FormatDurationAndAHalf(number.count, unit);
  return number.digits.empty() ? FormatDuration(number.count, unit)
                               : FormatWrittenDuration(number.digits, unit);
}

// "two days", "a 64-year-old", "three weeks ago", "$2 million a year", "a year
// and a half".
size_t TimeParser::Quantity(size_t i, TimeReading* reading) {
  Number number;
  size_t at = ReadNumber(i, &number);
  if (at == 0) return 0;
  const bool dash = WordAt(at) == TimeWord::kDash;
  if (dash) ++at;
  const bool qualified = WordAt(at) == TimeWord::kMore;
  if (qualified) ++at;
  const bool many = WordAt(at) == TimeWord::kUnits;
  if (!many && WordAt(at) != TimeWord::kUnit) return 0;
  const TimeUnit unit = UnitAt(at);
  // "the 1988 quarter" is a year's, "a quarter" most often a share.
  if (!many && !dash && IsYear(i)) return 0;
  if (number.article && unit == TimeUnit::kQuarter && !IsLater(at + 1)) {
    return 0;
  }
  const bool is_rate = number.article && !many && IsRate(i);
  const size_t end = is_rate ? at + 1 : UnitsEnd(at + 1, &number);
  // Eight trading days are more than eight days.
  const size_t told = qualified ? 0 : AfterUnits(end, unit, number, reading);
  if (told != 0) return told;
  *reading = TimeReading();
  if (number.article && !many && !number.half) {
    if (dash) return 0;
    // "400 miles an hour" is a speed.
    if (is_rate && unit >= TimeUnit::kDay) {
      return Fixed(end, TimeKind::kRecurring, FormatDuration(1, unit), unit,
                   reading);
    }
    if (!IsLength(i)) return 0;
  }
  // "One day, he left."
  if (tokens_[i].starts && unit == TimeUnit::kDay && number.count == 1 &&
      !dash && !number.half) {
    return 0;
  }
  std::string value = DurationOf(number, unit);
  if (value.empty()) return 0;
  // "64-year-old"
  size_t behind = end;
  if (WordAt(behind) == TimeWord::kDash && IsText(behind + 1, "old")) {
    behind += 2;
  } else if (IsText(behind, "old")) {
    ++behind;
  }
  return Fixed(behind, TimeKind::kDuration, std::move(value), unit, reading);
}

// Reads "ago", "later", "from now", "after Election Day" behind a number of
// units; 0 if none of them follows.
size_t TimeParser::AfterUnits(size_t end, TimeUnit unit, const Number& number,
                              TimeReading* reading) {
  constexpr int kFarthest = 5000;  // In units.
  *reading = TimeReading();
  const TimeWord word = WordAt(end);
  const bool from_now =
      word == TimeWord::kFrom && WordAt(end + 1) == TimeWord::kNow;
  if (!IsLater(end) && !from_now) return AfterDay(end, unit, number, reading);
  const bool back = word == TimeWord::kAgo || word == TimeWord::kEarlier;
  const size_t behind = from_now ? end + 2 : end + 1;
  if (!number.IsWhole() || number.count > kFarthest) {
    return Fixed(behind, TimeKind::kDate, back ? "PAST_REF" : "FUTURE_REF",
                 unit, reading);
  }
  if (unit < TimeUnit::kDay) {
    // "Two hours later" is the same day, most often.
    return Fixed(behind, TimeKind::kDuration,
                 FormatDuration(number.count, unit), unit, reading);
  }
  reading->form = Form::kShift;
  reading->unit = unit;
  reading->count = back ? -number.count : number.count;
  reading->anchor =
      word == TimeWord::kAgo || from_now ? Anchor::kPublished : Anchor::kNamed;
  return behind;
}

// Reads "after Election Day", "before March 5" behind a number of days or
// weeks.
size_t TimeParser::AfterDay(size_t end, TimeUnit unit, const Number& number,
                            TimeReading* reading) {
  constexpr int kFarthest = 400;  // In days.
  constexpr int kDaysOfWeek = 7;
  const bool before = WordAt(end) == TimeWord::kBefore;
  if (!before && WordAt(end) != TimeWord::kAfter) return 0;
  if (unit != TimeUnit::kDay && unit != TimeUnit::kWeek) return 0;
  const int length = unit == TimeUnit::kDay ? 1 : kDaysOfWeek;
  if (!number.IsWhole() || number.count > kFarthest / length) return 0;
  const size_t day = end + 1;
  size_t behind = 0;
  switch (WordAt(day)) {
    case TimeWord::kHolidayWord:
      behind = HolidayAt(day, reading);
      break;
    case TimeWord::kMonth:
    case TimeWord::kMayMonth:
    case TimeWord::kIsoDay:
      behind = Date(day, reading);
      break;
    case TimeWord::kWeekday:
      behind = Weekday(day, reading);
      break;
    case TimeWord::kLast:
    case TimeWord::kNext:
      behind = PointedName(day + 1, WordAt(day), reading);
      break;
    case TimeWord::kDayName:
      behind = DayName(day, reading);
      break;
    default:
      break;
  }
  if (behind == 0 || reading->unit != TimeUnit::kDay) return 0;
  reading->offset_days = (before ? -length : length) * number.count;
  return behind;
}

// "for weeks", "years ago".
size_t TimeParser::BareUnits(size_t i, TimeReading* reading) {
  const TimeUnit unit = UnitAt(i);
  const size_t end = AfterUnits(i + 1, unit, {.count = kOpenCount}, reading);
  if (end != 0 && unit >= TimeUnit::kDay) return end;
  *reading = TimeReading();
  if (WordBefore(i) != TimeWord::kFor || unit < TimeUnit::kHour) return 0;
  return Fixed(i + 1, TimeKind::kDuration, FormatDuration(kOpenCount, unit),
               unit, reading);
}

}  // namespace footnote
