// A quantity while it is read, and whether it is one.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_DRAFT_H_
#define FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_DRAFT_H_

#include <cstddef>
#include <optional>
#include <string>

#include "retrieval/text/numerals.h"
#include "retrieval/text/quantities.h"
#include "retrieval/text/quantity_tokens.h"

namespace footnote {

// A quantity as it is read, in tokens.
struct QuantityDraft {
  size_t number = 0;  // The first token of the number itself.
  size_t begin = 0;   // With a sign of money before it.
  size_t end = 0;
  size_t number_end = 0;
  Numeral numeral;
  QuantityKind kind = QuantityKind::kNumber;
  double value = 0;
  std::optional<double> upper;
  std::string unit;
  QuantityBound bound = QuantityBound::kExactly;
  bool hyphen_range = false;  // "5-10"
};

// Returns whether nothing that touches the quantity makes it part of a code:
// "3D", "1990s", "10-something". Thread-safe.
bool StandsApart(const QuantityTokens& tokens, const QuantityDraft& draft);

// Returns whether the draft is a quantity beyond doubt: it stands apart and has
// a unit or a counted noun, or stands alone in prose and reads as neither year
// nor label. Thread-safe.
bool IsSureQuantity(const QuantityTokens& tokens, const QuantityDraft& draft);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_DRAFT_H_
