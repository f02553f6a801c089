// The words that expressions of time are made of.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_WORDS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_WORDS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace footnote {

// What a word or mark is to an expression of time. In parentheses: what
// its value is.
enum class TimeWord : uint8_t {
  kOther,
  kEnd,  // Behind the last word of the sentence.

  // Numbers.
  kNumber,      // "25" (itself)
  kAmount,      // "1,000", "2.5", "1/2", too large, or glued to letters
  kCardinal,    // "three" (3)
  kHundred,     // "hundred", "thousand", "dozen" (100, 1000, 12)
  kOrdinal,     // "third", "3rd" (3)
  kVagueCount,  // "several", "few"
  kClock,       // "9:30" (minutes of the day)
  kIsoDay,      // "2025-02-07", "2/27/2025" (20250207)
  kDecade,      // "1990s", "'90s", "nineties" (1990)
  kShortYear,   // "'44" (44)

  // Names.
  kMonth,         // "February", "Feb." (2)
  kShortMonth,    // "Feb" without a stop: only beside a number (2)
  kMayMonth,      // "May", "March": also other words (5, 3)
  kWeekday,       // "Friday" (absl::Weekday)
  kShortWeekday,  // "Fri." (absl::Weekday): only before a date
  kWeekdays,      // "Fridays" (absl::Weekday)
  kSeason,        // "summer" (Season)
  kHolidayWord,   // What begins the name of a holiday

  // Units and parts.
  kUnit,           // "week" (TimeUnit)
  kUnits,          // "weeks" (TimeUnit)
  kHalf,           // "half"
  kQuarterNumber,  // "Q3" (3)
  kPeriod,         // "period"
  kDayPart,        // "night" (DayPart)
  kMeridiem,       // "a.m.", "p.m." (0, 12)
  kZone,           // "EST", "GMT"
  kNoon,           // "noon", "midday", "midnight" (minutes of the day)
  kFiscal,         // "fiscal", "FY"
  kDayName,        // "today", "yesterday" (days from the day of publication)
  kTonight,
  kFrequency,  // "daily" (TimeUnit)
  kNow,
  kRecent,
  kRecently,
  kFuture,
  kTerm,  // "term" as in "the near term"
  kNear,  // "near", "short", "long"

  // Pointers.
  kA,
  kThe,
  kIts,
  kThis,
  kThese,
  kThat,
  kLast,
  kPast,
  kPrevious,
  kNext,
  kFollowing,
  kComing,
  kLatest,
  kSame,
  kEach,
  kPart,  // "early", "late", "mid"

  kMore,  // "more", "consecutive", "full": between a number and a unit

  // No phrase begins with one of these.
  kAgo,
  kEarlier,
  kLater,
  kCount,   // "people", "dollars": what a number is no year before
  kNoYear,  // "about", "than", "at": what no year follows

  // Prepositions.
  kIn,  // Also "during", "within".
  kOf,
  kFor,
  kOn,
  kAt,
  kBy,  // Also "until".
  kSince,
  kBefore,
  kAfter,
  kFrom,  // Also "starting".
  kTo,
  kThrough,
  kBetween,
  kAnd,

  // Verbs.
  kIs,    // "is", "are": with "to" ahead
  kWill,  // What is to come: "will", "scheduled"
  kPlan,  // "plan", "planned": ahead if "to" or "for" follows
  kWas,   // What has been: "said", "was"

  // Marks.
  kComma,
  kDash,  // Without white space before it.
  kApostrophe,
  kPossessive,  // "'s"
  kMoney,       // "$", "£", "#"
  kPercent,
};

// The parts of a day of TIMEX3.
enum class DayPart : uint8_t {
  kNone,
  kMorning,
  kAfternoon,
  kEvening,
  kNight,
};

// Returns whether `word` is one of `words`.
template <typename... Words>
constexpr bool IsOneOf(TimeWord word, Words... words) {
  return ((word == words) || ...);
}

// What is known of a word that stands alone.
struct TimeEntry {
  TimeWord word = TimeWord::kOther;
  int32_t value = 0;  // See TimeWord.
};

// Returns what `word`, in lower-case ASCII, is; kOther if it is nothing to an
// expression of time. Thread-safe.
TimeEntry LookUpTimeWord(absl::string_view word);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_WORDS_H_
