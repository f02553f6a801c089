// What some terms together give to the passages of a window.

#ifndef FOOTNOTE_RETRIEVAL_RANK_WINDOW_SCORES_H_
#define FOOTNOTE_RETRIEVAL_RANK_WINDOW_SCORES_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "retrieval/index/posting.h"

namespace footnote {

// The sums of the scores of up to kPassages passages in a row. Not thread-safe.
class WindowScores {
 public:
  static constexpr PassageNumber kPassages = 2048;

  // Adds `score` to the sum of the passage at `offset`, less than kPassages.
  void Add(size_t offset, double score) {
    held_[offset / 64] |= uint64_t{1} << (offset % 64);
    sums_[offset] += score;
  }

  // Calls visit(offset, sum) of each passage that was added to, in order, and
  // forgets it.
  template <typename Visit>
  void Drain(const Visit& visit) {
    for (size_t word = 0; word < held_.size(); ++word) {
      for (uint64_t bits = held_[word]; bits != 0; bits &= bits - 1) {
        const size_t offset =
            word * 64 + static_cast<size_t>(std::countr_zero(bits));
        visit(offset, sums_[offset]);
        sums_[offset] = 0;
      }
      held_[word] = 0;
    }
  }

 private:
  std::array<double, kPassages> sums_ = {};
  std::array<uint64_t, kPassages / 64> held_ = {};  // A bit each.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_WINDOW_SCORES_H_
