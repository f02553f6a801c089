#include "retrieval/text/time_parser.h"

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
  if (reading.begin < i) reading.begin = i;
  reading.end = end;
  readings->push_back(std::move(reading));
  Siblings(readings);
  return readings->back().end;
}

// Reads "the" and what it points to, or a phrase without it.
size_t TimeParser::Phrase(size_t i, TimeReading* reading) {
  const bool definite = WordAt(i) == TimeWord::kThe;
  size_t at = definite || WordAt(i) == TimeWord::kIts ? i + 1 : i;
  // "the late 1980s", "early next year", "mid-March".
  const bool part = WordAt(at) == TimeWord::kPart;
  if (part) at += WordAt(at + 1) == TimeWord::kDash ? size_t{2} : size_t{1};
  const auto try_all = [this, at, definite, reading](auto... phrases) {
    size_t end = 0;
    const auto attempt = [&](auto phrase) {
      if (end != 0) return;
      *reading = TimeReading();
      end = phrase(at, definite, reading);
    };
    (attempt(phrases), ...);
    return end;
  };
  const auto plain = [this](size_t (TimeParser::*parse)(size_t, TimeReading*)) {
    return [this, parse](size_t from, bool, TimeReading* out) {
      return (this->*parse)(from, out);
    };
  };
  const auto pointed =
      [this](size_t (TimeParser::*parse)(size_t, bool, TimeReading*)) {
        return [this, parse](size_t from, bool the, TimeReading* out) {
          return (this->*parse)(from, the, out);
        };
      };
  size_t end = 0;
  switch (WordAt(at)) {
    case TimeWord::kMonth:
    case TimeWord::kMayMonth:
    case TimeWord::kShortMonth:
    case TimeWord::kIsoDay:
      end = try_all(plain(&TimeParser::Date));
      break;
    case TimeWord::kNumber:
      end = try_all(plain(&TimeParser::ClockAndDay), plain(&TimeParser::Date),
                    plain(&TimeParser::Quantity), plain(&TimeParser::Year));
      break;
    case TimeWord::kAmount:
    case TimeWord::kHundred:
    case TimeWord::kHalf:
    case TimeWord::kA:
    case TimeWord::kVagueCount:
      end = try_all(plain(&TimeParser::Quantity));
      break;
    case TimeWord::kCardinal:
      end = try_all(plain(&TimeParser::ClockAndDay),
                    plain(&TimeParser::Quantity));
      break;
    case TimeWord::kClock:
    case TimeWord::kNoon:
      end = try_all(plain(&TimeParser::ClockAndDay));
      break;
    case TimeWord::kOrdinal:
      end = try_all(plain(&TimeParser::Date), plain(&TimeParser::Quarter),
                    plain(&TimeParser::Half), plain(&TimeParser::Century),
                    pointed(&TimeParser::Pointer));
      break;
    case TimeWord::kQuarterNumber:
      end = try_all(plain(&TimeParser::Quarter));
      break;
    case TimeWord::kFiscal:
      end = try_all(plain(&TimeParser::Quarter), pointed(&TimeParser::Fiscal));
      break;
    case TimeWord::kDecade:
      end = try_all(pointed(&TimeParser::Decade));
      break;
    case TimeWord::kSeason:
      end = try_all(pointed(&TimeParser::SeasonOf));
      break;
    case TimeWord::kWeekday:
    case TimeWord::kShortWeekday:
      end = try_all(plain(&TimeParser::HolidayAt), plain(&TimeParser::Weekday));
      break;
    case TimeWord::kHolidayWord:
      end = try_all(plain(&TimeParser::HolidayAt));
      break;
    case TimeWord::kDayName:
    case TimeWord::kTonight:
      end = try_all(plain(&TimeParser::DayName));
      break;
    case TimeWord::kEach:
      end = try_all(plain(&TimeParser::Each));
      break;
    case TimeWord::kFrequency:
    case TimeWord::kWeekdays:
      end = try_all(plain(&TimeParser::Frequency));
      break;
    case TimeWord::kUnits:
      end = try_all(plain(&TimeParser::BareUnits));
      break;
    case TimeWord::kUnit:
      end = try_all(plain(&TimeParser::YearPair));
      if (end == 0 && at == i + 1)
        end = try_all(plain(&TimeParser::DefiniteUnit));
      break;
    case TimeWord::kNow:
    case TimeWord::kRecently:
    case TimeWord::kRecent:
    case TimeWord::kFuture:
    case TimeWord::kNear:
      end = try_all(pointed(&TimeParser::Vague));
      break;
    case TimeWord::kDayPart:
      if (definite) end = try_all(pointed(&TimeParser::Pointer));
      break;
    case TimeWord::kThis:
    case TimeWord::kThese:
    case TimeWord::kThat:
    case TimeWord::kLast:
    case TimeWord::kPast:
    case TimeWord::kPrevious:
    case TimeWord::kNext:
    case TimeWord::kFollowing:
    case TimeWord::kComing:
    case TimeWord::kLatest:
    case TimeWord::kSame:
      end = try_all(pointed(&TimeParser::Pointer));
      break;
    case TimeWord::kMore:  // "the full year"
      if (definite && IsUnit(at + 1, TimeUnit::kYear)) {
        *reading = TimeReading();
        end = DefiniteUnit(at + 1, reading);
      }
      break;
    default:
      break;
  }
  if (end == 0) return 0;
  const bool keeps_article =
      definite &&
      (reading->form == Form::kShift || reading->form == Form::kFixed ||
       (reading->form == Form::kCalendar && reading->month == 0) || part);
  const bool counted =
      WordAt(at) == TimeWord::kNumber || WordAt(at) == TimeWord::kCardinal ||
      WordAt(at) == TimeWord::kAmount || WordAt(at) == TimeWord::kFrequency;
  const bool names_year = reading->form == Form::kCalendar &&
                          reading->unit == TimeUnit::kYear && !part &&
                          at == i + 1;
  reading->begin =
      keeps_article && !names_year && !counted ? i : (part ? at - 1 : at);
  if (part && !keeps_article) {
    reading->begin = WordAt(i) == TimeWord::kIts || definite ? i + 1 : i;
  }
  return end;
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
