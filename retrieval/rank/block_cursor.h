// What a term gives at most to the passages of a block, block after block.

#ifndef FOOTNOTE_RETRIEVAL_RANK_BLOCK_CURSOR_H_
#define FOOTNOTE_RETRIEVAL_RANK_BLOCK_CURSOR_H_

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "absl/types/span.h"
#include "retrieval/rank/block_bounds.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/rank/cached_postings.h"

namespace footnote {

// Turns the impacts of a term's postings into bounds.
class ImpactWeight {
 public:
  static constexpr double kMostUnits = 255;

  ImpactWeight() = default;

  // An impact of 1 stands for so many units of bounds, at most kMostUnits.
  explicit ImpactWeight(double units)
      : units256_(static_cast<uint16_t>(std::ceil(256 * units))) {}

  // Returns no less than the units of `impact`, and 0 for none.
  Bound Of(uint8_t impact) const {
    // One more than whole units, lest rounding makes it too small. In numbers
    // of 16 bits, of which a processor multiplies eight at a time.
    const auto high = static_cast<uint16_t>(impact << 8);
    const auto units = static_cast<Bound>(uint32_t{high} * units256_ >> 16);
    return static_cast<Bound>(units + (impact != 0));
  }

  // Adds the bound of each impact to one of `bounds`, which are no fewer.
  void AddTo(absl::Span<const uint8_t> impacts,
             absl::Span<Bound> bounds) const {
    const ImpactWeight weight = *this;  // Not changed by what is written.
    Bound* const sums = bounds.data();
    for (size_t i = 0; i < impacts.size(); ++i) {
      sums[i] = static_cast<Bound>(sums[i] + weight.Of(impacts[i]));
    }
  }

 private:
  uint16_t units256_ = 0;  // 256 times the units of an impact of 1.
};

// A block of the postings of one term, which only moves forward. Not
// thread-safe.
class BlockCursor {
 public:
  // Stands before `postings`, whose term has `idf`; a score of 1 is
  // `units_per_score` units of bounds. `bm25` outlives the cursor.
  BlockCursor(std::shared_ptr<const CachedPostings> postings, double idf,
              const Bm25& bm25, double units_per_score);

  // Returns what no score of a posting exceeds.
  static double MaxScore(const CachedPostings& postings, double idf,
                         const Bm25& bm25);

  // Adds the bounds of the blocks of whole chunks to those in `bounds`, which
  // has all of them: from the chunk where the cursor stands on, as long as one
  // begins before the block `end`. Stands before the next chunk then.
  void AddBlocks(size_t end, BlockBounds* bounds);

  // Moves before the first posting.
  void Rewind() { Enter(0); }

  // Moves to `block`, which is not before the one where it stands. Returns the
  // bound of its postings, 0 if there are none.
  Bound Seek(size_t block) {
    if (block > last_block_) EnterFor(block);
    if (block < first_block_) return 0;
    block_ = block;
    return maxima_.empty() ? SeekSparse()
                           : weight_.Of(maxima_[block - first_maximum_]);
  }

  // Adds the bounds of the postings of the block, which has some.
  void AddTo(PassageBounds* bounds) const;

  // Returns whether the block costs the same however few postings it has.
  bool is_dense() const { return !impacts_.empty(); }

  // Returns the posting of `passage`, one of the block, or null.
  const PackedPosting* Find(PassageNumber passage) const {
    return chunk_ == nullptr ? nullptr : chunk_->Find(passage);
  }

  // Returns whether the term stands in the text of what Find() returned.
  bool InText(const PackedPosting& packed) const {
    return chunk_->Unpack(packed).posting.text_frequency > 0;
  }

  // Returns the score of what Find() returned.
  double Score(const PackedPosting& packed) const {
    return chunk_->Score(bm25_, idf_, packed);
  }

 private:
  // Moves before the first posting of that piece, or of the piece with the
  // first posting of `block` or a later one.
  void Enter(size_t piece);
  void EnterFor(size_t block);

  // Seek() to `block_` in a chunk that knows no blocks.
  Bound SeekSparse();

  // AddBlocks() for such a chunk.
  void AddSparse(BlockBounds* bounds) const;

  // Moves `*place` behind the postings of `block` that stand there, if any do,
  // and returns their bound. For such a chunk.
  Bound PassBlock(size_t block, size_t* place) const;

  std::shared_ptr<const CachedPostings> postings_;
  double idf_;
  const Bm25& bm25_;
  double units_per_score_;
  size_t piece_ = 0;

  // Of the piece, kept here to spare the way there:
  const PostingChunk* chunk_ = nullptr;  // Null behind the last.
  ImpactWeight weight_;
  size_t first_block_ = 0;
  size_t last_block_ = 0;
  size_t first_maximum_ = 0;  // The block of the first of these.
  absl::Span<const uint8_t> maxima_;
  absl::Span<const uint8_t> impacts_;
  absl::Span<const PlacedImpact> placed_;
  absl::Span<const uint16_t> places_;

  size_t block_ = 0;  // Where it stands.
  // Where its postings begin and end in a chunk that knows no blocks.
  size_t begin_ = 0;
  size_t end_ = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_BLOCK_CURSOR_H_
