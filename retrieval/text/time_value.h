// How an expression of time is written down.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_VALUE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_VALUE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "retrieval/text/calendar.h"
#include "retrieval/text/time_expression.h"
#include "retrieval/text/time_reading.h"

namespace footnote {

// Returns how TIMEX3 writes `number` units as a duration: "P2D", "PT3H"; -1 is
// a number that is left open ("PXD"). Quarters are told in months, decades and
// centuries in years.
std::string FormatDuration(int number, TimeUnit unit);

// Returns `number` and a half: "P2Y6M", "PT5H30M", "P2.5D".
std::string FormatDurationAndAHalf(int number, TimeUnit unit);

// Returns `number`, written in digits with a point or commas, units: "P1000D",
// "P2.5Y". Empty if it is no number, or its unit is told in another.
std::string FormatWrittenDuration(absl::string_view number, TimeUnit unit);

// Returns the value of a day, week, month ... that can't be told: "XXXX-XX".
std::string OpenValue(TimeUnit unit);

// Returns a date of `value` without a period.
TimeExpression DateOf(std::string value, TimeUnit unit);

// Adds the part of the day or the time of the clock that `reading` gives to
// `expression`, if that is of a day.
void AddPart(const TimeReading& reading, TimeExpression& expression);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_VALUE_H_
