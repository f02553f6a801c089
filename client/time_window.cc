#include "client/time_window.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace footnote {
namespace {

// No year behind this one has four digits.
constexpr absl::civil_year_t kLastYear = 9999;

// Returns whether `text` has digits where `pattern` has them, and is else the
// same. Abseil takes spaces, signs and years of any length, too.
bool LooksLike(absl::string_view text, absl::string_view pattern) {
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                    [](unsigned char c, unsigned char expected) {
                      return absl::ascii_isdigit(expected)
                                 ? absl::ascii_isdigit(c)
                                 : c == expected;
                    });
}

// Returns where the time behind `text` begins, which is as long as `text` says:
// a year, a month or a day; empty if no four digits name its year; nothing if
// `text` is none of them.
template <typename Civil>
std::optional<std::string> NextAfter(absl::string_view text,
                                     absl::string_view pattern) {
  Civil civil;
  if (!LooksLike(text, pattern) || !absl::ParseCivilTime(text, &civil)) {
    return std::nullopt;
  }
  const Civil next = civil + 1;
  if (next.year() > kLastYear) return "";
  const std::string whole =
      absl::StrFormat("%04d-%02d-%02d", next.year(), next.month(), next.day());
  return whole.substr(0, pattern.size());
}

std::optional<std::string> NextAfter(absl::string_view text) {
  auto next = NextAfter<absl::CivilYear>(text, "2025");
  if (!next.has_value()) {
    next = NextAfter<absl::CivilMonth>(text, "2025-01");
  }
  if (!next.has_value()) {
    next = NextAfter<absl::CivilDay>(text, "2025-01-31");
  }
  return next;
}

}  // namespace

absl::StatusOr<v1::TimeWindow> ParseTimeWindow(absl::string_view text) {
  v1::TimeWindow window;
  const size_t dots = text.find("..");
  if (dots != absl::string_view::npos) {
    window.set_begin(std::string(text.substr(0, dots)));
    window.set_end(std::string(text.substr(dots + 2)));
    if (!window.begin().empty() || !window.end().empty()) return window;
  }
  const std::optional<std::string> next = NextAfter(text);
  if (!next.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat("'", text,
                     "' is no time; write it as BEGIN..END, or as one year, "
                     "month or day, such as 2025-01"));
  }
  window.set_begin(std::string(text));
  window.set_end(*next);
  return window;
}

}  // namespace footnote
