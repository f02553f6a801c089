// A run of a term's postings, laid out so that scoring them touches nothing
// else.

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

// What is known of the postings of a block without looking at them.
struct PostingBlock {
  PassageNumber last = 0;  // The greatest passage.
  float bound = 0;         // No posting of it has a greater score at IDF 1.
};

// What the scores of postings at IDF 1 are at most, in a byte each: 0 stands
// for no posting, and 255 for what no score exceeds.
class ImpactScale {
 public:
  explicit ImpactScale(const Bm25& bm25);

  // Returns the impact of a posting that is at least its score; 1 or more.
  uint8_t ImpactOf(const SizedPosting& sized) const;

  // Returns the score that an impact stands for.
  double ScoreOf(uint8_t impact) const { return unit_ * impact; }

 private:
  static constexpr uint32_t kFrequencies = 4;  // Those that are kept,
  static constexpr uint32_t kLengths = 256;    // for such lengths.

  uint8_t Compute(double frequency, uint32_t length) const;

  const Bm25& bm25_;
  double unit_;
  std::array<uint8_t, size_t{kFrequencies} * kLengths> impacts_;
};

// Postings in order of passage. Immutable, so thread-safe.
//
// Where they are dense, there is a byte for each passage beside, so that a
// passage is looked up in one step.
//
// The bounds are computed with the average length L of the day. They serve at
// any other length L' if they are multiplied by max(1, L' / L): the score
// f (k1 + 1) / (f + k1 (1 - b) + k1 b l / L) falls where L does; and with L' =
// r L, r > 1, each of the three summands of the divisor is at least the r-th
// part of what it was, so the score is at most r times as great.
class PostingChunk {
 public:
  static constexpr size_t kMaxPostings = 4096;
  static constexpr size_t kBlockPostings = 64;

  // The passages for each posting up to which a chunk is dense: the bytes then
  // take no more than the postings do.
  static constexpr size_t kDensePassages = 8;

  // REQUIRES: 0 < postings.size() <= kMaxPostings, in order of passage; `scale`
  // is that of `bm25`.
  PostingChunk(absl::Span<const SizedPosting> postings, const Bm25& bm25,
               const ImpactScale& scale);

  PassageNumber first() const { return first_; }
  PassageNumber last() const { return blocks_.back().last; }
  absl::Span<const PackedPosting> postings() const { return postings_; }

  // Returns the blocks, kBlockPostings postings each but for the last.
  absl::Span<const PostingBlock> blocks() const { return blocks_; }

  // Returns what the bounds are to be multiplied with at `average_length`.
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

  // Returns whether there is an impact for each passage.
  bool is_dense() const { return !impacts_.empty(); }

  // Returns what the score of `passage` does not exceed at IDF 1, as a block's
  // bound; 0 if it has no posting here. REQUIRES: is_dense().
  double ImpactBound(PassageNumber passage) const {
    const size_t offset = size_t{passage} - first_;
    return offset < impacts_.size() ? impact_unit_ * impacts_[offset] : 0;
  }

  // Returns the whole of `packed`, one of them.
  SizedPosting Unpack(const PackedPosting& packed) const;

  // Returns the posting of `passage`, or null.
  const PackedPosting* Find(PassageNumber passage) const;

  // Returns how much memory it takes.
  size_t bytes() const;

 private:
  // Keeps the impacts of `postings`, all of them, if they are dense.
  void AddImpacts(absl::Span<const SizedPosting> postings,
                  const ImpactScale& scale);

  // Adds a block of `postings`, behind those before.
  void AddBlock(absl::Span<const SizedPosting> postings, const Bm25& bm25);

  PassageNumber first_;
  std::vector<PackedPosting> postings_;
  std::vector<PostingBlock> blocks_;
  std::vector<SizedPosting> aside_;  // Whole, where numbers are too great.
  std::vector<uint8_t> impacts_;     // From the first passage on, if dense.
  double impact_unit_ = 0;
  double average_length_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_POSTING_CHUNK_H_
