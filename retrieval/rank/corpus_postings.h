// What the readers of one corpus share to have its posting lists at hand.

#ifndef FOOTNOTE_RETRIEVAL_RANK_CORPUS_POSTINGS_H_
#define FOOTNOTE_RETRIEVAL_RANK_CORPUS_POSTINGS_H_

#include <cstdint>
#include <memory>
#include <utility>

#include "absl/strings/string_view.h"
#include "retrieval/index/length_cache.h"
#include "retrieval/index/removal_log.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/rank/posting_cache.h"

namespace footnote {

// The place of one corpus in a cache, and what it takes to bring a list from
// one revision to another. Thread-safe.
class CorpusPostings {
 public:
  // Keeps lists for ranking by `parameters` in `cache`, as long as it lives.
  explicit CorpusPostings(std::shared_ptr<PostingCache> cache,
                          const Bm25Parameters& parameters = {})
      : cache_(std::move(cache)),
        corpus_(cache_->AddCorpus()),
        parameters_(parameters) {}

  ~CorpusPostings() { cache_->DropCorpus(corpus_); }
  CorpusPostings(const CorpusPostings&) = delete;
  CorpusPostings& operator=(const CorpusPostings&) = delete;

  // As PostingCache::Find().
  std::shared_ptr<const CachedPostings> Find(absl::string_view term) const {
    return cache_->Find(corpus_, term);
  }

  // As PostingCache::Put().
  void Put(absl::string_view term,
           std::shared_ptr<const CachedPostings> postings) {
    cache_->Put(corpus_, term, std::move(postings));
  }

  PostingCache& cache() { return *cache_; }
  const Bm25Parameters& parameters() const { return parameters_; }

  // Every change of the corpus is announced here before it is committed.
  RemovalLog& removals() { return removals_; }

  LengthCache& lengths() { return lengths_; }

 private:
  const std::shared_ptr<PostingCache> cache_;
  const uint64_t corpus_;
  const Bm25Parameters parameters_;
  RemovalLog removals_;
  LengthCache lengths_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_CORPUS_POSTINGS_H_
