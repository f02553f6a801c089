// A run of a term's postings, laid out so that most of them are never looked
// at.

#ifndef FOOTNOTE_RETRIEVAL_RANK_POSTING_CHUNK_H_
#define FOOTNOTE_RETRIEVAL_RANK_POSTING_CHUNK_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "absl/types/span.h"
#include "retrieval/index/posting.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/rank/passage_block.h"

namespace footnote {

// A posting and the length of its passage.
struct SizedPosting {
  Posting posting;
  uint32_t length = 0;  // In terms, the title included.
};

// Returns the score that a term of `idf` gives by `sized`.
inline double Score(const Bm25& bm25, double idf, const SizedPosting& sized) {
  return bm25.Score(idf, sized.posting, sized.length);
}

// A posting in eight bytes.
struct PackedPosting {
  // As `length`, that the numbers are too great and stand aside.
  static constexpr uint16_t kAside = std::numeric_limits<uint16_t>::max();

  PassageNumber passage = 0;
  uint16_t length = 0;
  uint8_t title_frequency = 0;
  uint8_t text_frequency = 0;
};
static_assert(sizeof(PackedPosting) == 8);

// What the scores of postings at IDF 1 are at most, in a byte each, the impact:
// 0 stands for no posting, and 255 for what no score exceeds. Not thread-safe:
// it keeps what it has computed.
class ImpactScale {
 public:
  // `bm25` outlives the scale.
  explicit ImpactScale(const Bm25& bm25) : bm25_(bm25), unit_(UnitOf(bm25)) {}

  // Returns the impact of a posting that is at least its score; 1 or more.
  uint8_t ImpactOf(const SizedPosting& sized);

  // Returns the score that an impact of 1 stands for: the same whatever the
  // lengths of the corpus's passages are.
  static double UnitOf(const Bm25& bm25) {
    return bm25.MaxScore(1) / std::numeric_limits<uint8_t>::max();
  }

 private:
  static constexpr uint32_t kFrequencies = 4;  // Those that are kept,
  static constexpr uint32_t kLengths = 256;    // for such lengths.

  uint8_t Compute(double frequency, uint32_t length) const;

  const Bm25& bm25_;
  double unit_;
  std::array<uint8_t, size_t{kFrequencies}* kLengths> impacts_ = {};
};

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
// group.
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

  // REQUIRES: 0 < postings.size() <= kMaxPostings, in order of passage; `scale`
  // is that of `bm25`.
  PostingChunk(absl::Span<const SizedPosting> postings, const Bm25& bm25,
               ImpactScale* scale);

  PassageNumber first() const { return first_; }
  PassageNumber last() const { return last_; }
  absl::Span<const PackedPosting> postings() const { return postings_; }

  // Returns what the impacts are to be multiplied with at `average_length`.
  double BoundFactor(double average_length) const {
    return average_length > average_length_ ? average_length / average_length_
                                            : 1;
  }

  // Returns the score that a term of `idf` gives by `packed`, one of them.
  double Score(const Bm25& bm25, double idf,
               const PackedPosting& packed) const {
    if (packed.length == PackedPosting::kAside) {
      return footnote::Score(bm25, idf, Unpack(packed));
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

  // Return, unless the postings are sparse, the greatest impact of each block
  // and the place of the first posting from each group on, from the first group
  // to the last; of the places there is one more, the number of postings.
  absl::Span<const uint8_t> maxima() const { return maxima_; }
  absl::Span<const uint16_t> places() const { return places_; }

  // Returns the posting of `passage`, or null.
  const PackedPosting* Find(PassageNumber passage) const;

  // Returns the whole of `packed`, one of them.
  SizedPosting Unpack(const PackedPosting& packed) const;

  // Returns how much memory it takes.
  size_t bytes() const;

 private:
  // Keep the impacts of `postings`, all of them, the greatest of each block,
  // and where each group begins.
  void AddDense(absl::Span<const SizedPosting> postings, ImpactScale* scale);
  void AddPlaced(absl::Span<const SizedPosting> postings, ImpactScale* scale);
  void AddMaxima();
  void AddPlaces();

  // Returns how many groups there are from that of first() to that of last().
  size_t groups() const { return GroupOf(last_) - GroupOf(first_) + 1; }

  PassageNumber first_;
  PassageNumber last_;
  std::vector<PackedPosting> postings_;
  std::vector<SizedPosting> aside_;  // Whole, where numbers are too great.
  std::vector<uint8_t> impacts_;
  std::vector<PlacedImpact> placed_;
  std::vector<uint8_t> maxima_;
  std::vector<uint16_t> places_;
  double average_length_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_POSTING_CHUNK_H_
