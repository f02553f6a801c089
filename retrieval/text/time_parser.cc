#include "retrieval/text/time_parser.h"

#include <array>
#include <string>
#include <utility>

#include "absl/strings/match.h"

namespace footnote {

using Form = TimeReading::Form;

TimeWord TimeParser::WordAt(size_t i) const {
  const bool outside = i >= tokens_.size() || (i > begin_ && tokens_[i].starts);
  return outside ? TimeWord::kEnd : tokens_[i].word;
}

TimeWord TimeParser::WordBefore(size_t i) const {
  return i == 0 || tokens_[i].starts ? TimeWord::kEnd : tokens_[i - 1].word;
}

absl::string_view TimeParser::TextAt(size_t i) const {
  if (WordAt(i) == TimeWord::kEnd) return {};
  return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
}

bool TimeParser::IsText(size_t i, absl::string_view lower) const {
  return absl::EqualsIgnoreCase(TextAt(i), lower);
}

bool TimeParser::IsYear(size_t i) const {
  constexpr int kFirstYear = 1000;
  constexpr int kLastYear = 2200;
  return WordAt(i) == TimeWord::kNumber && tokens_[i].digits == 4 &&
         ValueAt(i) >= kFirstYear && ValueAt(i) <= kLastYear;
}

size_t TimeParser::Fixed(size_t end, TimeKind kind, std::string value,
                         TimeUnit unit, TimeReading* reading) {
  reading->form = Form::kFixed;
  reading->kind = kind;
  reading->value = std::move(value);
  reading->unit = unit;
  return end;
}

size_t TimeParser::Parse(size_t i, std::vector<TimeReading>* readings) {
  begin_ = i;
  TimeReading reading;
  const size_t end = Phrase(i, &reading);
  if (end == 0) return 0;
  reading.end = end;
  readings->push_back(std::move(reading));
  Siblings(readings);
  return readings->back().end;
}

// The phrases that begin with a word, in the order in which they are tried.
struct TimeParser::Rule {
  TimeWord word;
  std::array<PhraseReader, 5> phrases;  // Empty ones at the end.
};

const TimeParser::Rule* TimeParser::RuleOf(TimeWord word) {
  using P = TimeParser;
  using W = TimeWord;
  static constexpr Rule kRules[] = {
      {W::kMonth, {&P::Date}},
      {W::kMayMonth, {&P::Date}},
      {W::kShortMonth, {&P::Date}},
      {W::kIsoDay, {&P::Date}},
      {W::kNumber, {&P::ClockAndDay, &P::Date, &P::Quantity, &P::Year}},
      {W::kAmount, {&P::Quantity}},
      {W::kHundred, {&P::Quantity}},
      {W::kHalf, {&P::Quantity}},
      {W::kA, {&P::Quantity}},
      {W::kVagueCount, {&P::Quantity}},
      {W::kCardinal, {&P::ClockAndDay, &P::Quantity}},
      {W::kClock, {&P::ClockAndDay}},
      {W::kNoon, {&P::ClockAndDay}},
      {W::kOrdinal,
       {&P::Date, &P::Quarter, &P::Half, &P::Century, &P::Pointer}},
      {W::kQuarterNumber, {&P::Quarter}},
      {W::kFiscal, {&P::Quarter, &P::Fiscal}},
      {W::kDecade, {&P::Decade}},
      {W::kSeason, {&P::SeasonOf}},
      {W::kWeekday, {&P::Weekday}},
      {W::kShortWeekday, {&P::Weekday}},
      {W::kHolidayWord, {&P::HolidayAt}},
      {W::kDayName, {&P::DayName}},
      {W::kTonight, {&P::DayName}},
      {W::kEach, {&P::Each}},
      {W::kFrequency, {&P::Frequency}},
      {W::kWeekdays, {&P::Frequency}},
      {W::kUnits, {&P::BareUnits}},
      {W::kUnit, {&P::YearPair, &P::DefiniteUnit}},
      {W::kMore, {&P::FullYear}},
      {W::kNow, {&P::Vague}},
      {W::kRecently, {&P::Vague}},
      {W::kRecent, {&P::Vague}},
      {W::kFuture, {&P::Vague}},
      {W::kNear, {&P::Vague}},
      {W::kDayPart, {&P::Pointer}},
      {W::kThis, {&P::Pointer}},
      {W::kThese, {&P::Pointer}},
      {W::kThat, {&P::Pointer}},
      {W::kLast, {&P::Pointer}},
      {W::kPast, {&P::Pointer}},
      {W::kPrevious, {&P::Pointer}},
      {W::kNext, {&P::Pointer}},
      {W::kFollowing, {&P::Pointer}},
      {W::kComing, {&P::Pointer}},
      {W::kLatest, {&P::Pointer}},
      {W::kSame, {&P::Pointer}},
  };
  constexpr size_t kWords = 256;
  static const auto* const rules = [] {
    auto* by_word = new std::array<const Rule*, kWords>();
    for (const Rule& rule : kRules) {
      (*by_word)[static_cast<size_t>(rule.word)] = &rule;
    }
    return by_word;
  }();
  return (*rules)[static_cast<size_t>(word)];
}

// Reads "the" and what it points to, or a phrase without it.
size_t TimeParser::Phrase(size_t i, TimeReading* reading) {
  definite_ = WordAt(i) == TimeWord::kThe;
  size_t at = definite_ || WordAt(i) == TimeWord::kIts ? i + 1 : i;
  const size_t first = at;
  // "the late 1980s", "early next year", "mid-March".
  const bool part = WordAt(at) == TimeWord::kPart;
  if (part) at += WordAt(at + 1) == TimeWord::kDash ? size_t{2} : size_t{1};
  const Rule* const rule = RuleOf(WordAt(at));
  if (rule == nullptr) return 0;
  size_t end = 0;
  for (const PhraseReader phrase : rule->phrases) {
    if (end != 0 || phrase == nullptr) break;
    *reading = TimeReading();
    end = (this->*phrase)(at, reading);
  }
  reading->begin = definite_ && KeepsArticle(at, part, *reading) ? i : first;
  return end;
}

// Returns whether "the" belongs to the phrase at `at`: "the last two years" and
// "the 1990s", but "the Aug. 7 ferry", "the 1992 season", "the 25-year lease".
bool TimeParser::KeepsArticle(size_t at, bool part,
                              const TimeReading& reading) const {
  if (part) return true;
  switch (WordAt(at)) {
    case TimeWord::kNumber:
    case TimeWord::kCardinal:
    case TimeWord::kAmount:
    case TimeWord::kFrequency:
      return false;
    default:
      break;
  }
  switch (reading.form) {
    case Form::kShift:
    case Form::kFixed:
      return true;
    case Form::kCalendar:
      return reading.month == 0 && reading.unit != TimeUnit::kYear;
    default:
      return false;
  }
}

// "March 3 and 5", "March 3-5, 2025", "2010-12".
void TimeParser::Siblings(std::vector<TimeReading>* readings) {
  TimeReading& first = readings->back();
  if (first.form != Form::kCalendar || first.minutes.has_value()) return;
  const TimeWord joint = WordAt(first.end);
  const size_t second = first.end + 1;
  const bool range = joint == TimeWord::kDash || joint == TimeWord::kTo ||
                     joint == TimeWord::kThrough ||
                     (joint == TimeWord::kAnd &&
                      WordBefore(first.begin) == TimeWord::kBetween);
  if (!range && joint != TimeWord::kAnd) return;
  if (WordAt(second) != TimeWord::kNumber || tokens_[second].digits > 2) return;
  const TimeWord behind = WordAt(second + 1);
  const bool counts =
      behind == TimeWord::kUnit || behind == TimeWord::kUnits ||
      behind == TimeWord::kMonth || behind == TimeWord::kMayMonth ||
      behind == TimeWord::kCount || behind == TimeWord::kPercent ||
      behind == TimeWord::kMeridiem || behind == TimeWord::kDash;
  if (counts) return;
  TimeReading other = first;
  other.begin = second;
  other.end = second + 1;
  const int value = ValueAt(second);
  if (first.day != 0 && first.month != 0) {
    if (value < 1 || value > 31 || (first.year != 0 && range)) return;
    other.day = value;
    size_t year = second + 1;
    if (WordAt(year) == TimeWord::kComma) ++year;
    if (first.year == 0 && IsYear(year)) {
      first.year = other.year = ValueAt(year);
      other.end = year + 1;
    }
  } else if (first.unit == TimeUnit::kYear && first.year != 0 &&
             joint == TimeWord::kDash && tokens_[second].digits == 2 &&
             value > first.year % 100) {
    other.year = first.year - first.year % 100 + value;
  } else {
    return;
  }
  first.range_begin = range;
  readings->push_back(std::move(other));
}

}  // namespace footnote
