// Keeps the posting lists that are asked for most, within a budget of memory.

#ifndef FOOTNOTE_RETRIEVAL_RANK_POSTING_CACHE_H_
#define FOOTNOTE_RETRIEVAL_RANK_POSTING_CACHE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/rank/cached_postings.h"
#include "retrieval/rank/use_sketch.h"

namespace footnote {

// The memory that a cache keeps to unless another is asked for.
inline constexpr size_t kPostingCacheBytes = size_t{256} << 20;

// What a cache holds, and what became of the lists that it was asked for.
struct PostingCacheStatistics {
  uint64_t budget_bytes = 0;
  uint64_t bytes = 0;  // At most the budget.
  uint64_t lists = 0;

  // Since the start:
  uint64_t hits = 0;       // Lists that were there.
  uint64_t updates = 0;    // Lists that were there, but for the latest changes.
  uint64_t misses = 0;     // Lists that were read as a whole.
  uint64_t evictions = 0;  // Lists that made room for others.
};

// The posting lists of any number of corpora. Thread-safe.
//
// A list is let go by CLOCK, and taken in by TinyLFU: the lists stand in a
// circle, and the hand passes those that were used since it came by last; the
// first that was not goes, unless it was used more often than the one that
// wants its place. So a use is counted in the list, without a lock, and what is
// asked for once does not drive out what is asked for again and again.
// docs/design.md has how it compares.
class PostingCache {
 public:
  // Keeps lists of `budget_bytes` together; 0: none.
  explicit PostingCache(size_t budget_bytes) : budget_(budget_bytes) {}

  PostingCache(const PostingCache&) = delete;
  PostingCache& operator=(const PostingCache&) = delete;

  // Returns a number for a corpus, which no other has.
  uint64_t AddCorpus() { return next_corpus_++; }

  // Lets the lists of `corpus` go.
  void DropCorpus(uint64_t corpus);

  // Returns the list of `term` of the latest revision that there is of it, or
  // null.
  std::shared_ptr<const CachedPostings> Find(uint64_t corpus,
                                             absl::string_view term) const;

  // Keeps `postings`, which were asked for and not there, as the list of
  // `term`; unless there is one of the same revision or a later, it does not
  // fit into the budget, or it was used less often than those it would drive
  // out.
  void Put(uint64_t corpus, absl::string_view term,
           std::shared_ptr<const CachedPostings> postings);

  // Counts what became of lists that were asked for.
  void Count(uint64_t hits, uint64_t updates, uint64_t misses);

  PostingCacheStatistics Statistics() const;

 private:
  using Key = std::pair<uint64_t, std::string>;  // A corpus and a term.
  struct Entry {
    Key key;
    std::shared_ptr<const CachedPostings> postings;
    uint64_t hash = 0;  // Of the key.
  };
  using Circle = std::list<Entry>;  // The hand points to the front.

  // Returns the memory that `entry` takes.
  static size_t BytesOf(const Entry& entry);

  void Remove(Circle::iterator entry) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // Lets lists go until `bytes` more fit, and returns true; or false if one of
  // them was used more than `uses` times.
  bool MakeRoom(size_t bytes, uint32_t uses)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const size_t budget_;
  std::atomic<uint64_t> next_corpus_ = 0;
  std::atomic<uint64_t> hits_ = 0;
  std::atomic<uint64_t> updates_ = 0;
  std::atomic<uint64_t> misses_ = 0;
  mutable absl::Mutex mutex_;
  Circle circle_ ABSL_GUARDED_BY(mutex_);
  absl::flat_hash_map<Key, Circle::iterator> entries_ ABSL_GUARDED_BY(mutex_);
  UseSketch sketch_ ABSL_GUARDED_BY(mutex_);
  size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t evictions_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_POSTING_CACHE_H_
