// Dates as documents and questions give them.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIMESTAMP_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIMESTAMP_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace footnote {

// A stretch of time, half-open.
struct TimePeriod {
  absl::Time begin = absl::InfinitePast();
  absl::Time end = absl::InfiniteFuture();  // Not in it.

  bool Contains(absl::Time time) const { return begin <= time && time < end; }

  friend bool operator==(const TimePeriod&, const TimePeriod&) = default;
};

// Returns whether `text` is an RFC 3339 full-date ("2025-01-31") or date-time
// ("2025-01-31T09:30:00Z", "2025-01-31T09:30:00.5+09:00") of a day that exists.
bool IsRfc3339(absl::string_view text);

// Returns what `text` names, in UTC: a year ("2025"), a month ("2025-01"), a
// day, or, by an RFC 3339 date-time, the microsecond that begins then. Nothing
// if it names none of these.
std::optional<TimePeriod> ParsePeriod(absl::string_view text);

// Returns whether more than half of `time` lies in `period`. Of an instant, the
// whole of it.
bool LiesMostlyIn(const TimePeriod& time, const TimePeriod& period);

// Returns `time` as ParsePeriod() reads it, in UTC: as a day where one begins
// then, else as a date-time. Empty if it is infinite.
std::string FormatInstant(absl::Time time);

// Returns `period` as ISO 8601 has intervals: "2025-02-01/2025-03-01".
std::string FormatPeriod(const TimePeriod& period);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIMESTAMP_H_
