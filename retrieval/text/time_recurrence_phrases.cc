#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "retrieval/text/time_parser.h"
#include "retrieval/text/time_value.h"

namespace footnote {

// "every Monday", "each year", "every two weeks", "every other day".
size_t TimeParser::Each(size_t i, TimeReading* reading) {
  size_t at = i + 1;
  const auto set = [reading](size_t end, std::string value, TimeUnit unit) {
    return Fixed(end, TimeKind::kRecurring, std::move(value), unit, reading);
  };
  switch (WordAt(at)) {
    case TimeWord::kUnit:
      if (UnitAt(at) < TimeUnit::kDay && IsText(i, "per")) return 0;
      return set(at + 1, FormatDuration(1, UnitAt(at)), UnitAt(at));
    case TimeWord::kMore:  // "other"
      if (!IsText(at, "other") || WordAt(at + 1) != TimeWord::kUnit) return 0;
      return set(at + 2, FormatDuration(2, UnitAt(at + 1)), UnitAt(at + 1));
    case TimeWord::kWeekday:
      return set(at + 1, absl::StrCat("XXXX-WXX-", ValueAt(at) + 1),
                 TimeUnit::kDay);
    case TimeWord::kMonth:
      return set(at + 1,
                 absl::StrCat("XXXX-", absl::Dec(ValueAt(at), absl::kZeroPad2)),
                 TimeUnit::kMonth);
    case TimeWord::kSeason:
      return set(
          at + 1,
          absl::StrCat("XXXX-", SeasonCode(static_cast<Season>(ValueAt(at)))),
          TimeUnit::kQuarter);
    case TimeWord::kDayPart: {
      static constexpr absl::string_view kParts[] = {"", "MO", "AF", "EV",
                                                     "NI"};
      return set(
          at + 1,
          absl::StrCat("XXXX-XX-XXT", kParts[static_cast<size_t>(ValueAt(at))]),
          TimeUnit::kDay);
    }
    case TimeWord::kCardinal:
    case TimeWord::kNumber:
    case TimeWord::kVagueCount: {
      Number number;
      at = ReadNumber(at, &number);
      if (at == 0 || WordAt(at) != TimeWord::kUnits || number.half) return 0;
      return set(at + 1, FormatDuration(number.count, UnitAt(at)), UnitAt(at));
    }
    default:
      return 0;
  }
}

// "daily", "annually", "on Fridays".
size_t TimeParser::Frequency(size_t i, TimeReading* reading) {
  if (WordAt(i) == TimeWord::kWeekdays) {
    return Fixed(i + 1, TimeKind::kRecurring,
                 absl::StrCat("XXXX-WXX-", ValueAt(i) + 1), TimeUnit::kDay,
                 reading);
  }
  // "the Daily Mail"
  if (tokens_[i].capital &&
      (!tokens_[i].starts ||
       (WordAt(i + 1) == TimeWord::kOther && tokens_[i + 1].capital))) {
    return 0;
  }
  const TimeUnit unit = UnitAt(i);
  return Fixed(i + 1, TimeKind::kRecurring, FormatDuration(1, unit), unit,
               reading);
}

}  // namespace footnote
