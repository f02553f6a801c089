#include "retrieval/rank/block_cursor.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace footnote {

BlockCursor::BlockCursor(std::shared_ptr<const CachedPostings> postings,
                         double idf, const Bm25& bm25, double units_per_score)
    : postings_(std::move(postings)),
      idf_(idf),
      bm25_(bm25),
      units_per_score_(units_per_score) {
  Rewind();
}

double BlockCursor::MaxScore(const CachedPostings& postings, double idf,
                             const Bm25& bm25) {
  double factor = 1;
  for (const CachedPostings::Piece& piece : postings.pieces()) {
    factor = std::max(factor, piece.chunk->BoundFactor(bm25.average_length()));
  }
  return factor * bm25.MaxScore(idf);
}

void BlockCursor::AddBlocks(size_t end, BlockBounds* bounds) {
  for (; first_block_ < end; Enter(piece_ + 1)) {
    if (maxima_.empty()) {
      AddSparse(bounds);
    } else {
      weight_.AddTo(maxima_, bounds->From(first_maximum_));
    }
  }
}

void BlockCursor::AddSparse(BlockBounds* bounds) const {
  const auto postings = chunk_->postings();
  for (size_t i = 0; i < postings.size();) {
    const size_t block = BlockOf(postings[i].passage);
    Bound& bound = (*bounds)[block];
    bound = static_cast<Bound>(bound + PassBlock(block, &i));
  }
}

Bound BlockCursor::PassBlock(size_t block, size_t* place) const {
  const auto postings = chunk_->postings();
  size_t i = *place;
  uint8_t impact = 0;
  for (; i < postings.size() && BlockOf(postings[i].passage) == block; ++i) {
    impact = std::max(impact, placed_[i].impact);
  }
  *place = i;
  return weight_.Of(impact);
}

Bound BlockCursor::SeekSparse() {
  const auto postings = chunk_->postings();
  // So few are between that a search would take longer; and one is there or
  // behind.
  while (BlockOf(postings[begin_].passage) < block_) ++begin_;
  end_ = begin_;
  return PassBlock(block_, &end_);
}

void BlockCursor::AddTo(PassageBounds* bounds) const {
  if (is_dense()) {
    const size_t begin = (block_ - first_maximum_) * kBlockPassages;
    weight_.AddTo(impacts_.subspan(begin, kBlockPassages),
                  absl::MakeSpan(*bounds));
    return;
  }
  const size_t begin = FirstOfBlock(block_) % kGroupPassages;
  size_t i = begin_;
  size_t end = end_;
  if (!places_.empty()) {
    const size_t group = (block_ - first_maximum_) / kGroupBlocks;
    i = places_[group];
    end = places_[group + 1];
    while (placed_[i].offset < begin) ++i;  // The block has some.
  }
  for (; i < end && placed_[i].offset < begin + kBlockPassages; ++i) {
    Bound& bound = (*bounds)[placed_[i].offset - begin];
    bound = static_cast<Bound>(bound + weight_.Of(placed_[i].impact));
  }
}

void BlockCursor::EnterFor(size_t block) {
  const auto pieces = postings_->pieces();
  size_t piece = piece_;
  while (piece < pieces.size() && BlockOf(pieces[piece].last) < block) ++piece;
  Enter(piece);
}

void BlockCursor::Enter(size_t piece) {
  piece_ = piece;
  begin_ = end_ = 0;
  const auto pieces = postings_->pieces();
  if (piece >= pieces.size()) {
    chunk_ = nullptr;
    first_block_ = last_block_ = std::numeric_limits<size_t>::max();
    return;
  }
  chunk_ = pieces[piece].chunk.get();
  const double factor = chunk_->BoundFactor(bm25_.average_length());
  weight_ = ImpactWeight(units_per_score_ * idf_ * factor *
                         ImpactScale::UnitOf(bm25_));
  first_block_ = BlockOf(chunk_->first());
  last_block_ = BlockOf(chunk_->last());
  first_maximum_ = BlockOf(FirstOfGroup(chunk_->first_group()));
  maxima_ = chunk_->maxima();
  impacts_ = chunk_->impacts();
  placed_ = chunk_->placed_impacts();
  places_ = chunk_->places();
}

}  // namespace footnote
