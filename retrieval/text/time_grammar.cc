#include "retrieval/text/time_grammar.h"

#include <cstddef>

#include "retrieval/text/time_parser.h"

namespace footnote {
namespace {

using Form = TimeReading::Form;

// Most words are none that a phrase begins with.
bool BeginsPhrase(TimeWord word) {
  return word != TimeWord::kOther && word < TimeWord::kAgo;
}

bool IsDated(const TimeReading& reading) {
  return reading.form != Form::kFixed && !reading.minutes.has_value();
}

// Returns whether `first` and `second` are the ends of a range: "from 2019 to
// 2022", "between Monday and Friday", "2010-2012".
bool IsRange(const TimeParser& parser, const TimeReading& first,
             const TimeReading& second) {
  if (second.begin != first.end + 1 || !IsDated(first) || !IsDated(second)) {
    return false;
  }
  const TimeWord before = parser.WordBefore(first.begin);
  switch (parser.WordAt(first.end)) {
    case TimeWord::kDash:
    case TimeWord::kThrough:
      return true;
    case TimeWord::kTo:
      return before == TimeWord::kFrom || first.unit == second.unit;
    case TimeWord::kBy:  // "from Monday until Friday"
      return before == TimeWord::kFrom;
    case TimeWord::kAnd:
      return before == TimeWord::kBetween;
    default:
      return false;
  }
}

// Returns whether `clock` is a time of the day before it: "opens on Monday at
// the quay and closes at noon".
bool IsOfSameDay(const std::vector<TimeToken>& tokens, const TimeReading& day,
                 const TimeReading& clock) {
  constexpr size_t kReach = 20;
  if (clock.form != Form::kShift || !clock.minutes.has_value() ||
      clock.count != 0 || day.unit != TimeUnit::kDay ||
      day.form == Form::kFixed || clock.begin - day.end > kReach) {
    return false;
  }
  for (size_t i = day.end; i <= clock.begin; ++i) {
    if (tokens[i].starts) return false;
  }
  return true;
}

// "from March to May 2024": the first month is of that year too.
void ShareYear(TimeReading& first, const TimeReading& second) {
  const bool lacks = first.form == Form::kCalendar && first.year == 0 &&
                     first.month != 0 && !first.year_shift.has_value();
  if (!lacks || second.form != Form::kCalendar || second.month == 0) return;
  if (second.year == 0) return;
  first.year = second.month < first.month ? second.year - 1 : second.year;
}

}  // namespace

std::vector<TimeReading> ReadTimes(absl::string_view text,
                                   const std::vector<TimeToken>& tokens) {
  std::vector<TimeReading> readings;
  TimeParser parser(text, tokens);
  size_t i = 0;
  while (i < tokens.size()) {
    if (!BeginsPhrase(tokens[i].word)) {
      ++i;
      continue;
    }
    const size_t end = parser.Parse(i, &readings);
    i = end == 0 ? i + 1 : end;
  }
  for (size_t r = 1; r < readings.size(); ++r) {
    TimeReading& first = readings[r - 1];
    if (first.range_begin || !IsRange(parser, first, readings[r])) continue;
    first.range_begin = true;
    ShareYear(first, readings[r]);
  }
  for (size_t r = 1; r < readings.size(); ++r) {
    if (IsOfSameDay(tokens, readings[r - 1], readings[r])) {
      readings[r].anchor = TimeReading::Anchor::kNamed;
    }
  }
  return readings;
}

}  // namespace footnote
