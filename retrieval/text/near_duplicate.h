// How alike two texts are.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_NEAR_DUPLICATE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_NEAR_DUPLICATE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace footnote {

// The resemblance from which two sentences say the same in nearly the same
// words.
inline constexpr double kNearDuplicateResemblance = 0.6;

// The set of a text's shingles, each a hash of neighbouring terms, sorted.
struct ShingleSet {
  std::vector<uint64_t> hashes;
};

// Returns what stands for `term`, as ForEachTerm() spells it, in a ShingleSet.
uint64_t HashTerm(absl::string_view term);

// Returns the shingles of two terms of a text together with its single terms,
// so that short sentences compare too. `terms` are the hashes of the text's
// terms in order.
ShingleSet Shingles(absl::Span<const uint64_t> terms);

// Returns the shingles of the terms of `text`, likewise.
ShingleSet Shingles(absl::string_view text);

// Returns how much of the two sets is shared, in [0, 1]: the size of the
// intersection by that of the union. 1 for two empty sets.
// Broder: "On the resemblance and containment of documents", 1997.
double Resemblance(const ShingleSet& a, const ShingleSet& b);

// The most hashes of a sketch: enough to tell half shared from a third shared
// nearly always.
inline constexpr size_t kSketchSize = 32;

// The resemblance from which two documents are copies of one text.
inline constexpr double kCopyResemblance = 0.5;

// Returns the least kSketchSize hashes of the runs of four words of `text`,
// letter case aside, sorted; fewer if it is short. Linear in its size.
// Broder: "On the resemblance and containment of documents", 1997.
std::vector<uint32_t> Sketch(absl::string_view text);

// Returns an estimate of how much of the runs of words of two texts is shared,
// in [0, 1], from their sketches: the share of the least hashes of both that
// stand in each. 0 if either is empty.
double SketchResemblance(const std::vector<uint32_t>& a,
                         const std::vector<uint32_t>& b);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_NEAR_DUPLICATE_H_
