#include "retrieval/text/time_value.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace footnote {
namespace {

constexpr int kOpenCount = -1;

// How TIMEX3 writes a unit, and how many of them one of ours is.
struct UnitCode {
  absl::string_view letters;
  int factor;
  bool clock;
};

UnitCode CodeOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return {"S", 1, true};
    case TimeUnit::kMinute:
      return {"M", 1, true};
    case TimeUnit::kHour:
      return {"H", 1, true};
    case TimeUnit::kDay:
      return {"D", 1, false};
    case TimeUnit::kWeekend:
      return {"WE", 1, false};
    case TimeUnit::kWeek:
      return {"W", 1, false};
    case TimeUnit::kMonth:
      return {"M", 1, false};
    case TimeUnit::kQuarter:
      return {"M", 3, false};
    case TimeUnit::kYear:
      return {"Y", 1, false};
    case TimeUnit::kDecade:
      return {"Y", 10, false};
    case TimeUnit::kCentury:
      return {"Y", 100, false};
  }
  return {"D", 1, false};
}

std::string OpenDuration(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kQuarter:
      return "PXQ";
    case TimeUnit::kDecade:
      return "PXDE";
    case TimeUnit::kCentury:
      return "PXCE";
    default: {
      const UnitCode code = CodeOf(unit);
      return absl::StrCat(code.clock ? "PTX" : "PX", code.letters);
    }
  }
}

TimePrecision PrecisionOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return TimePrecision::kInstant;
    case TimeUnit::kDay:
      return TimePrecision::kDay;
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return TimePrecision::kWeek;
    case TimeUnit::kMonth:
      return TimePrecision::kMonth;
    case TimeUnit::kQuarter:
      return TimePrecision::kSeason;
    case TimeUnit::kYear:
      return TimePrecision::kYear;
    case TimeUnit::kDecade:
      return TimePrecision::kDecade;
    case TimeUnit::kCentury:
      return TimePrecision::kCentury;
  }
  return TimePrecision::kDay;
}

}  // namespace

std::string FormatDuration(int number, TimeUnit unit) {
  if (number == kOpenCount) return OpenDuration(unit);
  const UnitCode code = CodeOf(unit);
  return absl::StrCat(code.clock ? "PT" : "P",
                      static_cast<int64_t>(number) * code.factor, code.letters);
}

std::string FormatDurationAndAHalf(int number, TimeUnit unit) {
  const UnitCode code = CodeOf(unit);
  if (code.factor > 1) {
    const int64_t halves = (2 * int64_t{number} + 1) * code.factor;
    return absl::StrCat("P", halves / 2, halves % 2 == 0 ? "" : ".5",
                        code.letters);
  }
  const std::string whole =
      number == 0 ? "" : absl::StrCat(number, code.letters);
  if (unit == TimeUnit::kYear) return absl::StrCat("P", whole, "6M");
  if (unit == TimeUnit::kHour) return absl::StrCat("PT", whole, "30M");
  return absl::StrCat(code.clock ? "PT" : "P", number, ".5", code.letters);
}

std::string FormatWrittenDuration(absl::string_view number, TimeUnit unit) {
  const UnitCode code = CodeOf(unit);
  const std::string plain = absl::StrReplaceAll(number, {{",", ""}});
  // Not all that a number may be elsewhere: "1e5", "inf".
  const bool is_plain =
      plain.find_first_not_of("0123456789.") == std::string::npos;
  double parsed = 0;
  if (code.factor != 1 || !is_plain || !absl::SimpleAtod(plain, &parsed)) {
    return "";
  }
  return absl::StrCat(code.clock ? "PT" : "P", plain, code.letters);
}

std::string OpenValue(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return "XXXX-WXX";
    case TimeUnit::kMonth:
      return "XXXX-XX";
    case TimeUnit::kQuarter:
      return "XXXX-QX";
    case TimeUnit::kYear:
    case TimeUnit::kDecade:
    case TimeUnit::kCentury:
      return "XXXX";
    default:
      return "XXXX-XX-XX";
  }
}

TimeExpression DateOf(std::string value, TimeUnit unit) {
  TimeExpression expression;
  expression.value = std::move(value);
  expression.precision = PrecisionOf(unit);
  return expression;
}

void AddPart(const TimeReading& reading, TimeExpression& expression) {
  static constexpr absl::string_view kParts[] = {"", "MO", "AF", "EV", "NI"};
  if (reading.unit != TimeUnit::kDay) return;
  if (reading.minutes.has_value()) {
    constexpr int kMinutesOfHour = 60;
    absl::StrAppendFormat(&expression.value, "T%02d:%02d",
                          *reading.minutes / kMinutesOfHour,
                          *reading.minutes % kMinutesOfHour);
    expression.kind = TimeKind::kClockTime;
    expression.precision = TimePrecision::kInstant;
  } else if (reading.part != DayPart::kNone) {
    absl::StrAppend(&expression.value, "T",
                    kParts[static_cast<size_t>(reading.part)]);
    expression.kind = TimeKind::kClockTime;
  }
}

}  // namespace footnote
