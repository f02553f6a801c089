// A set of passages of one corpus.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SET_H_
#define FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SET_H_

#include <algorithm>
#include <cstddef>
#include <vector>

#include "retrieval/index/postings.h"

namespace footnote {

// A set of passage numbers, a bit each up to the greatest. A value; not
// thread-safe while it changes.
class PassageSet {
 public:
  // Returns the set of all numbers below `bound`.
  static PassageSet Below(size_t bound) {
    PassageSet passages;
    passages.members_.assign(bound, true);
    return passages;
  }

  // Adds `passage`, a number that the corpus has.
  void Add(PassageNumber passage) {
    if (passage >= members_.size()) {
      members_.resize(std::max<size_t>(size_t{passage} + 1,
                                       members_.size() + members_.size() / 2));
    }
    members_[passage] = true;
  }

  // Adds what `other` holds.
  void UniteWith(const PassageSet& other) {
    members_.resize(std::max(members_.size(), other.members_.size()));
    for (size_t i = 0; i < other.members_.size(); ++i) {
      if (other.members_[i]) members_[i] = true;
    }
  }

  // Leaves only what `other` holds too, or does not hold.
  void IntersectWith(const PassageSet& other) { Keep(other, true); }
  void Subtract(const PassageSet& other) { Keep(other, false); }

  bool Contains(PassageNumber passage) const {
    return passage < members_.size() && members_[passage];
  }

  bool empty() const {
    return std::find(members_.begin(), members_.end(), true) == members_.end();
  }

 private:
  // Leaves what `other` holds or not, as `held` says.
  void Keep(const PassageSet& other, bool held) {
    for (size_t i = 0; i < members_.size(); ++i) {
      if (other.Contains(static_cast<PassageNumber>(i)) != held) {
        members_[i] = false;
      }
    }
  }

  std::vector<bool> members_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_SET_H_
