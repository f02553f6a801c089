#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "retrieval/text/time_parser.h"

namespace footnote {
namespace {

using Form = TimeReading::Form;

// From it on, most numbers of four digits are years.
constexpr int kModernYear = 1900;

}  // namespace

// Returns whether what stands around the number at `i` makes it a count, an
// amount or a part of a name or a code.
bool TimeParser::CountsAsNumber(size_t i) const {
  const TimeWord after = WordAt(i + 1);
  const TimeWord before = WordBefore(i);
  const bool counts =
      IsOneOf(after, TimeWord::kCount, TimeWord::kPercent, TimeWord::kUnit,
              TimeWord::kUnits, TimeWord::kHundred, TimeWord::kMeridiem,
              TimeWord::kMoney);
  if (counts && !IsUnit(i + 1, TimeUnit::kQuarter)) return true;
  if (IsOneOf(before, TimeWord::kMoney, TimeWord::kNoYear, TimeWord::kAt,
              TimeWord::kCardinal, TimeWord::kNumber, TimeWord::kAmount,
              TimeWord::kHundred)) {
    return true;
  }
  if (before == TimeWord::kOther) {
    // "Windows 2000", "Flight 1549", but "the Treaty of Rome 1957", "kings of
    // Norway 1015-1028"; "No. 1999".
    const bool numbered = i >= 2 && tokens_[i - 2].word == TimeWord::kNoYear;
    const bool dated = IsModernYear(i) || BeginsRange(i);
    if ((tokens_[i - 1].capital && !dated) || numbered) return true;
  }
  // "2024-13-45"
  return after == TimeWord::kDash && WordAt(i + 2) == TimeWord::kNumber &&
         !IsYear(i + 2) &&
         (tokens_[i + 2].digits != 2 || WordAt(i + 3) == TimeWord::kDash);
}

// Returns whether the number at `i` is a year of late and not round: such a
// number is taken for a year wherever it stands.
bool TimeParser::IsModernYear(size_t i) const {
  return ValueAt(i) >= kModernYear && ValueAt(i) % 100 != 0;
}

// Returns whether the number at `i` begins a range of years: "1115-1234".
bool TimeParser::BeginsRange(size_t i) const {
  return WordAt(i + 1) == TimeWord::kDash && IsYear(i + 2) &&
         ValueAt(i) < ValueAt(i + 2);
}

// Returns whether a range of years begins at `i` and no word says that it is
// something else: "(1115-1234)", "the 1115-1234 wars", but not "pages
// 1115-1234".
bool TimeParser::RangeStands(size_t i) const {
  if (!BeginsRange(i)) return false;
  const TimeWord before = WordBefore(i);
  if (IsOneOf(before, TimeWord::kEnd, TimeWord::kThe, TimeWord::kOf)) {
    return true;
  }
  if (!IsOneOf(before, TimeWord::kOther, TimeWord::kComma)) return false;
  const TimeToken& token = tokens_[i - 1];
  return (token.capital && !token.starts) ||
         absl::ascii_ispunct(static_cast<unsigned char>(text_[token.begin]));
}

// Returns whether the number at `i` stands in brackets by itself, or last
// behind a comma: "(1685)", "(Nantes, 1685)", "(1685, in Nantes)".
bool TimeParser::IsBracketed(size_t i) const {
  const bool opens =
      WordBefore(i) == TimeWord::kOther && text_[tokens_[i - 1].begin] == '(';
  const bool closes = IsText(i + 1, ")");
  if (opens) return closes || WordAt(i + 1) == TimeWord::kComma;
  return closes && WordBefore(i) == TimeWord::kComma;
}

// Returns whether the number at `i`, of four digits, is a year and not a
// count. One that is round or long past needs a word that says so, or marks.
bool TimeParser::YearStands(size_t i) const {
  constexpr int kLateYear = 1500;  // Counts are more often below it.
  constexpr int kLastYear = 2100;
  if (!IsYear(i) || ValueAt(i) > kLastYear || CountsAsNumber(i)) return false;
  const TimeWord before = WordBefore(i);
  if (before == TimeWord::kDash) {
    // "post-1959" and the end of a range.
    if (i >= 2 && IsYear(i - 2)) {
      return ValueAt(i - 2) >= kModernYear || IsPointed(i - 2) ||
             RangeStands(i - 2);
    }
    return i >= 2 && !tokens_[i].spaced && ValueAt(i) >= kLateYear;
  }
  const bool plural = WordAt(i + 1) == TimeWord::kOther &&
                      !tokens_[i + 1].capital &&
                      absl::EndsWith(TextAt(i + 1), "s");
  if (ValueAt(i) < kModernYear) {
    if (IsPointed(i)) return ValueAt(i) >= kLateYear || !plural;
    return IsBracketed(i) || RangeStands(i);
  }
  if (IsModernYear(i)) return true;
  return !plural && (IsPointed(i) || IsBracketed(i) ||
                     IsOneOf(before, TimeWord::kThe, TimeWord::kAnd,
                             TimeWord::kOf, TimeWord::kTo));
}

// Returns whether a word stands before `i` that a time follows.
bool TimeParser::IsPointed(size_t i) const {
  return IsOneOf(WordBefore(i), TimeWord::kIn, TimeWord::kSince, TimeWord::kBy,
                 TimeWord::kBefore, TimeWord::kAfter, TimeWord::kFrom,
                 TimeWord::kThrough, TimeWord::kPart, TimeWord::kBetween);
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
size_t TimeParser::Decade(size_t i, TimeReading* reading) {
  const bool digits =
      tokens_[i].capital && tokens_[i].end - tokens_[i].begin > 3;
  const bool part = WordBefore(i) == TimeWord::kPart ||
                    (WordBefore(i) == TimeWord::kDash && i >= 2 &&
                     tokens_[i - 2].word == TimeWord::kPart);
  // "in his eighties", "temperatures in the 80s" have no decade; the first
  // lacks its article.
  if (!digits && !definite_ && !part) return 0;
  if (WordBefore(begin_) == TimeWord::kMoney ||
      WordBefore(i) == TimeWord::kIts) {
    return 0;
  }
  // "temperatures in the 80s"
  constexpr size_t kReach = 4;
  for (size_t back = 1; !digits && back <= kReach && back <= begin_; ++back) {
    const TimeToken& token = tokens_[begin_ - back];
    const absl::string_view word =
        text_.substr(token.begin, token.end - token.begin);
    if (absl::StartsWithIgnoreCase(word, "temperature") || word == "highs" ||
        word == "lows") {
      return 0;
    }
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
size_t TimeParser::Fiscal(size_t i, TimeReading* reading) {
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
  if (!year || !definite_) return 0;
  reading->year_shift = 0;
  return at;
}

// "the summer of 1998", "summer 2024", "in the spring", "this fall".
size_t TimeParser::SeasonOf(size_t i, TimeReading* reading) {
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
  if (end > i + 1) return reading->year == 0 && !placed && !definite_ ? 0 : end;
  const bool name = WordAt(i + 1) == TimeWord::kOther && tokens_[i + 1].capital;
  if (name || WordAt(i + 1) == TimeWord::kOf) return 0;
  const bool alone = WordBefore(i) == TimeWord::kIn;
  if (verb ? !(definite_ && placed && before != TimeWord::kOther)
           : !(definite_ || alone)) {
    return 0;
  }
  return i + 1;
}

}  // namespace footnote
