// Passages by blocks of consecutive numbers.

#ifndef FOOTNOTE_RETRIEVAL_RANK_PASSAGE_BLOCK_H_
#define FOOTNOTE_RETRIEVAL_RANK_PASSAGE_BLOCK_H_

#include <cstddef>

#include "retrieval/index/posting.h"

namespace footnote {

// A block begins at each multiple of this. Of smaller blocks fewer are looked
// into, but there are more to choose from; of 8, 16, 32 and 64, this was the
// fastest for questions of seven words to a million passages.
inline constexpr size_t kBlockPassages = 8;

// Where postings begin is known of each multiple of this.
inline constexpr size_t kGroupPassages = 64;
inline constexpr size_t kGroupBlocks = kGroupPassages / kBlockPassages;

// Returns the block or the group of `passage`.
inline constexpr size_t BlockOf(PassageNumber passage) {
  return passage / kBlockPassages;
}
inline constexpr size_t GroupOf(PassageNumber passage) {
  return passage / kGroupPassages;
}

// Returns where `block` or `group` begins.
inline constexpr PassageNumber FirstOfBlock(size_t block) {
  return static_cast<PassageNumber>(block * kBlockPassages);
}
inline constexpr PassageNumber FirstOfGroup(size_t group) {
  return static_cast<PassageNumber>(group * kGroupPassages);
}

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_PASSAGE_BLOCK_H_
