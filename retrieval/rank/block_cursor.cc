#include "retrieval/rank/block_cursor.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace footnote {

void ImpactWeight::AddTo(absl::Span<const uint8_t> impacts,
                         absl::Span<Bound> bounds) const {
  // A line of the memory, and how far ahead one is fetched: left to itself, a
  // processor begins anew in each page of 4 KiB.
  constexpr size_t kLine = 64;
  constexpr size_t kAhead = 1024;
  const ImpactWeight weight = *this;  // Not changed by what is written.
  const uint8_t* const from = impacts.data();
  Bound* const sums = bounds.data();
  const auto add = [weight, from, sums](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      sums[i] = static_cast<Bound>(sums[i] + weight.Of(from[i]));
    }
  };
  const size_t lines = impacts.size() / kLine;
  for (size_t line = 0; line < lines; ++line) {
    const size_t ahead = std::min(line * kLine + kAhead, impacts.size());
    __builtin_prefetch(from + ahead);
    add(line * kLine, (line + 1) * kLine);
  }
  add(lines * kLine, impacts.size());
}

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
      AddSparse(end, bounds);
    } else {
      AddMaxima(end, bounds);
    }
    if (last_block_ >= end) break;
  }
  block_ = end;
}

void BlockCursor::AddMaxima(size_t end, BlockBounds* bounds) {
  const size_t from = std::max(block_, first_maximum_);
  const size_t to = std::min(end, first_maximum_ + maxima_.size());
  weight_.AddTo(maxima_.subspan(from - first_maximum_, to - from),
                bounds->From(from));
}

void BlockCursor::AddSparse(size_t end, BlockBounds* bounds) {
  const auto passages = chunk_->passages();
  while (place_ < passages.size() && BlockOf(passages[place_]) < end) {
    const size_t block = BlockOf(passages[place_]);
    uint8_t impact = 0;
    for (; place_ < passages.size() && BlockOf(passages[place_]) == block;
         ++place_) {
      impact = std::max(impact, placed_[place_].impact);
    }
    Bound& bound = (*bounds)[block];
    bound = static_cast<Bound>(bound + weight_.Of(impact));
  }
}

void BlockCursor::FetchFirst(size_t block) const {
  if (!IsHere(block) || maxima_.empty()) return;
  const size_t place = block - first_maximum_;
  if (is_dense()) {
    __builtin_prefetch(&impacts_[place * kBlockPassages]);
  } else {
    __builtin_prefetch(&maxima_[place]);
    __builtin_prefetch(&places_[place / kGroupBlocks]);
  }
}

void BlockCursor::FetchNext(size_t block) const {
  if (!IsHere(block) || maxima_.empty() || is_dense()) return;
  const size_t place = block - first_maximum_;
  if (maxima_[place] == 0) return;
  __builtin_prefetch(&placed_[places_[place / kGroupBlocks]]);
}

Bound BlockCursor::AddTo(PassageBounds* bounds) {
  if (is_dense()) return AddDense(bounds);
  const size_t first = FirstOfBlock(block_) % kGroupPassages;
  const auto [begin, end] = maxima_.empty() ? SeekSparse() : FindPlaces();
  Bound greatest = 0;
  for (size_t i = begin; i < end && placed_[i].offset < first + kBlockPassages;
       ++i) {
    const Bound added = weight_.Of(placed_[i].impact);
    Bound& bound = (*bounds)[placed_[i].offset - first];
    bound = static_cast<Bound>(bound + added);
    greatest = std::max(greatest, added);
  }
  return greatest;
}

Bound BlockCursor::AddDense(PassageBounds* bounds) const {
  const size_t begin = (block_ - first_maximum_) * kBlockPassages;
  const ImpactWeight weight = weight_;
  PassageBounds added;
  for (size_t i = 0; i < kBlockPassages; ++i) {
    added[i] = weight.Of(impacts_[begin + i]);
    (*bounds)[i] = static_cast<Bound>((*bounds)[i] + added[i]);
  }
  return GreatestOf(added);
}

BlockCursor::Places BlockCursor::FindPlaces() const {
  if (maxima_[block_ - first_maximum_] == 0) return {};
  const size_t first = FirstOfBlock(block_) % kGroupPassages;
  const size_t group = (block_ - first_maximum_) / kGroupBlocks;
  size_t begin = places_[group];
  while (placed_[begin].offset < first) ++begin;  // The block has some.
  return {begin, places_[group + 1]};
}

BlockCursor::Places BlockCursor::SeekSparse() {
  const auto passages = chunk_->passages();
  // So few are between that a search would take longer; and one is there or
  // behind.
  while (BlockOf(passages[place_]) < block_) ++place_;
  size_t end = place_;
  while (end < passages.size() && BlockOf(passages[end]) == block_) ++end;
  return {place_, end};
}

void BlockCursor::EnterFor(size_t block) {
  const auto pieces = postings_->pieces();
  size_t piece = piece_;
  while (piece < pieces.size() && BlockOf(pieces[piece].last) < block) ++piece;
  Enter(piece);
}

void BlockCursor::Enter(size_t piece) {
  piece_ = piece;
  place_ = 0;
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
