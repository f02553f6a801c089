// How alike two texts are.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_NEAR_DUPLICATE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_NEAR_DUPLICATE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {

// The resemblance from which two sentences say the same in nearly the same
// words.
inline constexpr double kNearDuplicateResemblance = 0.6;

// The set of a text's shingles, each a hash of neighbouring terms, sorted.
struct ShingleSet {
  std::vector<uint64_t> hashes;
};

// Returns the shingles of two terms of `text`, folded and stemmed, together
// with its single terms, so that short sentences compare too.
ShingleSet Shingles(absl::string_view text);

// Returns how much of the two sets is shared, in [0, 1]: the size of the
// intersection by that of the union. 1 for two empty sets.
// Broder: "On the resemblance and containment of documents", 1997.
double Resemblance(const ShingleSet& a, const ShingleSet& b);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_NEAR_DUPLICATE_H_
