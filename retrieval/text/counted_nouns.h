// What is counted behind a number.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_COUNTED_NOUNS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_COUNTED_NOUNS_H_

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "retrieval/text/quantity_tokens.h"

namespace footnote {

// A noun that a number counts.
struct CountedNoun {
  size_t end = 0;    // Behind its token.
  std::string name;  // In the singular, in lower case.
};

// Returns the noun in the plural that the number before token `i` counts, with
// no more than two words between that may describe it: "troops", "U.S. troops",
// "foreign construction workers". Nothing if none is sure to be one.
// Thread-safe.
std::optional<CountedNoun> CountedNounAt(const QuantityTokens& tokens,
                                         size_t i);

// Returns the noun in the singular at token `i` that "one" before it counts:
// "soldier". Only nouns of a list: "one day", "one thing" count nothing.
// Thread-safe.
std::optional<CountedNoun> SingleNounAt(const QuantityTokens& tokens, size_t i);

// Returns the noun in the singular that makes a compound with a number: the
// "member" of "12-member"; nothing if it is not of a list. Thread-safe.
std::optional<CountedNoun> CompoundNounAt(const QuantityTokens& tokens,
                                          size_t i);

// Returns `noun`, in lower case, in the singular. A noun that is no plural
// comes back as it is. Thread-safe.
std::string SingularOf(absl::string_view noun);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_COUNTED_NOUNS_H_
