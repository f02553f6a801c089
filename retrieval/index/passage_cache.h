// Passages that questions found, kept for the next.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_CACHE_H_
#define FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_CACHE_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/index/passage_sentences.h"

namespace footnote {

// The memory that a cache keeps to unless another is asked for.
inline constexpr size_t kPassageCacheBytes = size_t{32} << 20;

// The passages of any number of corpora; those let go are the ones least
// recently used. Thread-safe: threads wait for each other only where the same
// part of it is looked at.
class PassageCache {
 public:
  // Keeps passages of about `budget_bytes` together.
  explicit PassageCache(size_t budget_bytes)
      : part_budget_(budget_bytes / kParts) {}

  PassageCache(const PassageCache&) = delete;
  PassageCache& operator=(const PassageCache&) = delete;

  // Returns a number for a corpus, which no other has.
  uint64_t AddCorpus() { return next_corpus_++; }

  // Returns the passage `number` of `corpus`, or null.
  std::shared_ptr<const PassageSentences> Find(uint64_t corpus,
                                               PassageNumber number);

  // Keeps `passage` of `corpus`, unless it is there or takes more than its part
  // of the budget.
  void Put(uint64_t corpus, std::shared_ptr<const PassageSentences> passage);

  // Lets the passages of `corpus` go.
  void DropCorpus(uint64_t corpus);

  // Returns how much memory the passages take.
  size_t bytes() const;

 private:
  static constexpr size_t kParts = 16;

  using Key = std::pair<uint64_t, PassageNumber>;
  struct Entry {
    Key key;
    std::shared_ptr<const PassageSentences> passage;
    size_t bytes = 0;
  };
  using Entries = std::list<Entry>;  // Those used last first.

  struct Part {
    mutable absl::Mutex mutex;
    Entries entries ABSL_GUARDED_BY(mutex);
    absl::flat_hash_map<Key, Entries::iterator> by_key ABSL_GUARDED_BY(mutex);
    size_t bytes ABSL_GUARDED_BY(mutex) = 0;
  };

  Part& PartOf(PassageNumber number) { return parts_[number % kParts]; }

  static void Remove(Part& part, Entries::iterator entry)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(part.mutex);

  const size_t part_budget_;
  std::atomic<uint64_t> next_corpus_ = 0;
  std::array<Part, kParts> parts_;
};

// The place of one corpus in a cache. Thread-safe.
class CorpusPassages {
 public:
  // Keeps passages in `cache`, as long as it lives.
  explicit CorpusPassages(std::shared_ptr<PassageCache> cache)
      : cache_(std::move(cache)), corpus_(cache_->AddCorpus()) {}

  ~CorpusPassages() { cache_->DropCorpus(corpus_); }
  CorpusPassages(const CorpusPassages&) = delete;
  CorpusPassages& operator=(const CorpusPassages&) = delete;

  // As PassageCache::Find() and Put().
  std::shared_ptr<const PassageSentences> Find(PassageNumber number) {
    return cache_->Find(corpus_, number);
  }
  void Put(std::shared_ptr<const PassageSentences> passage) {
    cache_->Put(corpus_, std::move(passage));
  }

 private:
  const std::shared_ptr<PassageCache> cache_;
  const uint64_t corpus_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_CACHE_H_
