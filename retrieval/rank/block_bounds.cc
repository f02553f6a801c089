#include "retrieval/rank/block_bounds.h"

#include <algorithm>
#include <functional>

namespace footnote {
namespace {

// So many bounds are passed over at once where none of them does.
constexpr size_t kStride = 64;

// Not std::max_element(), which takes one after the other.
Bound GreatestOf(absl::Span<const Bound> bounds) {
  Bound greatest = 0;
  for (const Bound bound : bounds) greatest = std::max(greatest, bound);
  return greatest;
}

}  // namespace

BlockBounds::BlockBounds(PassageNumber first, PassageNumber last)
    : begin_(BlockOf(FirstOfGroup(GroupOf(first)))),
      bounds_((GroupOf(last) - GroupOf(first) + 1) * kGroupBlocks),
      greatest_((bounds_.size() + kStride - 1) / kStride) {}

void BlockBounds::NoteGreatest(size_t begin, size_t end) {
  const auto all = absl::MakeConstSpan(bounds_);
  for (size_t stride = (begin - begin_) / kStride;
       stride * kStride < end - begin_; ++stride) {
    greatest_[stride] = GreatestOf(all.subspan(stride * kStride, kStride));
  }
}

void BlockBounds::Clear(size_t block, size_t end) {
  for (; block < std::min(end, this->end()); ++block) (*this)[block] = 0;
}

size_t BlockBounds::NextFrom(size_t block, Bound least) const {
  size_t i = block - begin_;
  while (i < bounds_.size()) {
    if (i % kStride == 0 && greatest_[i / kStride] < least) {
      i += kStride;
    } else if (i % kGroupBlocks == 0 && GreatestOfGroup(i) < least) {
      i += kGroupBlocks;
    } else if (bounds_[i] >= least) {
      return begin_ + i;
    } else {
      ++i;
    }
  }
  return end();
}

Bound BlockBounds::GreatestOfGroup(size_t place) const {
  const Bound* const bounds = &bounds_[place];
  Bound greatest = 0;
  for (size_t i = 0; i < kGroupBlocks; ++i) {
    greatest = std::max(greatest, bounds[i]);
  }
  return greatest;
}

std::vector<size_t> BlockBounds::Greatest(size_t count) const {
  const auto is_greater = [this](size_t a, size_t b) {
    return (*this)[a] > (*this)[b];
  };
  const auto place = static_cast<ptrdiff_t>(count);
  const Bound least = GreatestOfStrides(count);
  std::vector<size_t> blocks;
  for (size_t block = NextFrom(begin_, least); block < end();
       block = NextFrom(block + 1, least)) {
    blocks.push_back(block);
  }
  if (blocks.size() <= count) return blocks;
  std::nth_element(blocks.begin(), blocks.begin() + place, blocks.end(),
                   is_greater);
  blocks.resize(count);
  std::sort(blocks.begin(), blocks.end());
  return blocks;
}

Bound BlockBounds::GreatestOfStrides(size_t count) const {
  if (greatest_.size() <= count) return 1;
  std::vector<Bound> greatest = greatest_;
  const auto last = greatest.begin() + static_cast<ptrdiff_t>(count) - 1;
  std::nth_element(greatest.begin(), last, greatest.end(), std::greater<>());
  return std::max<Bound>(*last, 1);
}

}  // namespace footnote
