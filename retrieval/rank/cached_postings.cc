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

// Appends what is left of `chunk` without `removed` to `*run`.
void AddWithout(absl::Span<const PassageNumber> removed,
                const PostingChunk& chunk, PostingRun* run) {
  chunk.ForEach([&](PassageNumber passage, const PackedPosting& packed) {
    if (!std::binary_search(removed.begin(), removed.end(), passage)) {
      run->Add(chunk.Unpack(passage, packed));
    }
  });
}

// Returns whether the posting of `next` goes to another chunk than so many
// postings up to `last`, if one is full with `full`: no group stands in two.
bool IsFull(size_t full, size_t postings, PassageNumber last,
            PassageNumber next) {
  return postings >= full && GroupOf(last) != GroupOf(next);
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
  PostingRun run(bm25);
  for (const Piece& piece : pieces_) {
    const auto gone = TakeUpTo(piece.last, &removed);
    if (!HoldsAny(*piece.chunk, gone)) {
      later->AppendPiece(piece);
      continue;
    }
    AddWithout(gone, *piece.chunk, &run);
    later->AppendRun(&run);
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
  return found == nullptr ? SizedPosting()
                          : piece->chunk->Unpack(passage, *found);
}

CachedPostings::Appender::Appender(CachedPostings* list,
                                   const PassageLengths& lengths,
                                   const Bm25& bm25)
    : list_(*list), lengths_(lengths), run_(bm25) {}

void CachedPostings::Appender::Add(absl::Span<const Posting> postings) {
  if (postings.empty()) return;
  if (run_.empty()) list_.TakeUnfilled(postings.front().passage, &run_);
  while (!postings.empty()) {
    if (!run_.empty() &&
        IsFull(PostingChunk::kFullPostings, run_.passages().size(),
               run_.passages().back(), postings.front().passage)) {
      list_.AppendRun(&run_);
    }
    // Those that the chunk has room for at once; behind them, one at a time.
    const size_t room =
        PostingChunk::kFullPostings -
        std::min(run_.postings().size(), PostingChunk::kFullPostings);
    const size_t count = std::clamp<size_t>(room, 1, postings.size());
    run_.Add(postings.subspan(0, count), lengths_);
    postings.remove_prefix(count);
  }
}

void CachedPostings::Appender::Finish() { list_.AppendRun(&run_); }

void CachedPostings::AppendRun(PostingRun* run) {
  if (run->empty()) return;
  auto chunk = std::make_shared<const PostingChunk>(*run);
  run->Clear();
  AppendPiece({chunk->last(), std::move(chunk)});
}

void CachedPostings::AppendPiece(Piece piece) {
  size_ += piece.chunk->postings().size();
  bytes_ += sizeof(Piece) + piece.chunk->bytes();
  last_passage_ = std::max(last_passage_, piece.last);
  pieces_.push_back(std::move(piece));
}

void CachedPostings::TakeUnfilled(PassageNumber next, PostingRun* run) {
  if (pieces_.empty()) return;
  const Piece piece = pieces_.back();
  if (IsFull(kLeastPostings, piece.chunk->postings().size(), piece.last,
             next)) {
    return;
  }
  pieces_.pop_back();
  size_ -= piece.chunk->postings().size();
  bytes_ -= sizeof(Piece) + piece.chunk->bytes();
  AddWithout({}, *piece.chunk, run);
}

}  // namespace footnote
