// Posting lists made by chance, without an index.

#ifndef FOOTNOTE_TESTS_RETRIEVAL_RANK_DRAWN_POSTINGS_H_
#define FOOTNOTE_TESTS_RETRIEVAL_RANK_DRAWN_POSTINGS_H_

#include <cstdint>
#include <random>
#include <vector>

#include "retrieval/index/postings.h"

namespace footnote::testing {

// The lengths of passages by number.
using DrawnLengths = std::vector<uint32_t>;

// Draws the passages of a corpus and who of them holds a term.
class DrawnPostings {
 public:
  explicit DrawnPostings(unsigned seed) : random_(seed) {}

  // Returns a number in [low, high].
  uint32_t Number(uint32_t low, uint32_t high) {
    return std::uniform_int_distribution<uint32_t>(low, high)(random_);
  }

  bool Chance(double probability) {
    return std::bernoulli_distribution(probability)(random_);
  }

  // Returns the lengths of `passages` passages, numbered from 1. There are few
  // lengths, so that many scores are equal, and now and then a great one.
  DrawnLengths Lengths(size_t passages) {
    DrawnLengths lengths(passages + 1);
    for (size_t i = 1; i <= passages; ++i) {
      lengths[i] = Number(0, 2) + 20 * Number(1, 3);
      if (Chance(0.002)) lengths[i] = Number(60'000, 70'000);
    }
    return lengths;
  }

  // Returns a term's postings after passage `after`, in each with `probability`
  // of those with `lengths`.
  PostingList Postings(const DrawnLengths& lengths, double probability,
                       PassageNumber after = 0) {
    PostingList postings;
    for (PassageNumber i = after + 1; i < lengths.size(); ++i) {
      if (!Chance(probability)) continue;
      Posting posting{i, Number(0, 3) == 0 ? 1U : 0U, Number(0, 3)};
      if (Chance(0.01)) posting.text_frequency = Number(250, 260);
      if (posting.holds_term()) postings.push_back(posting);
    }
    return postings;
  }

 private:
  std::mt19937 random_;
};

// Returns the sums over `lengths`.
inline IndexTotals TotalsOf(const DrawnLengths& lengths) {
  IndexTotals totals;
  totals.passages = lengths.size() - 1;
  for (const uint32_t length : lengths) totals.text_terms += length;
  return totals;
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_RETRIEVAL_RANK_DRAWN_POSTINGS_H_
