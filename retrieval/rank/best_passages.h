// Keeps the best of the passages that it is shown.

#ifndef FOOTNOTE_RETRIEVAL_RANK_BEST_PASSAGES_H_
#define FOOTNOTE_RETRIEVAL_RANK_BEST_PASSAGES_H_

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "retrieval/index/posting.h"

namespace footnote {

// A passage and its score.
struct ScoredPassage {
  PassageNumber passage = 0;
  double score = 0;
};

// The best so far: a heap whose top is the worst. Not thread-safe.
class BestPassages {
 public:
  // Keeps at most `limit`, at least 1.
  explicit BestPassages(size_t limit) : limit_(limit) {}

  // Returns the score that one has to exceed to be kept, if its number is
  // greater than all before; less than 0 while there is room.
  double threshold() const {
    return heap_.size() < limit_ ? -1 : heap_.front().score;
  }

  // Keeps `passage` if it is one of the best.
  void Add(const ScoredPassage& passage) {
    if (heap_.size() == limit_) {
      if (!IsBetter(passage, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), IsBetter);
      heap_.pop_back();
    }
    heap_.push_back(passage);
    std::push_heap(heap_.begin(), heap_.end(), IsBetter);
  }

  // Returns them, best first, ties by number, and keeps none.
  std::vector<ScoredPassage> TakeSorted() {
    std::sort_heap(heap_.begin(), heap_.end(), IsBetter);
    return std::exchange(heap_, {});
  }

 private:
  static bool IsBetter(const ScoredPassage& a, const ScoredPassage& b) {
    return a.score != b.score ? a.score > b.score : a.passage < b.passage;
  }

  size_t limit_;
  std::vector<ScoredPassage> heap_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_BEST_PASSAGES_H_
