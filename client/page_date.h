// The dates that web pages tell.

#ifndef FOOTNOTE_CLIENT_PAGE_DATE_H_
#define FOOTNOTE_CLIENT_PAGE_DATE_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

// Returns `text` as an RFC 3339 date or date and time, as
// footnote.v1.Document.published takes it, or nothing if it is none of a day
// that exists. Read are
//
// - ISO 8601 and what resembles it, the year first: `2025-01-31T09:30:00+0900`,
//   `2025-01-31 09:30`, `2025/1/31`, `20250131`, `2025年1月31日`;
// - English with the month by its name, in any order: `Fri, 31 Jan 2025
//   09:30:00 GMT`, `January 31, 2025 at 9:30 a.m.`, `31st January 2025`.
//
// Nothing is guessed: `1/2/2025` is no date, as it has two readings, and a time
// whose zone is not told, or not known, or that no clock shows, is left out, so
// that the day remains.
std::optional<std::string> ReadPageDate(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_PAGE_DATE_H_
