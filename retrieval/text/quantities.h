// Numbers, measures, amounts of money and percentages in English text.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_QUANTITIES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_QUANTITIES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// What a quantity is a quantity of.
enum class QuantityKind : uint8_t {
  kNumber,   // A count or a bare number: "55,000 troops", "two-thirds".
  kMeasure,  // With a unit of measure: "20 km", "64-year-old".
  kMoney,    // "$140 billion", "10 trillion yen".
  kPercent,  // "12.5 percent", "0.5 percentage points".
  kOrdinal,  // A place in an order: "No. 3", "#3".
};

// How the text qualifies a quantity. "Nearly" and "almost" are kAbout.
enum class QuantityBound : uint8_t {
  kExactly,   // Not at all.
  kAbout,     // "about", "some", "nearly", "or so".
  kMoreThan,  // "over", "more than".
  kAtLeast,   // "at least", "no fewer than", "or more", "10+".
  kLessThan,  // "under", "fewer than".
  kAtMost,    // "up to", "no more than", "or less".
};

// A quantity of a text.
struct Quantity {
  // From where the number begins to where its unit or counted noun ends, with
  // the words between: "10 trillion yen", "55,000 U.S. troops". A compound is
  // taken whole: "64-year-old".
  ByteRange range;
  // The same with the words that qualify it: "over 10 trillion yen".
  ByteRange whole;
  QuantityKind kind = QuantityKind::kNumber;
  // In `unit`, with scale words multiplied in; of a range the lower end.
  double value = 0;
  // The upper end of a range ("5 to 10 km"), above `value`.
  std::optional<double> upper;
  // Of money the ISO 4217 code, where a bare "$", "dollars" and "cents" are
  // "USD", and the currency's name in the singular where several share it
  // ("peso"); of percentages "%" or "percentage point"; of measures the unit in
  // the singular ("year", "km", "mile", "°C"); of counts the counted noun in
  // the singular and lower case ("troop", "person"), empty if none is found.
  std::string unit;
  QuantityBound bound = QuantityBound::kExactly;
};

// Returns the quantities of `text` in order; no two overlap. A number that
// names or dates something is none: "Article 5", "F-35", "February 7", "1960",
// "10:30", "3-2". Takes linear time; text that is not UTF-8 is read as far as
// it goes. Thread-safe.
//
// REQUIRES: `text` has fewer than 2^32 bytes.
std::vector<Quantity> FindQuantities(absl::string_view text);

// Returns `quantity` in one form for all its spellings: the bound ("~", ">",
// ">=", "<", "<=", nothing for exactly), the value as the shortest decimal that
// reads back the same, ".." and the upper end of a range, and the unit behind a
// space: ">10000000000000 JPY", "55000 troop", "12.5 %", "5..10 km", "0.5". An
// ordinal is "#3". Thread-safe.
std::string NormalizedQuantity(const Quantity& quantity);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_QUANTITIES_H_
