// Values without a bound as features in [0, 1).

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SATURATION_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SATURATION_H_

#include <cstddef>

namespace footnote {

// Returns value / (value + half): 0 for 0, 1/2 for `half`, as the frequency of
// a term saturates in BM25.
//
// REQUIRES: value >= 0, half > 0.
inline double Saturated(double value, double half) {
  return value / (value + half);
}

// Returns `count` so that the first few count most.
inline double SaturatedCount(size_t count) {
  return Saturated(static_cast<double>(count), 2);
}

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SATURATION_H_
