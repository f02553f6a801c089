// Walks along the postings of a term, scoring them.

#ifndef FOOTNOTE_RETRIEVAL_RANK_POSTING_CURSOR_H_
#define FOOTNOTE_RETRIEVAL_RANK_POSTING_CURSOR_H_

#include <cstddef>
#include <limits>
#include <memory>
#include <utility>

#include "retrieval/rank/bm25.h"
#include "retrieval/rank/cached_postings.h"

namespace footnote {

// Stands for no passage; greater than all.
inline constexpr PassageNumber kNoPassage =
    std::numeric_limits<PassageNumber>::max();

// A place in the postings of one term, which only moves forward. Not
// thread-safe.
class PostingCursor {
 public:
  // Stands on the first of `postings`, whose term has `idf`. `bm25` outlives
  // the cursor.
  PostingCursor(std::shared_ptr<const CachedPostings> postings, double idf,
                const Bm25& bm25);

  const CachedPostings& postings() const { return *postings_; }
  double idf() const { return idf_; }

  // Returns the passage it stands on, or kNoPassage behind the last.
  PassageNumber passage() const {
    return chunk_ == nullptr ? kNoPassage : chunk_->postings()[at_].passage;
  }

  // Returns a number that no posting from here on is below, or kNoPassage
  // behind the last. Looks at no posting where it stands at the start of a
  // block: most blocks are never looked into.
  PassageNumber LowestPassage() const {
    if (chunk_ == nullptr) return kNoPassage;
    if (at_ % PostingChunk::kBlockPostings != 0) return passage();
    return at_ == 0 ? chunk_->first() : chunk_->blocks()[block() - 1].last + 1;
  }

  // Returns the chunk it stands in, or null behind the last, and what the
  // bounds there are multiplied with.
  const PostingChunk* chunk() const { return chunk_; }
  double scale() const { return scale_; }

  // Returns the score of the posting it stands on.
  double Score() const {
    return chunk_->Score(bm25_, idf_, chunk_->postings()[at_]);
  }

  // Moves to the start of the chunk where `passage` stands if any does, or
  // stays where it is in that chunk.
  void SeekChunk(PassageNumber passage);

  // Moves to the start of the block where `passage` stands if any does, or
  // stays where it is in that block: no posting from `passage` on is skipped.
  void SeekBlock(PassageNumber passage);

  // Moves to the first posting of `passage` or greater.
  void Seek(PassageNumber passage);

  // Returns what no score exceeds of the postings from here to the end of the
  // block.
  double BlockBound() const {
    return chunk_ == nullptr ? 0 : scale_ * chunk_->blocks()[block()].bound;
  }

  // Returns what no score exceeds of the postings from here up to but without
  // `end`.
  double BoundBefore(PassageNumber end) const;

  // Calls visit(passage, score) of every posting from here up to but without
  // `end`, and moves behind them.
  template <typename Visit>
  void VisitBefore(PassageNumber end, const Visit& visit) {
    while (chunk_ != nullptr) {
      const absl::Span<const PackedPosting> postings = chunk_->postings();
      for (; at_ < postings.size(); ++at_) {
        const PackedPosting& packed = postings[at_];
        if (packed.passage >= end) return;
        visit(packed.passage, chunk_->Score(bm25_, idf_, packed));
      }
      Enter(piece_ + 1);
    }
  }

 private:
  size_t block() const { return at_ / PostingChunk::kBlockPostings; }

  // Moves to the start of that piece.
  void Enter(size_t piece);

  // Returns what the bounds of `chunk` are multiplied with.
  double ScaleOf(const PostingChunk& chunk) const;

  std::shared_ptr<const CachedPostings> postings_;
  double idf_;
  const Bm25& bm25_;
  size_t piece_ = 0;
  const PostingChunk* chunk_ = nullptr;  // That of `piece_`; null at the end.
  double scale_ = 0;                     // ScaleOf(*chunk_).
  size_t at_ = 0;                        // Among its postings.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_POSTING_CURSOR_H_
