#include "retrieval/rank/cached_postings.h"

#include <algorithm>
#include <utility>

namespace footnote {
namespace {

// The last chunk is made anew with what follows if it has fewer. So lists have
// few chunks, and little is done by the first question after each change.
constexpr size_t kLeastPostings = 4096;

// Returns those of `removed` that a chunk up to `last` may hold, and takes them
// off its front.
absl::Span<const PassageNumber> TakeUpTo(
    PassageNumber last, absl::Span<const PassageNumber>* removed) {
  const auto end = std::upper_bound(removed->begin(), removed->end(), last);
  const auto count = static_cast<size_t>(end - removed->begin());
  const absl::Span<const PassageNumber> taken = removed->subspan(0, count);
  removed->remove_prefix(count);
  return taken;
}

bool HoldsAny(const PostingChunk& chunk,
              absl::Span<const PassageNumber> passages) {
  return std::any_of(
      passages.begin(), passages.end(),
      [&chunk](PassageNumber p) { return chunk.Find(p) != nullptr; });
}

// Returns what is left of `chunk` without `removed`.
std::vector<SizedPosting> Without(absl::Span<const PassageNumber> removed,
                                  const PostingChunk& chunk) {
  std::vector<SizedPosting> left;
  for (const PackedPosting& packed : chunk.postings()) {
    if (!std::binary_search(removed.begin(), removed.end(), packed.passage)) {
      left.push_back(chunk.Unpack(packed));
    }
  }
  return left;
}

PassageNumber PassageOf(const SizedPosting& sized) {
  return sized.posting.passage;
}
PassageNumber PassageOf(const PackedPosting& packed) { return packed.passage; }

// Returns whether the posting of `next` goes to another chunk than `postings`,
// those of one that is full with so many: no group stands in two.
template <typename Postings>
bool IsFull(size_t full, const Postings& postings, PassageNumber next) {
  return postings.size() >= full &&
         GroupOf(PassageOf(postings.back())) != GroupOf(next);
}

CachedPostings::Piece MakePiece(absl::Span<const SizedPosting> postings,
                                const Bm25& bm25, ImpactScale* scale) {
  return {postings.back().posting.passage,
          std::make_shared<PostingChunk>(postings, bm25, scale)};
}

// Appends `postings`, whose passages are greater than all before, to `*list`.
void Append(const PostingList& postings, const PassageLengths& lengths,
            const Bm25& bm25, CachedPostings* list) {
  CachedPostings::Appender appender(list, lengths, bm25);
  appender.Add(postings);
  appender.Finish();
}

}  // namespace

CachedPostings::CachedPostings(uint64_t revision, const PostingList& postings,
                               const PassageLengths& lengths, const Bm25& bm25)
    : CachedPostings(revision) {
  Append(postings, lengths, bm25, this);
}

std::shared_ptr<const CachedPostings> CachedPostings::At(
    uint64_t revision, absl::Span<const PassageNumber> removed,
    const PostingList& tail, const PassageLengths& lengths,
    const Bm25& bm25) const {
  auto later = std::make_shared<CachedPostings>(revision);
  later->last_passage_ = last_passage_;
  later->pieces_.reserve(pieces_.size() + 1);
  ImpactScale scale(bm25);
  for (const Piece& piece : pieces_) {
    const auto gone = TakeUpTo(piece.last, &removed);
    if (!HoldsAny(*piece.chunk, gone)) {
      later->AppendPiece(piece);
      continue;
    }
    const std::vector<SizedPosting> left = Without(gone, *piece.chunk);
    if (!left.empty()) later->AppendPiece(MakePiece(left, bm25, &scale));
  }
  Append(tail, lengths, bm25, later.get());
  return later;
}

SizedPosting CachedPostings::Find(PassageNumber passage) const {
  const auto piece = std::lower_bound(
      pieces_.begin(), pieces_.end(), passage,
      [](const Piece& a, PassageNumber number) { return a.last < number; });
  if (piece == pieces_.end()) return {};
  const PackedPosting* const found = piece->chunk->Find(passage);
  return found == nullptr ? SizedPosting() : piece->chunk->Unpack(*found);
}

CachedPostings::Appender::Appender(CachedPostings* list,
                                   const PassageLengths& lengths,
                                   const Bm25& bm25)
    : list_(*list),
      lengths_(lengths),
      bm25_(bm25),
      scale_(bm25),
      lengths_there_(lengths.BlockAt(0)) {}

void CachedPostings::Appender::Add(absl::Span<const Posting> postings) {
  if (postings.empty()) return;
  if (run_.empty()) run_ = list_.TakeUnfilled(postings.front().passage);
  for (const Posting& posting : postings) {
    if (IsFull(PostingChunk::kFullPostings, run_, posting.passage)) {
      list_.AppendPiece(MakePiece(run_, bm25_, &scale_));
      run_.clear();
    }
    run_.push_back({posting, LengthOf(posting.passage)});
  }
}

void CachedPostings::Appender::Finish() {
  if (!run_.empty()) list_.AppendPiece(MakePiece(run_, bm25_, &scale_));
}

void CachedPostings::AppendPiece(Piece piece) {
  size_ += piece.chunk->postings().size();
  bytes_ += sizeof(Piece) + piece.chunk->bytes();
  last_passage_ = std::max(last_passage_, piece.last);
  pieces_.push_back(std::move(piece));
}

std::vector<SizedPosting> CachedPostings::TakeUnfilled(PassageNumber next) {
  if (pieces_.empty()) return {};
  const Piece piece = pieces_.back();
  const size_t held = piece.chunk->postings().size();
  if (IsFull(kLeastPostings, piece.chunk->postings(), next)) return {};
  pieces_.pop_back();
  size_ -= held;
  bytes_ -= sizeof(Piece) + piece.chunk->bytes();
  return Without({}, *piece.chunk);
}

}  // namespace footnote
