// The units that English text measures in, and the currencies that it pays in.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_UNITS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_UNITS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "retrieval/text/quantity_tokens.h"

namespace footnote {

// What a unit measures.
enum class UnitKind : uint8_t {
  kMeasure,
  kMoney,
  kPercent,
};

// A unit that stands behind a number.
struct Unit {
  size_t end = 0;    // Behind its last token.
  std::string name;  // As Quantity::unit has it.
  UnitKind kind = UnitKind::kMeasure;
  double factor = 1;  // 0.01 of "cents", which are counted in dollars.
};

// A sign of money before a number.
struct MoneySign {
  size_t begin = 0;  // Its first token.
  std::string code;  // ISO 4217.
};

// Returns the unit whose first token is `i`, as "percentage points", "square
// miles", "Hong Kong dollars", "kilometers per hour", or nothing. `i` is behind
// a number, perhaps with a hyphen between. Thread-safe.
std::optional<Unit> UnitAt(const QuantityTokens& tokens, size_t i);

// Returns whether `name`, as Quantity::unit has it, is a unit of time from the
// second to the year.
bool IsTimeUnit(absl::string_view name);

// Returns the sign or code of money that ends before token `i`, as "$", "US$",
// "EUR", or nothing. Thread-safe.
std::optional<MoneySign> MoneySignBefore(const QuantityTokens& tokens,
                                         size_t i);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_UNITS_H_
