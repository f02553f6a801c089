#include <array>
#include <charconv>
#include <string>

#include "absl/strings/str_cat.h"
#include "retrieval/text/quantities.h"

namespace footnote {
namespace {

absl::string_view SignOf(QuantityBound bound) {
  switch (bound) {
    case QuantityBound::kExactly:
      return "";
    case QuantityBound::kAbout:
      return "~";
    case QuantityBound::kMoreThan:
      return ">";
    case QuantityBound::kAtLeast:
      return ">=";
    case QuantityBound::kLessThan:
      return "<";
    case QuantityBound::kAtMost:
      return "<=";
  }
  return "";
}

// Returns the shortest decimal that reads back as `value`, without an exponent
// as long as that is of use.
std::string Decimal(double value) {
  constexpr double kLargest = 1e24;
  std::array<char, 64> buffer;
  char* const end = buffer.data() + buffer.size();
  const auto result =
      value < kLargest
          ? std::to_chars(buffer.data(), end, value, std::chars_format::fixed)
          : std::to_chars(buffer.data(), end, value);
  return std::string(buffer.data(), result.ptr);
}

}  // namespace

std::string NormalizedQuantity(const Quantity& quantity) {
  const std::string value = Decimal(quantity.value);
  if (quantity.kind == QuantityKind::kOrdinal) return absl::StrCat("#", value);
  return absl::StrCat(
      SignOf(quantity.bound), value,
      quantity.upper ? absl::StrCat("..", Decimal(*quantity.upper)) : "",
      quantity.unit.empty() ? "" : " ", quantity.unit);
}

}  // namespace footnote
