// Words of news that say the contrary of each other.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_OPPOSITES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_OPPOSITES_H_

#include "absl/strings/string_view.h"

namespace footnote {

// Returns whether `a` and `b`, terms as the index spells them ("support",
// "oppos"), can't both be true of the same thing at once: who wins does not
// lose. Only a few verbs and nouns of news are known. Thread-safe.
bool AreOpposite(absl::string_view a, absl::string_view b);

// Returns whether there is a term that is opposite to `term`. Thread-safe.
bool HasOpposite(absl::string_view term);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_OPPOSITES_H_
