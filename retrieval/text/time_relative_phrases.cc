#include <cstddef>

#include "absl/strings/ascii.h"
#include "retrieval/text/stop_words.h"
#include "retrieval/text/time_parser.h"
#include "retrieval/text/time_value.h"

namespace footnote {
namespace {

using Form = TimeReading::Form;
using Which = TimeReading::Pointer;
using Anchor = TimeReading::Anchor;

Which WhichOf(TimeWord pointer) {
  switch (pointer) {
    case TimeWord::kLast:
    case TimeWord::kPast:
    case TimeWord::kPrevious:
      return Which::kLast;
    case TimeWord::kNext:
    case TimeWord::kFollowing:
      return Which::kNext;
    case TimeWord::kThis:
    case TimeWord::kComing:
      return Which::kThis;
    default:
      return Which::kOpen;
  }
}

// Returns whether the day is counted from what the text named last.
bool IsFromNamed(TimeWord pointer, bool definite) {
  return pointer == TimeWord::kPrevious || pointer == TimeWord::kFollowing ||
         pointer == TimeWord::kThat || pointer == TimeWord::kSame ||
         pointer == TimeWord::kLatest ||
         (pointer == TimeWord::kNext && definite);
}

int ShiftOf(TimeWord pointer) {
  switch (WhichOf(pointer)) {
    case Which::kLast:
      return -1;
    case Which::kNext:
      return 1;
    default:
      return pointer == TimeWord::kComing ? 1 : 0;
  }
}

}  // namespace

// "last year", "this coming Sunday", "the past two months", "that day", "the
// next morning", "the first nine months", "the morning".
size_t TimeParser::Pointer(size_t i, TimeReading* reading) {
  TimeWord pointer = WordAt(i);
  size_t at = i + 1;
  if (pointer == TimeWord::kDayPart) {
    // "in the morning" is of the day that was named; "the night" is vague.
    if (!definite_ || WordBefore(begin_) != TimeWord::kIn) return 0;
    reading->form = Form::kShift;
    reading->anchor = Anchor::kNamed;
    reading->part = static_cast<DayPart>(ValueAt(i));
    return at;
  }
  if (pointer == TimeWord::kOrdinal && ValueAt(i) != 1) return 0;
  if (pointer == TimeWord::kThis &&
      (WordAt(at) == TimeWord::kComing || WordAt(at) == TimeWord::kPast)) {
    pointer = WordAt(at);
    ++at;
    if (pointer == TimeWord::kPast) pointer = TimeWord::kLast;
  }
  size_t end = PointedSpan(at, pointer, reading);
  if (end != 0) return end;
  if (pointer == TimeWord::kOrdinal) return 0;
  *reading = TimeReading();
  end = PointedUnit(at, pointer, reading);
  if (end != 0) return end;
  *reading = TimeReading();
  end = PointedName(at, pointer, reading);
  if (end != 0) return end;
  // "In the past, the ferry was free."
  const bool noun =
      WordAt(at) == TimeWord::kOther &&
      absl::ascii_isalpha(static_cast<unsigned char>(TextAt(at)[0]));
  if (pointer == TimeWord::kPast && definite_ && !noun &&
      WordBefore(begin_) == TimeWord::kIn) {
    *reading = TimeReading();
    return Fixed(at, TimeKind::kDate, "PAST_REF", TimeUnit::kYear, reading);
  }
  return 0;
}

// "[the last] three years", "[the next] few days", "[these] days", "[coming]
// weeks".
size_t TimeParser::PointedSpan(size_t i, TimeWord pointer,
                               TimeReading* reading) {
  if (pointer == TimeWord::kThese) {
    const bool days =
        WordAt(i) == TimeWord::kUnits && UnitAt(i) == TimeUnit::kDay;
    if (!days) return 0;
    return Fixed(i + 1, TimeKind::kDate, "PRESENT_REF", TimeUnit::kDay,
                 reading);
  }
  if (pointer == TimeWord::kThat || pointer == TimeWord::kSame) return 0;
  if (WordAt(i) == TimeWord::kUnits) {
    const bool ahead = pointer == TimeWord::kComing ||
                       pointer == TimeWord::kNext ||
                       pointer == TimeWord::kFollowing;
    if (!ahead && pointer != TimeWord::kPast) return 0;
    return Fixed(i + 1, TimeKind::kDate, ahead ? "FUTURE_REF" : "PAST_REF",
                 UnitAt(i), reading);
  }
  Number number;
  size_t at = ReadNumber(i, &number);
  if (at == 0 || number.article) {
    // "the past year" is a year long, and so is its end not the year's.
    const bool long_unit = pointer == TimeWord::kPast &&
                           WordAt(i) == TimeWord::kUnit &&
                           UnitAt(i) >= TimeUnit::kMonth;
    if (!long_unit) return 0;
    return Fixed(i + 1, TimeKind::kDuration, FormatDuration(1, UnitAt(i)),
                 UnitAt(i), reading);
  }
  if (WordAt(at) == TimeWord::kMore) ++at;
  if (WordAt(at) != TimeWord::kUnits || !number.digits.empty()) return 0;
  return Fixed(at + 1, TimeKind::kDuration,
               FormatDuration(number.count, UnitAt(at)), UnitAt(at), reading);
}

// "[last] year", "[this] weekend", "[that] day", "[last] night", "[the next]
// morning", "[the latest] quarter".
size_t TimeParser::PointedUnit(size_t i, TimeWord pointer,
                               TimeReading* reading) {
  reading->form = Form::kShift;
  reading->count = ShiftOf(pointer);
  reading->pointer = WhichOf(pointer);
  if (IsFromNamed(pointer, definite_)) reading->anchor = Anchor::kNamed;
  if (WordAt(i) == TimeWord::kDayPart) {
    reading->unit = TimeUnit::kDay;
    reading->part = static_cast<DayPart>(ValueAt(i));
    const bool evening =
        reading->part == DayPart::kNight || reading->part == DayPart::kEvening;
    if (pointer == TimeWord::kLast && !evening) return 0;
    if (pointer == TimeWord::kNext && !definite_) return 0;
    return pointer == TimeWord::kSame || pointer == TimeWord::kLatest ? 0
                                                                      : i + 1;
  }
  if (pointer == TimeWord::kLatest) {
    const bool quarter =
        IsUnit(i, TimeUnit::kQuarter) || WordAt(i) == TimeWord::kPeriod;
    if (!quarter) return 0;
    reading->unit = TimeUnit::kQuarter;
    reading->pointer = Which::kLast;
    return i + 1;
  }
  if (WordAt(i) == TimeWord::kFiscal && IsUnit(i + 1, TimeUnit::kYear)) {
    reading->form = Form::kCalendar;
    reading->unit = TimeUnit::kYear;
    reading->year_shift = ShiftOf(pointer);
    reading->fiscal = true;
    return i + 2;
  }
  if (WordAt(i) != TimeWord::kUnit || UnitAt(i) < TimeUnit::kDay) return 0;
  reading->unit = UnitAt(i);
  // "the next year" is the year to come, whatever was named.
  if (pointer == TimeWord::kNext && reading->unit != TimeUnit::kDay) {
    reading->anchor = Anchor::kPublished;
  }
  if (reading->unit == TimeUnit::kDay && !definite_ &&
      (pointer == TimeWord::kLast || pointer == TimeWord::kNext ||
       pointer == TimeWord::kThis)) {
    // "this day" may be any; "next day" is told of the day before.
    if (pointer != TimeWord::kNext) return 0;
    reading->anchor = Anchor::kNamed;
  }
  if (reading->unit == TimeUnit::kDay && pointer == TimeWord::kLast) return 0;
  // "this year's third quarter"
  if (reading->unit == TimeUnit::kYear &&
      WordAt(i + 1) == TimeWord::kPossessive) {
    TimeReading quarter;
    const size_t end = Quarter(i + 2, &quarter);
    if (end == i + 4 || (end != 0 && quarter.year == 0)) {
      quarter.year_shift = reading->count;
      *reading = quarter;
      return end;
    }
  }
  return i + 1;
}

// "[last] Friday", "[next] May", "[this] summer", "[last] Thanksgiving".
size_t TimeParser::PointedName(size_t i, TimeWord pointer,
                               TimeReading* reading) {
  size_t end = 0;
  const Which which = WhichOf(pointer);
  if (which == Which::kOpen) return 0;
  switch (WordAt(i)) {
    case TimeWord::kWeekday:
      end = HolidayAt(i, reading);
      if (end == 0) end = Weekday(i, reading);
      break;
    case TimeWord::kMonth:
    case TimeWord::kMayMonth:
      end = Month(i, reading);
      break;
    case TimeWord::kHolidayWord:
      end = HolidayAt(i, reading);
      break;
    case TimeWord::kSeason:
      reading->form = Form::kCalendar;
      reading->unit = TimeUnit::kQuarter;
      reading->season = static_cast<Season>(ValueAt(i));
      end = i + 1;
      break;
    case TimeWord::kOrdinal:
      if (pointer != TimeWord::kPast) end = Quarter(i, reading);
      break;
    default:
      return 0;
  }
  if (end == 0) return 0;
  reading->pointer = which;
  if (pointer == TimeWord::kPrevious || pointer == TimeWord::kFollowing) {
    reading->anchor = Anchor::kNamed;
  }
  return end;
}

// "yesterday", "tomorrow morning", "tonight".
size_t TimeParser::DayName(size_t i, TimeReading* reading) {
  // "USA Today"
  const bool name = tokens_[i].capital && !tokens_[i].starts && i > 0 &&
                    tokens_[i - 1].capital && tokens_[i].spaced &&
                    WordBefore(i) == TimeWord::kOther;
  if (name) return 0;
  reading->form = Form::kShift;
  reading->unit = TimeUnit::kDay;
  if (WordAt(i) == TimeWord::kTonight) {
    reading->part = DayPart::kNight;
    return i + 1;
  }
  if (ValueAt(i) == 0 && IsPresentPlace(i)) return 0;
  reading->count = ValueAt(i);
  return DayTail(i + 1, reading);
}

// Returns whether the word at `i` means a place as it is now: "today's North
// Macedonia,", but not "today's Lagos Times", "today's Senate vote".
bool TimeParser::IsPresentPlace(size_t i) const {
  if (WordAt(i + 1) != TimeWord::kPossessive) return false;
  constexpr size_t kLongestName = 6;
  size_t end = i + 2;
  while (end < i + 2 + kLongestName && WordAt(end) != TimeWord::kEnd &&
         tokens_[end].capital) {
    ++end;
  }
  if (end == i + 2) return false;
  for (absl::string_view paper :
       {"times", "post", "journal", "herald", "globe", "tribune", "mail",
        "news", "telegraph", "guardian", "observer"}) {
    if (IsText(end - 1, paper)) return false;
  }
  return WordAt(end) != TimeWord::kOther || IsStopWord(TextAt(end)) ||
         absl::ascii_ispunct(static_cast<unsigned char>(TextAt(end)[0]));
}

// "now", "recently", "in recent years", "the near future".
size_t TimeParser::Vague(size_t i, TimeReading* reading) {
  const auto fixed = [reading](size_t end, const char* value) {
    return Fixed(end, TimeKind::kDate, value, TimeUnit::kDay, reading);
  };
  switch (WordAt(i)) {
    case TimeWord::kNow: {
      // "NOW" is an organization, "now-defunct" a judgement.
      const absl::string_view word = TextAt(i);
      const bool shouted = word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
      const bool joined = WordAt(i + 1) == TimeWord::kDash;
      return shouted || joined ? 0 : fixed(i + 1, "PRESENT_REF");
    }
    case TimeWord::kRecently:
      return fixed(i + 1, "PAST_REF");
    case TimeWord::kRecent: {
      const bool units = WordAt(i + 1) == TimeWord::kUnits;
      return fixed(units ? i + 2 : i + 1, "PAST_REF");
    }
    case TimeWord::kFuture: {
      if (WordAt(i + 1) == TimeWord::kUnits) return fixed(i + 2, "FUTURE_REF");
      const bool noun =
          WordAt(i + 1) == TimeWord::kOther &&
          absl::ascii_isalpha(static_cast<unsigned char>(TextAt(i + 1)[0]));
      return definite_ && WordBefore(begin_) == TimeWord::kIn && !noun
                 ? fixed(i + 1, "FUTURE_REF")
                 : 0;
    }
    case TimeWord::kNear: {
      const bool ahead = WordAt(i + 1) == TimeWord::kFuture ||
                         WordAt(i + 1) == TimeWord::kTerm;
      return definite_ && ahead ? fixed(i + 2, "FUTURE_REF") : 0;
    }
    default:
      return 0;
  }
}

}  // namespace footnote
