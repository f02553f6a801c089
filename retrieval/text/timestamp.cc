#include "retrieval/text/timestamp.h"

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/time/time.h"

namespace footnote {
namespace {

constexpr size_t kDateSize = 10;  // "2025-01-31"

// Returns whether `text` begins with a date in the layout of RFC 3339.
// absl::ParseTime() alone takes years and days of other lengths too.
bool BeginsWithDate(absl::string_view text) {
  constexpr absl::string_view kLayout = "dddd-dd-dd";
  if (text.size() < kDateSize) return false;
  for (size_t i = 0; i < kDateSize; ++i) {
    const bool fits =
        kLayout[i] == 'd'
            ? absl::ascii_isdigit(static_cast<unsigned char>(text[i]))
            : text[i] == kLayout[i];
    if (!fits) return false;
  }
  return true;
}

}  // namespace

bool IsRfc3339(absl::string_view text) {
  if (!BeginsWithDate(text)) return false;
  absl::Time time;
  std::string error;
  if (text.size() == kDateSize) {
    return absl::ParseTime("%E4Y-%m-%d", text, &time, &error);
  }
  const char separator = text[kDateSize];
  return (separator == 'T' || separator == 't') &&
         !absl::ascii_isspace(static_cast<unsigned char>(text.back())) &&
         absl::ParseTime("%Y-%m-%d%ET%H:%M:%E*S%Ez", text, &time, &error);
}

}  // namespace footnote
