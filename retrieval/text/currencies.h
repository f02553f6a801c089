// Currencies, as English text names them.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_CURRENCIES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_CURRENCIES_H_

#include <optional>

#include "absl/strings/string_view.h"

namespace footnote {

// A currency, or a part of one.
struct Currency {
  // ISO 4217, or the name in the singular where several countries share it.
  absl::string_view code;
  double factor = 1;  // How many of `code` it is worth: 0.01 of a cent.
};

// Returns the currency that the lower-case `word` names ("yen", "dollars"),
// told apart by the lower-case `owner` before it ("canadian", "kong") where
// that is not empty; nothing if the two name none. "Pounds" alone are a weight,
// "won" alone a verb: both need an owner. Thread-safe.
std::optional<Currency> CurrencyNamed(absl::string_view owner,
                                      absl::string_view word);

// Returns the code of `sign` with the letters that touch it before: "A$";
// empty if it is none. Thread-safe.
absl::string_view CurrencyOfSign(absl::string_view letters, char32_t sign);

// Returns whether `text` is the ISO 4217 code of a currency that news often
// names. Thread-safe.
bool IsCurrencyCode(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_CURRENCIES_H_
