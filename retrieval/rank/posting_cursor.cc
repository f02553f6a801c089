#include "retrieval/rank/posting_cursor.h"

#include <algorithm>

namespace footnote {

PostingCursor::PostingCursor(std::shared_ptr<const CachedPostings> postings,
                             double idf, const Bm25& bm25)
    : postings_(std::move(postings)), idf_(idf), bm25_(bm25) {
  Enter(0);
}

void PostingCursor::SeekChunk(PassageNumber passage) {
  const auto pieces = postings_->pieces();
  if (chunk_ == nullptr || pieces[piece_].last >= passage) return;
  const auto found = std::lower_bound(
      pieces.begin() + static_cast<ptrdiff_t>(piece_) + 1, pieces.end(),
      passage, [](const CachedPostings::Piece& piece, PassageNumber number) {
        return piece.last < number;
      });
  Enter(static_cast<size_t>(found - pieces.begin()));
}

void PostingCursor::SeekBlock(PassageNumber passage) {
  SeekChunk(passage);
  if (chunk_ == nullptr) return;
  const auto blocks = chunk_->blocks();
  if (blocks[block()].last >= passage) return;
  const auto found = std::lower_bound(
      blocks.begin() + static_cast<ptrdiff_t>(block()) + 1, blocks.end(),
      passage, [](const PostingBlock& b, PassageNumber number) {
        return b.last < number;
      });
  at_ = static_cast<size_t>(found - blocks.begin()) *
        PostingChunk::kBlockPostings;
}

void PostingCursor::Seek(PassageNumber passage) {
  SeekBlock(passage);
  if (chunk_ == nullptr) return;
  const auto postings = chunk_->postings();
  // The block holds one.
  const size_t end =
      std::min((block() + 1) * PostingChunk::kBlockPostings, postings.size());
  const auto found =
      std::lower_bound(postings.begin() + static_cast<ptrdiff_t>(at_),
                       postings.begin() + static_cast<ptrdiff_t>(end), passage,
                       [](const PackedPosting& packed, PassageNumber number) {
                         return packed.passage < number;
                       });
  at_ = static_cast<size_t>(found - postings.begin());
}

double PostingCursor::BoundBefore(PassageNumber end) const {
  if (LowestPassage() >= end) return 0;
  const auto pieces = postings_->pieces();
  double bound = 0;
  size_t first = block();
  for (size_t i = piece_; i < pieces.size(); ++i, first = 0) {
    const double scale = ScaleOf(*pieces[i].chunk);
    for (const PostingBlock& block : pieces[i].chunk->blocks().subspan(first)) {
      bound = std::max(bound, scale * block.bound);
      // The next block begins behind this passage.
      if (block.last >= end - 1) return bound;
    }
  }
  return bound;
}

void PostingCursor::Enter(size_t piece) {
  piece_ = piece;
  at_ = 0;
  const auto pieces = postings_->pieces();
  chunk_ = piece < pieces.size() ? pieces[piece].chunk.get() : nullptr;
  scale_ = chunk_ == nullptr ? 0 : ScaleOf(*chunk_);
}

double PostingCursor::ScaleOf(const PostingChunk& chunk) const {
  return idf_ * chunk.BoundFactor(bm25_.average_length());
}

}  // namespace footnote
