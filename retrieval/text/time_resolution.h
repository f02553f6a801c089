// From what an expression of time says to when that is.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_RESOLUTION_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_RESOLUTION_H_

#include <optional>

#include "absl/time/civil_time.h"
#include "retrieval/text/calendar.h"
#include "retrieval/text/time_expression.h"
#include "retrieval/text/time_reading.h"

namespace footnote {

// Whether what a sentence tells lies behind or ahead.
enum class Tense {
  kOpen,
  kPast,
  kDone,  // Past, and told beside the time: "killed Aug. 7".
  kFuture,
};

// Returns whether `tense` tells of what lies behind.
inline bool IsPast(Tense tense) {
  return tense == Tense::kPast || tense == Tense::kDone;
}

// Resolves the readings of one text in order of place. Not thread-safe.
class TimeResolver {
 public:
  // `published`: the day the text appeared, if known.
  explicit TimeResolver(std::optional<absl::CivilDay> published)
      : published_(published) {}

  // Returns the value, period, kind and precision of `reading`, told in
  // `tense`; range and bound are left to the caller. Remembers what it names
  // for readings that are counted from there. Nothing if it can't be a time.
  TimeExpression Resolve(const TimeReading& reading, Tense tense);

 private:
  // A stretch of the calendar: whole units.
  struct Stretch {
    absl::CivilDay begin;
    TimeUnit unit = TimeUnit::kDay;
  };

  TimeExpression ResolveCalendar(const TimeReading& reading, Tense tense);
  TimeExpression ResolveShift(const TimeReading& reading, Tense tense);
  TimeExpression ResolveWeekday(const TimeReading& reading, Tense tense);
  TimeExpression ResolveHoliday(const TimeReading& reading, Tense tense);

  std::optional<absl::civil_year_t> YearOf(const TimeReading& reading) const;
  TimeExpression Season(const TimeReading& reading, Tense tense);
  TimeExpression Quarter(const TimeReading& reading);
  TimeExpression Name(const TimeReading& reading, Stretch stretch);

  std::optional<absl::CivilDay> published_;
  std::optional<Stretch> named_;           // What was named last.
  std::optional<absl::CivilDay> quarter_;  // The quarter that figures are of.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_RESOLUTION_H_
