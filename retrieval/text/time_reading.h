// What an expression of time says, before it is known from when it speaks.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_READING_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_READING_H_

#include <cstddef>
#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "retrieval/text/calendar.h"
#include "retrieval/text/time_expression.h"
#include "retrieval/text/time_words.h"

namespace footnote {

// An expression of time as it is written. The grammar makes it, the resolution
// turns it into a value.
struct TimeReading {
  // What the expression is made of.
  enum class Form {
    kCalendar,  // Fields of the calendar, some of them left out: "March 5".
    kShift,     // So many units from a day: "last year", "two days later".
    kWeekday,   // "Friday", "next Friday".
    kHoliday,   // "Christmas", "last Thanksgiving".
    kFixed,     // Known as it stands: "three days", "daily", "now".
  };

  // Which of the days that recur is meant.
  enum class Pointer {
    kOpen,  // What the verb and the day of publication say.
    kLast,
    kThis,
    kNext,
  };

  // From where a shift is counted.
  enum class Anchor {
    kPublished,
    kNamed,  // What the text named last.
  };

  size_t begin = 0;  // The first token.
  size_t end = 0;    // The token behind the last one.

  Form form = Form::kFixed;
  Pointer pointer = Pointer::kOpen;
  Anchor anchor = Anchor::kPublished;
  TimeUnit unit = TimeUnit::kDay;

  // Of the calendar; 0 is left out.
  int year = 0;
  int month = 0;
  int day = 0;
  int quarter = 0;
  int half = 0;
  std::optional<Season> season;
  std::optional<int> year_shift;  // "of last year" is -1.
  bool fiscal = false;

  int count = 0;  // Of a shift, in units.
  absl::Weekday weekday = absl::Weekday::monday;
  Holiday holiday = Holiday::kChristmas;
  int offset_days = 0;  // "two days after Election Day" is 2.

  DayPart part = DayPart::kNone;
  std::optional<int> minutes;  // Of the clock, 0 to 1440.

  // Of a fixed one.
  TimeKind kind = TimeKind::kDate;
  std::string value;

  bool range_begin = false;  // The next reading is the other end of a range.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_READING_H_
