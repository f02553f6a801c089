#include "retrieval/text/timestamp.h"

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/time/time.h"

namespace footnote {
namespace {

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

}  // namespace

bool IsRfc3339(absl::string_view text) {
  if (!BeginsAs("dddd-dd-dd", text)) return false;
  absl::Time time;
  std::string error;
  if (text.size() == kDateSize) {
    return absl::ParseTime("%E4Y-%m-%d", text, &time, &error);
  }
  return BeginsAs("dddd-dd-ddTdd:dd:dd", text) && EndsInZone(text) &&
         absl::ParseTime("%Y-%m-%d%ET%H:%M:%E*S%Ez", text, &time, &error);
}

}  // namespace footnote
