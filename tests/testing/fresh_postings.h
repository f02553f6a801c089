// Posting lists straight from the index, for tests.

#ifndef FOOTNOTE_TESTS_TESTING_FRESH_POSTINGS_H_
#define FOOTNOTE_TESTS_TESTING_FRESH_POSTINGS_H_

#include <memory>

#include "retrieval/rank/corpus_postings.h"
#include "retrieval/rank/snapshot_postings.h"

namespace footnote::testing {

// The lists of the one snapshot that a reader holds, from no cache.
class FreshPostings {
 public:
  // `reader`, which holds its snapshot, outlives this object.
  explicit FreshPostings(PostingReader& reader,
                         const Bm25Parameters& parameters = {})
      : corpus_(std::make_shared<PostingCache>(0), parameters),
        snapshot_(corpus_, reader) {
    snapshot_.Begin(1);  // One revision is as good as another.
  }

  SnapshotPostings& operator*() { return snapshot_; }

 private:
  CorpusPostings corpus_;
  SnapshotPostings snapshot_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_FRESH_POSTINGS_H_
