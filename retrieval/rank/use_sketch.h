// Estimates how often things were used lately, in little memory.
//
// Cormode, Muthukrishnan: "An improved data stream summary: the count-min
// sketch and its applications", 2005; halved now and then as in Einziger,
// Friedman, Manes: "TinyLFU: a highly efficient cache admission policy", 2017.

#ifndef FOOTNOTE_RETRIEVAL_RANK_USE_SKETCH_H_
#define FOOTNOTE_RETRIEVAL_RANK_USE_SKETCH_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace footnote {

// Counts uses of things that are named by a hash. Not thread-safe.
class UseSketch {
 public:
  UseSketch() : counts_(kRows * kColumns) {}

  // Counts `uses` of what has this hash.
  void Add(uint64_t hash, uint32_t uses) {
    for (size_t row = 0; row < kRows; ++row) {
      uint8_t& count = counts_[PlaceOf(hash, row)];
      count = static_cast<uint8_t>(std::min<uint32_t>(count + uses, kMost));
    }
    added_ += uses;
    if (added_ < kHalveAfter) return;
    added_ = 0;
    for (uint8_t& count : counts_) count /= 2;
  }

  // Returns how often what has this hash was used, or a greater number if
  // others share its places; what is long ago counts less.
  uint32_t Count(uint64_t hash) const {
    uint32_t least = kMost;
    for (size_t row = 0; row < kRows; ++row) {
      least = std::min<uint32_t>(least, counts_[PlaceOf(hash, row)]);
    }
    return least;
  }

 private:
  static constexpr size_t kRows = 4;
  static constexpr size_t kColumns = 65'536;
  static constexpr uint32_t kHalveAfter = 200'000;
  static constexpr uint32_t kMost = std::numeric_limits<uint8_t>::max();

  // Each row goes by 16 bits of the hash.
  static size_t PlaceOf(uint64_t hash, size_t row) {
    return row * kColumns + (hash >> (16 * row)) % kColumns;
  }

  std::vector<uint8_t> counts_;
  uint32_t added_ = 0;  // Since the counts were halved.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_USE_SKETCH_H_
