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
  void AddTo(absl::Span<const uint8_t> impacts, absl::Span<Bound> bounds) const;

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

  double idf() const { return idf_; }

  // Returns what no score of a posting exceeds.
  static double MaxScore(const CachedPostings& postings, double idf,
                         const Bm25& bm25);

  // Adds the bounds of the blocks before `end` to those in `bounds`, which has
  // all of them. The next call goes on there; Rewind() begins anew. `end` is
  // where a group begins.
  void AddBlocks(size_t end, BlockBounds* bounds);

  // Moves before the first posting.
  void Rewind() {
    block_ = 0;
    Enter(0);
  }

  // Moves to `block`, which is not before the one where it stands. Returns
  // whether it may have postings.
  bool Seek(size_t block) {
    if (block > last_block_) EnterFor(block);
    if (block < first_block_) return false;
    block_ = block;
    return true;
  }

  // Have the memory's line fetched that AddTo() reads first of `block`, which
  // is not before the one where the cursor stands; and, once that is there, the
  // line that it reads next. So one waits for those of many blocks at once.
  void FetchFirst(size_t block) const;
  void FetchNext(size_t block) const;

  // Adds the bounds of the postings of the block, which may have some. Returns
  // the greatest of them, 0 if there are none.
  Bound AddTo(PassageBounds* bounds);

  // Returns whether the block costs the same however few postings it has.
  bool is_dense() const { return !impacts_.empty(); }

  // Returns the posting of `passage`, one of the block, or null.
  const PackedPosting* Find(PassageNumber passage) const {
    return chunk_ == nullptr ? nullptr : chunk_->Find(passage);
  }

  // Returns whether the term stands in the text of `passage`, for which Find()
  // returned `packed`.
  bool InText(PassageNumber passage, const PackedPosting& packed) const {
    return chunk_->Unpack(passage, packed).posting.text_frequency > 0;
  }

  // Returns the score of `passage`, for which Find() returned `packed`.
  double Score(PassageNumber passage, const PackedPosting& packed) const {
    return chunk_->Score(bm25_, idf_, passage, packed);
  }

 private:
  // Where the postings of a block begin and end in a chunk.
  struct Places {
    size_t begin = 0;
    size_t end = 0;
  };

  // Returns whether `block` is of the piece under way.
  bool IsHere(size_t block) const {
    return first_block_ <= block && block <= last_block_;
  }

  // Moves before the first posting of that piece, or of the piece with the
  // first posting of `block` or a later one.
  void Enter(size_t piece);
  void EnterFor(size_t block);

  // AddBlocks() for a chunk that knows its blocks, and for one that does not.
  void AddMaxima(size_t end, BlockBounds* bounds);
  void AddSparse(size_t end, BlockBounds* bounds);

  // AddTo() for a dense chunk.
  Bound AddDense(PassageBounds* bounds) const;

  // Return where the block's postings stand in `placed_`, if it has any: in a
  // chunk that knows its blocks, up to the end of the group; and in one that
  // does not, where `place_` moves there.
  Places FindPlaces() const;
  Places SeekSparse();

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
  size_t place_ = 0;  // In `placed_`, of its first posting or a later one.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_BLOCK_CURSOR_H_
