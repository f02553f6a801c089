// The postings of a term, as they are kept in memory.

#ifndef FOOTNOTE_RETRIEVAL_RANK_CACHED_POSTINGS_H_
#define FOOTNOTE_RETRIEVAL_RANK_CACHED_POSTINGS_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "absl/types/span.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/rank/posting_chunk.h"
#include "retrieval/rank/posting_run.h"

namespace footnote {

// The postings of one term at one revision of a corpus, in chunks that the
// lists of several revisions share: a change costs the chunks that it touches.
// Thread-safe: immutable but for the count of uses, once it is whole.
class CachedPostings {
 public:
  // A chunk and its greatest passage.
  struct Piece {
    PassageNumber last = 0;
    std::shared_ptr<const PostingChunk> chunk;
  };

  // Makes a list whole, some postings at a time, so that a long one is never in
  // memory as anything else.
  class Appender {
   public:
    // Of passages with `lengths`; `bm25` scores the corpus of the revision of
    // `list`. All three outlive the appender.
    Appender(CachedPostings* list, const PassageLengths& lengths,
             const Bm25& bm25);

    // Appends `postings`, in order, whose passages are greater than all before.
    void Add(absl::Span<const Posting> postings);

    // Appends what is held back; the last call.
    void Finish();

   private:
    CachedPostings& list_;
    const PassageLengths& lengths_;
    PostingRun run_;  // Of the chunk under way.
  };

  // The empty list.
  explicit CachedPostings(uint64_t revision) : revision_(revision) {}

  // The list of `postings`, all that hold the term at `revision`, in order, of
  // passages with `lengths`; `bm25` scores the corpus of that revision.
  CachedPostings(uint64_t revision, const PostingList& postings,
                 const PassageLengths& lengths, const Bm25& bm25);

  // Returns the list as it is at a later `revision`, where `removed`, in order,
  // are gone from the corpus, and `tail` are the postings behind
  // last_passage().
  std::shared_ptr<const CachedPostings> At(
      uint64_t revision, absl::Span<const PassageNumber> removed,
      const PostingList& tail, const PassageLengths& lengths,
      const Bm25& bm25) const;

  uint64_t revision() const { return revision_; }

  // Returns how many passages hold the term.
  size_t size() const { return size_; }

  // Returns a number that no posting exceeds, and every posting of a later
  // revision that is not of this one does.
  PassageNumber last_passage() const { return last_passage_; }

  // Returns the chunks, in order. No group of passages stands in two.
  absl::Span<const Piece> pieces() const { return pieces_; }

  // Returns the posting of `passage`, or one that does not hold the term.
  SizedPosting Find(PassageNumber passage) const;

  // Returns how much memory it takes, that of its chunks included.
  size_t bytes() const { return bytes_; }

  // Counts a use. Cheap: of two at once one may be lost, and what is used much
  // is only read here.
  void NoteUse() const {
    const uint8_t uses = uses_.load(std::memory_order_relaxed);
    if (uses == std::numeric_limits<uint8_t>::max()) return;
    uses_.store(static_cast<uint8_t>(uses + 1), std::memory_order_relaxed);
  }

  // Returns how often it was used since the last call, up to 255.
  uint32_t TakeUses() const {
    return uses_.exchange(0, std::memory_order_relaxed);
  }

 private:
  void AppendPiece(Piece piece);

  // Appends a piece of what is in `*run`, if there is any, and clears it.
  void AppendRun(PostingRun* run);

  // Moves the postings of the last piece to `*run` if the posting of `next`
  // belongs to its chunk.
  void TakeUnfilled(PassageNumber next, PostingRun* run);

  uint64_t revision_;
  size_t size_ = 0;
  PassageNumber last_passage_ = 0;
  size_t bytes_ = sizeof(CachedPostings);
  std::vector<Piece> pieces_;
  mutable std::atomic<uint8_t> uses_ = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_CACHED_POSTINGS_H_
