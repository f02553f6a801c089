// What the scores of the passages of each block are at most.

#ifndef FOOTNOTE_RETRIEVAL_RANK_BLOCK_BOUNDS_H_
#define FOOTNOTE_RETRIEVAL_RANK_BLOCK_BOUNDS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "absl/types/span.h"
#include "retrieval/rank/passage_block.h"

namespace footnote {

// A bound of a score, in units of which a search chooses how many make one.
using Bound = uint16_t;
inline constexpr Bound kMostBound = std::numeric_limits<Bound>::max();

// The bounds of the passages of one block.
using PassageBounds = std::array<Bound, kBlockPassages>;

// Returns the greatest of `bounds`.
inline Bound GreatestOf(const PassageBounds& bounds) {
  Bound greatest = 0;
  for (const Bound bound : bounds) greatest = std::max(greatest, bound);
  return greatest;
}

// A bound for each block of some groups in a row. Not thread-safe.
//
// What has a great bound is found by the greatest of each stride of blocks,
// which NoteGreatest() keeps: NextFrom() and Greatest() do not know of what was
// added since.
class BlockBounds {
 public:
  BlockBounds() = default;

  // Of the groups from that of `first` to that of `last`; all bounds are 0.
  BlockBounds(PassageNumber first, PassageNumber last);

  // Returns the first block, and the one behind the last.
  size_t begin() const { return begin_; }
  size_t end() const { return begin_ + bounds_.size(); }

  // Returns the bounds from `block`, one of them, on.
  absl::Span<Bound> From(size_t block) {
    return absl::MakeSpan(bounds_).subspan(block - begin_);
  }

  // Returns the bound of `block`, one of them.
  Bound& operator[](size_t block) { return bounds_[block - begin_]; }
  Bound operator[](size_t block) const { return bounds_[block - begin_]; }

  // Keeps what is the greatest now of the strides of the blocks from `begin` up
  // to but without `end`.
  void NoteGreatest(size_t begin, size_t end);

  // Sets the bounds of the blocks from `block` up to but without `end` to 0, as
  // far as there are any.
  void Clear(size_t block, size_t end);

  // Returns the first block from `block` on that has a bound of `least` or
  // more, or end().
  size_t NextFrom(size_t block, Bound least) const;

  // Returns up to `count` blocks, 1 or more, that have the greatest bounds, not
  // those of 0, in order of number.
  std::vector<size_t> Greatest(size_t count) const;

 private:
  // Returns the bound, 1 or more, that at least `count` blocks reach if there
  // are so many: the least of the `count` greatest of strides, as noted.
  Bound GreatestOfStrides(size_t count) const;

  // Returns the greatest bound of the group that begins at that place.
  Bound GreatestOfGroup(size_t place) const;

  size_t begin_ = 0;
  std::vector<Bound> bounds_;
  std::vector<Bound> greatest_;  // No less than any of the stride.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_BLOCK_BOUNDS_H_
