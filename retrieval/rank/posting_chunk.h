// A run of a term's postings, laid out so that most of them are never looked
// at.

#ifndef FOOTNOTE_RETRIEVAL_RANK_POSTING_CHUNK_H_
#define FOOTNOTE_RETRIEVAL_RANK_POSTING_CHUNK_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "retrieval/index/posting.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/rank/passage_block.h"
#include "retrieval/rank/posting_run.h"

namespace footnote {

// The impact of a posting and where in its group the passage stands.
struct PlacedImpact {
  uint8_t offset = 0;  // From the group's first passage on.
  uint8_t impact = 0;
};

// Postings in order of passage. Immutable, so thread-safe.
//
// There is an impact for each: where they are dense, for each passage of their
// groups, so that a passage is looked up in one step. Unless they are sparse,
// the greatest impact of each block is known, and the first posting of each
// group; and by these and the impacts, the passages.
//
// The impacts are computed with the average length L of the day. They serve at
// any other length L' if they are multiplied by max(1, L' / L): the score
// f (k1 + 1) / (f + k1 (1 - b) + k1 b l / L) falls where L does; and with L' =
// r L, r > 1, each of the three summands of the divisor is at least the r-th
// part of what it was, so the score is at most r times as great.
class PostingChunk {
 public:
  // A chunk is full with so many, and holds all of the last one's group. To
  // enter one costs a question some of the memory's time; with a quarter of
  // this, questions to a million passages took a fifth longer.
  static constexpr size_t kFullPostings = 16384;
  static constexpr size_t kMaxPostings = kFullPostings + kGroupPassages - 1;

  // The passages for each posting up to which a chunk is dense: the impacts
  // then take no more than the postings do.
  static constexpr size_t kDensePassages = 8;

  // Those up to which blocks are known: they take, at worst, somewhat more than
  // the postings.
  static constexpr size_t kBlockedPassages = 64;

  // REQUIRES: 0 < run.postings().size() <= kMaxPostings.
  explicit PostingChunk(const PostingRun& run);

  PassageNumber first() const { return first_; }
  PassageNumber last() const { return last_; }

  // Returns what the postings tell of their passages.
  absl::Span<const PackedPosting> postings() const { return postings_; }

  // Calls visit(passage, packed) for each posting, in order.
  template <typename Visit>
  void ForEach(const Visit& visit) const;

  // Returns what the impacts are to be multiplied with at `average_length`.
  double BoundFactor(double average_length) const {
    return average_length > average_length_ ? average_length / average_length_
                                            : 1;
  }

  // Returns the score that a term of `idf` gives by `packed`, that of
  // `passage`.
  double Score(const Bm25& bm25, double idf, PassageNumber passage,
               const PackedPosting& packed) const {
    if (packed.length == PackedPosting::kAside) {
      return footnote::Score(bm25, idf, Unpack(passage, packed));
    }
    return bm25.Score(
        idf, bm25.Frequency(packed.title_frequency, packed.text_frequency),
        packed.length);
  }

  // Returns the first of the groups with postings.
  size_t first_group() const { return GroupOf(first_); }

  // Returns whether there is an impact for each passage of the groups, and
  // those impacts, from the first group on.
  bool is_dense() const { return !impacts_.empty(); }
  absl::Span<const uint8_t> impacts() const { return impacts_; }

  // Returns an impact for each posting, unless they are dense.
  absl::Span<const PlacedImpact> placed_impacts() const { return placed_; }

  // Returns the passages, if the postings are sparse.
  absl::Span<const PassageNumber> passages() const { return passages_; }

  // Return, unless the postings are sparse, the greatest impact of each block
  // and the place of the first posting from each group on, from the first group
  // to the last; of the places there is one more, the number of postings.
  absl::Span<const uint8_t> maxima() const { return maxima_; }
  absl::Span<const uint16_t> places() const { return places_; }

  // Returns the posting of `passage`, or null.
  const PackedPosting* Find(PassageNumber passage) const;

  // Returns the whole of `packed`, that of `passage`.
  SizedPosting Unpack(PassageNumber passage, const PackedPosting& packed) const;

  // Returns how much memory it takes.
  size_t bytes() const;

 private:
  // Keep all impacts of `run`, and the greatest of each block with where each
  // group begins.
  void KeepDense(const PostingRun& run);
  void KeepPlaced(const PostingRun& run);
  void KeepBlocks(const PostingRun& run);

  // Return where the posting of `passage` is, or the number of postings if
  // there is none, in a chunk that is dense, has blocks, or is sparse.
  //
  // REQUIRES: first_ <= passage <= last_
  size_t FindDense(PassageNumber passage) const;
  size_t FindPlaced(PassageNumber passage) const;
  size_t FindSparse(PassageNumber passage) const;

  // Returns how many groups there are from that of first() to that of last().
  size_t groups() const { return GroupOf(last_) - GroupOf(first_) + 1; }

  PassageNumber first_;
  PassageNumber last_;
  std::vector<PackedPosting> postings_;
  std::vector<PassageNumber> passages_;
  std::vector<SizedPosting> aside_;  // Whole, where numbers are too great.
  std::vector<uint8_t> impacts_;
  std::vector<PlacedImpact> placed_;
  std::vector<uint8_t> maxima_;
  std::vector<uint16_t> places_;
  double average_length_;
};

template <typename Visit>
void PostingChunk::ForEach(const Visit& visit) const {
  size_t place = 0;
  if (is_dense()) {
    std::array<uint8_t, kGroupPassages> offsets = {};
    for (size_t group = 0; group < groups(); ++group) {
      // First all, then those with a posting: a processor can't foretell which.
      const uint8_t* const impacts = &impacts_[group * kGroupPassages];
      size_t count = 0;
      for (size_t i = 0; i < kGroupPassages; ++i) {
        offsets[count] = static_cast<uint8_t>(i);
        count += impacts[i] > 0 ? 1 : 0;
      }
      const PassageNumber begin = FirstOfGroup(first_group() + group);
      for (size_t i = 0; i < count; ++i, ++place) {
        visit(begin + offsets[i], postings_[place]);
      }
    }
  } else if (!places_.empty()) {
    for (size_t group = 0; group < groups(); ++group) {
      const PassageNumber begin = FirstOfGroup(first_group() + group);
      for (; place < places_[group + 1]; ++place) {
        visit(begin + placed_[place].offset, postings_[place]);
      }
    }
  } else {
    for (; place < postings_.size(); ++place) {
      visit(passages_[place], postings_[place]);
    }
  }
}

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_POSTING_CHUNK_H_
