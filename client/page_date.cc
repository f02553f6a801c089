#include "client/page_date.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"

namespace footnote {
namespace {

// Longer texts are sentences.
constexpr size_t kMaxDateBytes = 100;

// A point and nanoseconds; nobody means more.
constexpr size_t kFractionBytes = 10;

// What has been understood so far; -1 is unknown.
struct DateParts {
  int year = -1;
  int month = -1;
  int day = -1;
  int hour = -1;
  int minute = -1;
  int second = 0;
  std::string fraction;  // ".5", or empty.
  std::string zone;      // "Z" or "+09:00"; empty if unknown.
};

// Takes between `min` and `max` digits off the front of `*text`.
bool ConsumeNumber(absl::string_view* text, size_t min, size_t max,
                   int* number) {
  size_t digits = 0;
  while (digits < text->size() && absl::ascii_isdigit((*text)[digits])) {
    ++digits;
  }
  if (digits < min || digits > max) return false;
  if (!absl::SimpleAtoi(text->substr(0, digits), number)) return false;
  text->remove_prefix(digits);
  return true;
}

// Takes `09:30`, `09:30:15` or `09:30:15.5` off the front of `*text`.
bool ConsumeTime(absl::string_view* text, DateParts* parts) {
  if (!ConsumeNumber(text, 1, 2, &parts->hour)) return false;
  if (!absl::ConsumePrefix(text, ":")) return false;
  if (!ConsumeNumber(text, 2, 2, &parts->minute)) return false;
  if (!absl::ConsumePrefix(text, ":")) return true;
  if (!ConsumeNumber(text, 2, 2, &parts->second)) return false;
  if (!absl::StartsWith(*text, ".")) return true;
  size_t end = 1;
  while (end < text->size() && absl::ascii_isdigit((*text)[end])) ++end;
  if (end == 1) return false;
  parts->fraction = std::string(text->substr(0, std::min(end, kFractionBytes)));
  text->remove_prefix(end);
  return true;
}

// Reads `+0900`, `+09:00`, `-05` or `+9`. One that no place has leaves the zone
// unknown.
bool ReadOffset(absl::string_view text, DateParts* parts) {
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
  const char sign = text[0];
  text.remove_prefix(1);
  const size_t size = text.size();
  int hours = 0;
  int minutes = 0;
  if (absl::StrContains(text, ':')) {
    if (!ConsumeNumber(&text, 1, 2, &hours) ||
        !absl::ConsumePrefix(&text, ":") ||
        !ConsumeNumber(&text, 2, 2, &minutes)) {
      return false;
    }
  } else {
    if (!ConsumeNumber(&text, 1, 4, &hours)) return false;
    if (size > 2) {
      minutes = hours % 100;
      hours /= 100;
    }
  }
  if (!text.empty()) return false;
  if (hours <= 15 && minutes <= 59) {
    parts->zone = absl::StrFormat("%c%02d:%02d", sign, hours, minutes);
  }
  return true;
}

// Reads a zone. The names are those that RFC 5322 gives a meaning to; any other
// may stand for several, and leaves the zone unknown.
bool ReadZone(absl::string_view text, DateParts* parts) {
  static constexpr std::pair<absl::string_view, absl::string_view> kNames[] = {
      {"Z", "Z"},        {"UT", "Z"},       {"UTC", "Z"},
      {"GMT", "Z"},      {"EST", "-05:00"}, {"EDT", "-04:00"},
      {"CST", "-06:00"}, {"CDT", "-05:00"}, {"MST", "-07:00"},
      {"MDT", "-06:00"}, {"PST", "-08:00"}, {"PDT", "-07:00"},
  };
  for (const auto& [name, zone] : kNames) {
    if (absl::EqualsIgnoreCase(text, name)) {
      parts->zone = std::string(zone);
      return true;
    }
  }
  if (absl::ConsumePrefix(&text, "GMT") || absl::ConsumePrefix(&text, "UTC")) {
    return ReadOffset(text, parts);
  }
  if (ReadOffset(text, parts)) return true;
  const bool is_name = text.size() >= 2 && text.size() <= 5;
  for (const char c : text) {
    if (!absl::ascii_isupper(c)) return false;
  }
  return is_name;
}

// Reads a date with the year first. What follows the day must be a time.
bool ReadYearFirst(absl::string_view text, DateParts* parts) {
  absl::string_view rest = text;
  if (ConsumeNumber(&rest, 8, 8, &parts->day)) {  // 20250131
    parts->year = parts->day / 10'000;
    parts->month = parts->day / 100 % 100;
    parts->day %= 100;
    return rest.empty();
  }
  if (!ConsumeNumber(&rest, 4, 4, &parts->year) || rest.empty()) return false;
  const std::string separator(1, rest[0]);
  if (!absl::StrContains("-/.", separator)) return false;
  rest.remove_prefix(1);
  if (!ConsumeNumber(&rest, 1, 2, &parts->month) ||
      !absl::ConsumePrefix(&rest, separator) ||
      !ConsumeNumber(&rest, 1, 2, &parts->day)) {
    return false;
  }
  if (rest.empty()) return true;
  if (!absl::StrContains("Tt ", rest[0])) return false;
  rest = absl::StripLeadingAsciiWhitespace(rest.substr(1));
  if (!ConsumeTime(&rest, parts)) return false;
  rest = absl::StripLeadingAsciiWhitespace(rest);
  return rest.empty() || ReadZone(rest, parts);
}

// Returns the place of `word` in `names`, from 1, if it is one of them or its
// first letters, at least three; else 0.
int PlaceOf(absl::string_view word,
            const std::vector<absl::string_view>& names) {
  if (word.size() < 3) return 0;
  for (size_t i = 0; i < names.size(); ++i) {
    if (absl::StartsWithIgnoreCase(names[i], word)) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

bool IsWeekday(absl::string_view word) {
  return PlaceOf(word, {"monday", "tuesday", "wednesday", "thursday", "friday",
                        "saturday", "sunday"}) > 0;
}

int MonthOf(absl::string_view word) {
  if (absl::EqualsIgnoreCase(word, "sept")) return 9;
  return PlaceOf(
      word, {"january", "february", "march", "april", "may", "june", "july",
             "august", "september", "october", "november", "december"});
}

// Reads `31`, `31st` or `2025`.
bool ReadDayOrYear(absl::string_view word, DateParts* parts) {
  int number = 0;
  const size_t size = word.size();
  if (!ConsumeNumber(&word, 1, 4, &number)) return false;
  if (word.empty() && size == 4 && parts->year < 0) {
    parts->year = number;
    return true;
  }
  const bool ordinal = word.empty() || word == "st" || word == "nd" ||
                       word == "rd" || word == "th";
  if (number > 31 || !ordinal || parts->day >= 0) return false;
  parts->day = number;
  return true;
}

// Takes `am` or `pm` for the hour that was read. With an hour that is none of
// twelve the time is unknown.
bool ReadHalfOfDay(absl::string_view word, DateParts* parts) {
  const std::string half =
      absl::AsciiStrToLower(absl::StrReplaceAll(word, {{".", ""}}));
  if (half != "am" && half != "pm") return false;
  if (parts->hour < 1 || parts->hour > 12) {
    parts->minute = -1;
    return true;
  }
  parts->hour = parts->hour % 12 + (half == "pm" ? 12 : 0);
  return true;
}

// Reads one word of a date in English.
bool ReadWord(absl::string_view word, DateParts* parts) {
  if (parts->hour < 0 && absl::StrContains(word, ':')) {
    return ConsumeTime(&word, parts) &&
           (word.empty() || ReadHalfOfDay(word, parts));
  }
  if (parts->hour >= 0 && ReadHalfOfDay(word, parts)) return true;
  absl::string_view name = word;
  absl::ConsumeSuffix(&name, ".");
  if (parts->month < 0) {
    const int month = MonthOf(name);
    if (month > 0) {
      parts->month = month;
      return true;
    }
  }
  if (IsWeekday(name) || absl::EqualsIgnoreCase(name, "at") ||
      absl::EqualsIgnoreCase(name, "on")) {
    return true;
  }
  return ReadDayOrYear(word, parts) ||
         (parts->hour >= 0 && parts->zone.empty() && ReadZone(word, parts));
}

bool ReadEnglish(absl::string_view text, DateParts* parts) {
  // What JavaScript puts behind: `GMT+0900 (Japan Standard Time)`.
  if (absl::EndsWith(text, ")")) text = text.substr(0, text.find('('));
  for (absl::string_view word :
       absl::StrSplit(text, absl::ByAnyChar(" ,"), absl::SkipEmpty())) {
    if (!ReadWord(word, parts)) return false;
  }
  return true;
}

// Returns `parts` in the form of RFC 3339, the day alone if there is no such
// time, or nothing if there is no such day.
std::optional<std::string> Write(const DateParts& parts) {
  // Earlier ones are what programs write for none, as 0001-01-01.
  if (parts.year < 1000 || parts.month < 1 || parts.day < 1) return {};
  const absl::CivilDay day(parts.year, parts.month, parts.day);
  if (day.month() != parts.month || day.day() != parts.day) return {};
  std::string date = absl::FormatCivilTime(day);
  // Leap seconds, and midnight as 24:00, are times that others may refuse.
  const bool is_time = parts.hour <= 23 && parts.minute >= 0 &&
                       parts.minute <= 59 && parts.second <= 59;
  if (!is_time || parts.zone.empty()) return date;
  return absl::StrCat(date,
                      absl::StrFormat("T%02d:%02d:%02d", parts.hour,
                                      parts.minute, parts.second),
                      parts.fraction, parts.zone);
}

}  // namespace

std::optional<std::string> ReadPageDate(absl::string_view text) {
  if (text.size() > kMaxDateBytes) return std::nullopt;
  std::string plain = absl::StrReplaceAll(text, {{"年", "-"},
                                                 {"月", "-"},
                                                 {"日", " "},
                                                 {"時", ":"},
                                                 {"分", " "},
                                                 {"\u00A0", " "},
                                                 {"\u202F", " "}});
  absl::RemoveExtraAsciiWhitespace(&plain);
  DateParts parts;
  if (ReadYearFirst(plain, &parts)) return Write(parts);
  parts = DateParts();
  if (ReadEnglish(plain, &parts)) return Write(parts);
  return std::nullopt;
}

}  // namespace footnote
