#include "retrieval/text/timestamp.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace footnote {
namespace {

constexpr size_t kYearSize = 4;   // "2025"
constexpr size_t kMonthSize = 7;  // "2025-01"
constexpr size_t kDateSize = 10;  // "2025-01-31"

// Returns whether `text` begins as `layout` says, in which 'd' is a digit and
// everything else itself in either case. absl::ParseTime() alone takes fields
// of other lengths too.
bool BeginsAs(absl::string_view layout, absl::string_view text) {
  if (text.size() < layout.size()) return false;
  for (size_t i = 0; i < layout.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool fits = layout[i] == 'd' ? absl::ascii_isdigit(c)
                                       : absl::ascii_toupper(c) == layout[i];
    if (!fits) return false;
  }
  return true;
}

// Returns whether `text` ends in "Z" or an offset such as "+09:00".
bool EndsInZone(absl::string_view text) {
  constexpr absl::string_view kEast = "+dd:dd";
  constexpr absl::string_view kWest = "-dd:dd";
  if (absl::EndsWithIgnoreCase(text, "Z")) return true;
  if (text.size() < kEast.size()) return false;
  const absl::string_view zone = text.substr(text.size() - kEast.size());
  return BeginsAs(kEast, zone) || BeginsAs(kWest, zone);
}

// Returns the time that an RFC 3339 date-time names.
std::optional<absl::Time> ParseDateTime(absl::string_view text) {
  absl::Time time;
  std::string error;
  if (BeginsAs("dddd-dd-ddTdd:dd:dd", text) && EndsInZone(text) &&
      absl::ParseTime("%Y-%m-%d%ET%H:%M:%E*S%Ez", text, &time, &error)) {
    return time;
  }
  return std::nullopt;
}

// Returns the day that "2025-01-31" names.
std::optional<absl::CivilDay> ParseDay(absl::string_view text) {
  absl::CivilDay day;
  if (text.size() == kDateSize && BeginsAs("dddd-dd-dd", text) &&
      absl::ParseCivilTime(text, &day)) {
    return day;
  }
  return std::nullopt;
}

// Returns the period from the beginning of `unit` to that of the next.
template <typename Unit>
TimePeriod PeriodOf(Unit unit) {
  const absl::TimeZone utc = absl::UTCTimeZone();
  return {absl::FromCivil(unit, utc), absl::FromCivil(unit + 1, utc)};
}

}  // namespace

bool IsRfc3339(absl::string_view text) {
  return ParseDay(text).has_value() || ParseDateTime(text).has_value();
}

std::optional<TimePeriod> ParsePeriod(absl::string_view text) {
  if (text.size() == kYearSize || text.size() == kMonthSize) {
    const std::string day =
        absl::StrCat(text, text.size() == kYearSize ? "-01-01" : "-01");
    const auto first = ParseDay(day);
    if (!first.has_value()) return std::nullopt;
    return text.size() == kYearSize ? PeriodOf(absl::CivilYear(*first))
                                    : PeriodOf(absl::CivilMonth(*first));
  }
  if (const auto day = ParseDay(text)) return PeriodOf(*day);
  const auto time = ParseDateTime(text);
  if (!time.has_value()) return std::nullopt;
  const absl::Time begin = absl::FromUnixMicros(absl::ToUnixMicros(*time));
  return TimePeriod{begin, begin + absl::Microseconds(1)};
}

bool LiesMostlyIn(const TimePeriod& time, const TimePeriod& period) {
  const absl::Duration shared =
      std::min(time.end, period.end) - std::max(time.begin, period.begin);
  return 2 * shared > time.end - time.begin ||
         (time.begin == time.end && period.Contains(time.begin));
}

std::string FormatInstant(absl::Time time) {
  if (time == absl::InfinitePast() || time == absl::InfiniteFuture()) return {};
  const absl::TimeZone utc = absl::UTCTimeZone();
  if (time == absl::FromCivil(absl::ToCivilDay(time, utc), utc)) {
    return absl::FormatTime("%E4Y-%m-%d", time, utc);
  }
  return absl::FormatTime("%E4Y-%m-%d%ET%H:%M:%E*SZ", time, utc);
}

std::string FormatPeriod(const TimePeriod& period) {
  return absl::StrCat(FormatInstant(period.begin), "/",
                      FormatInstant(period.end));
}

}  // namespace footnote
