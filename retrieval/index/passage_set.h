// A set of passages of one corpus.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SET_H_
#define FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SET_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "retrieval/index/posting.h"

namespace footnote {

// A set of passage numbers, a bit each up to the greatest. A value; not
// thread-safe while it changes.
class PassageSet {
 public:
  // Returns the set of all numbers below `bound`.
  static PassageSet Below(size_t bound) {
    PassageSet passages;
    passages.words_.assign(bound / kBits, ~uint64_t{0});
    if (bound % kBits != 0) {
      passages.words_.push_back((uint64_t{1} << (bound % kBits)) - 1);
    }
    return passages;
  }

  // Adds `passage`, a number that the corpus has.
  void Add(PassageNumber passage) {
    const size_t word = passage / kBits;
    if (word >= words_.size()) {
      words_.resize(std::max(word + 1, words_.size() + words_.size() / 2));
    }
    words_[word] |= uint64_t{1} << (passage % kBits);
  }

  // Adds what `other` holds.
  void UniteWith(const PassageSet& other) {
    words_.resize(std::max(words_.size(), other.words_.size()));
    for (size_t i = 0; i < other.words_.size(); ++i) {
      words_[i] |= other.words_[i];
    }
  }

  // Leaves only what `other` holds too.
  void IntersectWith(const PassageSet& other) {
    words_.resize(std::min(words_.size(), other.words_.size()));
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }

  // Leaves only what `other` does not hold.
  void Subtract(const PassageSet& other) {
    const size_t common = std::min(words_.size(), other.words_.size());
    for (size_t i = 0; i < common; ++i) words_[i] &= ~other.words_[i];
  }

  bool Contains(PassageNumber passage) const {
    const size_t word = passage / kBits;
    return word < words_.size() &&
           (words_[word] >> (passage % kBits) & uint64_t{1}) != 0;
  }

  // Returns the least member from `passage` on; if there is none, the greatest
  // PassageNumber, which no passage has.
  PassageNumber FirstFrom(PassageNumber passage) const {
    size_t word = passage / kBits;
    if (word >= words_.size()) return kNone;
    uint64_t bits = words_[word] & (~uint64_t{0} << (passage % kBits));
    while (bits == 0) {
      if (++word == words_.size()) return kNone;
      bits = words_[word];
    }
    return static_cast<PassageNumber>(
        word * kBits + static_cast<size_t>(std::countr_zero(bits)));
  }

  bool empty() const { return FirstFrom(0) == kNone; }

 private:
  static constexpr size_t kBits = 64;
  static constexpr PassageNumber kNone =
      std::numeric_limits<PassageNumber>::max();

  std::vector<uint64_t> words_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SET_H_
