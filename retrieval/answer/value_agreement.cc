#include "retrieval/answer/value_agreement.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/time/time.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/timestamp.h"

namespace footnote {
namespace {

// How far "about" reaches, and the most that rounding changes, by the value.
constexpr double kAboutShare = 0.1;
constexpr double kMostRounding = 0.05;

// Counts below are taken to be exact, also 20 and 50.
constexpr double kExactCount = 100;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The values that a quantity may stand for.
struct Interval {
  double low = 0;
  double high = 0;
};

// Returns the unit of the last digit of `value` that is not 0 (100 of 12,300;
// 0.1 of 2.5), by its shortest decimal.
double LastPlace(double value) {
  char buffer[32];  // "1.2345678901234567e+308" fits.
  const auto written = std::to_chars(std::begin(buffer), std::end(buffer),
                                     value, std::chars_format::scientific);
  const absl::string_view digits(
      buffer, static_cast<size_t>(written.ptr - std::begin(buffer)));
  const size_t exponent_at = digits.find('e');
  const size_t point = digits.find('.');
  int exponent = 0;
  if (exponent_at == absl::string_view::npos ||
      !absl::SimpleAtoi(digits.substr(exponent_at + 1), &exponent)) {
    return 0;
  }
  const size_t decimals =
      point == absl::string_view::npos ? 0 : exponent_at - point - 1;
  return std::pow(10, exponent - static_cast<int>(decimals));
}

// Returns by how much `quantity` may have been rounded.
double Rounding(const Quantity& quantity) {
  const double value = std::abs(quantity.value);
  if (quantity.kind == QuantityKind::kNumber && value < kExactCount &&
      value == std::floor(value)) {
    return 0;
  }
  const double place = LastPlace(value);
  if (quantity.kind == QuantityKind::kNumber && place <= 1 &&
      value == std::floor(value)) {
    return 0;
  }
  return std::min(place / 2, kMostRounding * value);
}

Interval IntervalOf(const Quantity& quantity) {
  const double low = quantity.value;
  const double high = quantity.upper.value_or(low);
  switch (quantity.bound) {
    case QuantityBound::kMoreThan:
    case QuantityBound::kAtLeast:
      return {low, kInfinity};
    case QuantityBound::kLessThan:
    case QuantityBound::kAtMost:
      return {-kInfinity, high};
    case QuantityBound::kAbout: {
      const double slack = kAboutShare * std::abs(high);
      return {low - slack, high + slack};
    }
    case QuantityBound::kExactly:
      break;
  }
  // Just less than the half: 4.5 and 4.6 are different figures.
  const double slack =
      quantity.upper.has_value() ? 0 : 0.999 * Rounding(quantity);
  return {low - slack, high + slack};
}

ValueRelation Relate(bool overlap) {
  return overlap ? ValueRelation::kAgree : ValueRelation::kDiffer;
}

ValueRelation CompareQuantities(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind || a.unit != b.unit ||
      a.kind == QuantityKind::kOrdinal ||
      (a.kind == QuantityKind::kNumber && a.unit.empty())) {
    return ValueRelation::kIncomparable;
  }
  const Interval in_a = IntervalOf(a);
  const Interval in_b = IntervalOf(b);
  return Relate(in_a.low <= in_b.high && in_b.low <= in_a.high);
}

// Returns the time that `time` may stand for.
std::optional<TimePeriod> PeriodOf(const TimeExpression& time) {
  if (!time.period.has_value()) return std::nullopt;
  TimePeriod period = *time.period;
  switch (time.bound) {
    case TimeBound::kWithin:
      break;
    case TimeBound::kBy:
      period.begin = absl::InfinitePast();
      break;
    case TimeBound::kSince:
      period.end = absl::InfiniteFuture();
      break;
    case TimeBound::kBefore:
      period = {absl::InfinitePast(), period.begin};
      break;
    case TimeBound::kAfter:
      period = {period.end, absl::InfiniteFuture()};
      break;
  }
  return period;
}

// Days of the week that follow each other may be one day in two time zones;
// days that are written out are what they say.
ValueRelation CompareDates(const TimeExpression& a, absl::string_view text_a,
                           const TimeExpression& b, absl::string_view text_b) {
  if (!a.interval.empty() || !b.interval.empty()) {
    return a.interval == b.interval ? ValueRelation::kAgree
                                    : ValueRelation::kIncomparable;
  }
  const std::optional<TimePeriod> in_a = PeriodOf(a);
  const std::optional<TimePeriod> in_b = PeriodOf(b);
  if (!in_a.has_value() || !in_b.has_value()) {
    return ValueRelation::kIncomparable;
  }
  const absl::Duration slack = HasDigit(text_a) && HasDigit(text_b)
                                   ? absl::ZeroDuration()
                                   : absl::Hours(24);
  return Relate(in_a->begin < in_b->end + slack &&
                in_b->begin < in_a->end + slack);
}

// Returns the length that `value` ("P2D", "PT3H") gives, in hours, if it is one
// number of one unit.
std::optional<double> HoursOf(absl::string_view value) {
  if (value.size() < 3 || value.front() != 'P') return std::nullopt;
  const bool is_clock = value[1] == 'T';
  double number = 0;
  const size_t begin = is_clock ? 2 : 1;
  if (!absl::SimpleAtod(value.substr(begin, value.size() - begin - 1),
                        &number)) {
    return std::nullopt;
  }
  switch (value.back()) {
    case 'S':
      return number / 3600;
    case 'M':
      return is_clock ? number / 60 : number * 24 * 30.4375;
    case 'H':
      return number;
    case 'D':
      return number * 24;
    case 'W':
      return number * 24 * 7;
    case 'Y':
      return number * 24 * 365.25;
    default:
      return std::nullopt;
  }
}

// A length told in days is no more exact than a day; one told in other words
// is taken for the same within a tenth.
ValueRelation CompareDurations(const TimeExpression& a,
                               const TimeExpression& b) {
  if (a.value == b.value) return ValueRelation::kAgree;
  const std::optional<double> hours_a = HoursOf(a.value);
  const std::optional<double> hours_b = HoursOf(b.value);
  if (!hours_a.has_value() || !hours_b.has_value() ||
      a.bound != TimeBound::kWithin || b.bound != TimeBound::kWithin ||
      !a.interval.empty() || !b.interval.empty()) {
    return ValueRelation::kIncomparable;
  }
  return Relate(std::abs(*hours_a - *hours_b) <=
                kAboutShare * std::max(*hours_a, *hours_b));
}

}  // namespace

ValueRelation CompareValues(const TypedSpan& a, absl::string_view text_a,
                            const TypedSpan& b, absl::string_view text_b) {
  if (a.type != b.type) return ValueRelation::kIncomparable;
  if (a.quantity.has_value() && b.quantity.has_value()) {
    return CompareQuantities(*a.quantity, *b.quantity);
  }
  if (!a.time.has_value() || !b.time.has_value() ||
      a.time->kind == TimeKind::kRecurring ||
      b.time->kind == TimeKind::kRecurring) {
    return ValueRelation::kIncomparable;
  }
  const bool is_duration = a.time->kind == TimeKind::kDuration;
  if (is_duration != (b.time->kind == TimeKind::kDuration)) {
    return ValueRelation::kIncomparable;
  }
  return is_duration ? CompareDurations(*a.time, *b.time)
                     : CompareDates(*a.time, text_a, *b.time, text_b);
}

bool IsVague(const TypedSpan& span) {
  if (span.quantity.has_value()) {
    return span.quantity->bound != QuantityBound::kExactly ||
           span.quantity->upper.has_value();
  }
  return span.time.has_value() && span.time->kind != TimeKind::kDuration &&
         (span.time->bound != TimeBound::kWithin ||
          span.time->precision > TimePrecision::kDay);
}

}  // namespace footnote
