#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "retrieval/text/time_resolution.h"
#include "retrieval/text/time_value.h"

namespace footnote {
namespace {

using absl::CivilDay;
using Which = TimeReading::Pointer;

}  // namespace

TimeExpression TimeResolver::Season(const TimeReading& reading, Tense tense) {
  const footnote::Season season = *reading.season;
  const absl::string_view code = SeasonCode(season);
  std::optional<absl::civil_year_t> year = YearOf(reading);
  const bool told = year.has_value();
  if (!told) {
    if (!published_.has_value()) {
      return DateOf(absl::StrCat("XXXX-", code), TimeUnit::kQuarter);
    }
    // A winter is named by the year that it begins in.
    year = published_->year();
    const CivilDay begin = BeginOfSeason(season, *year);
    const CivilDay end = CivilDay(absl::CivilMonth(begin) + 3);
    if (season == footnote::Season::kWinter &&
        published_->month() <= 2 + (reading.pointer == Which::kOpen ? 4 : 0)) {
      --*year;
      if (reading.pointer == Which::kLast && published_->month() <= 2) --*year;
    } else if (reading.pointer == Which::kLast && end > *published_) {
      --*year;
    } else if (reading.pointer == Which::kOpen && IsPast(tense) &&
               begin > *published_) {
      --*year;
    } else if (reading.pointer == Which::kNext && begin <= *published_) {
      ++*year;
    }
  }
  TimeExpression expression =
      DateOf(absl::StrFormat("%04d-%s", *year, code), TimeUnit::kQuarter);
  // "The winter of 2024" may have begun in 2023.
  if (!(told && season == footnote::Season::kWinter)) {
    const CivilDay begin = BeginOfSeason(season, *year);
    expression.period =
        DaysBetween(begin, CivilDay(absl::CivilMonth(begin) + 3));
  }
  return expression;
}

TimeExpression TimeResolver::Quarter(const TimeReading& reading) {
  constexpr int kMonthsOfQuarter = 3;
  constexpr int kMonthsOfHalf = 6;
  std::optional<absl::civil_year_t> year = YearOf(reading);
  if (reading.half != 0) {
    if (!year.has_value()) {
      return DateOf(absl::StrCat("XXXX-H", reading.half), reading.unit);
    }
    TimeExpression expression =
        DateOf(absl::StrFormat("%04d-H%d", *year, reading.half), reading.unit);
    const CivilDay begin(*year, 1 + (reading.half - 1) * kMonthsOfHalf, 1);
    if (!reading.fiscal) {
      expression.period =
          DaysBetween(begin, CivilDay(absl::CivilMonth(begin) + kMonthsOfHalf));
    }
    return expression;
  }
  int quarter = reading.quarter;
  if (quarter == 0) {  // "the 1988 quarter": the one that figures are of.
    if (!quarter_.has_value()) {
      return Name(reading, {CivilDay(*year), TimeUnit::kYear});
    }
    quarter = (quarter_->month() - 1) / kMonthsOfQuarter + 1;
  }
  if (!year.has_value()) {
    if (!published_.has_value()) {
      return DateOf(absl::StrCat("XXXX-Q", quarter), reading.unit);
    }
    // The one that is told of is over, or the present one; the next ones are
    // of this year too.
    year = published_->year();
    const int now = (published_->month() - 1) / kMonthsOfQuarter + 1;
    constexpr int kLongAhead = 2;
    if (reading.pointer == Which::kLast ? quarter >= now
                                        : quarter - now >= kLongAhead) {
      --*year;
    }
  }
  return Name(reading, {CivilDay(*year, 1 + (quarter - 1) * kMonthsOfQuarter),
                        TimeUnit::kQuarter});
}

}  // namespace footnote
