// The posting lists of the snapshot that a reader holds.

#ifndef FOOTNOTE_RETRIEVAL_RANK_SNAPSHOT_POSTINGS_H_
#define FOOTNOTE_RETRIEVAL_RANK_SNAPSHOT_POSTINGS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/index/postings.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/rank/cached_postings.h"
#include "retrieval/rank/corpus_postings.h"

namespace footnote {

// Gives one reader the lists of its snapshot: from the cache, brought up to
// date, or read from the index. It remembers where lists stand in the cache, so
// that one that is there is found without a lock. Not thread-safe.
class SnapshotPostings {
 public:
  // `corpus` and `reader`, a reader of it, outlive this object.
  SnapshotPostings(CorpusPostings& corpus, PostingReader& reader)
      : corpus_(corpus), reader_(reader) {}

  ~SnapshotPostings() { End(); }
  SnapshotPostings(const SnapshotPostings&) = delete;
  SnapshotPostings& operator=(const SnapshotPostings&) = delete;

  // The reader has taken a snapshot at `revision`, and holds it until End().
  void Begin(uint64_t revision);
  void End();

  // Returns the list of `term`: what a fresh reader of the snapshot would read.
  //
  // Errors: as PostingReader::ReadPostings() and LengthReader::Update().
  absl::StatusOr<std::shared_ptr<const CachedPostings>> Get(
      absl::string_view term);

  // Returns what scores the snapshot, until End().
  //
  // Errors: as PostingReader::ReadTotals().
  absl::StatusOr<const Bm25*> Scoring();

 private:
  using List = std::shared_ptr<const CachedPostings>;

  // Where lists stood is forgotten when there are so many.
  static constexpr size_t kMaxKnown = 4096;

  // Returns the list of `term` from the cache or the index.
  absl::StatusOr<List> Fetch(absl::string_view term);

  // Returns `list`, which is of an earlier revision, as it is now, or null if
  // it is not known what was removed since.
  absl::StatusOr<List> Update(absl::string_view term,
                              const CachedPostings& list);

  // Return the list of `term` as the index has it: made as it is read, or,
  // where that can't be done, of a copy of all its postings.
  absl::StatusOr<List> Read(absl::string_view term);
  absl::StatusOr<List> ReadSettled(absl::string_view term,
                                   const PassageLengths& lengths,
                                   const Bm25& bm25);

  // Returns the lengths of the passages of the snapshot.
  absl::StatusOr<const PassageLengths*> Lengths();

  CorpusPostings& corpus_;
  PostingReader& reader_;
  absl::flat_hash_map<std::string, std::weak_ptr<const CachedPostings>> known_;

  // Of the snapshot:
  uint64_t revision_ = 0;
  absl::flat_hash_map<std::string, List> held_;
  std::optional<Bm25> bm25_;
  std::shared_ptr<const PassageLengths> lengths_;
  uint64_t hits_ = 0;  // As PostingCache::Count() takes them.
  uint64_t updates_ = 0;
  uint64_t misses_ = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_SNAPSHOT_POSTINGS_H_
