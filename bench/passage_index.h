// A corpus's file with an index of passages and nothing else, so that ranking
// can be measured by itself.

#ifndef FOOTNOTE_BENCH_PASSAGE_INDEX_H_
#define FOOTNOTE_BENCH_PASSAGE_INDEX_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/rank/best_passages.h"
#include "retrieval/rank/block_max.h"
#include "retrieval/rank/corpus_postings.h"
#include "retrieval/rank/snapshot_postings.h"

namespace footnote::bench {

// Creates the file `path`. Its passages, from 1 on, have the texts that `next`
// puts into `*text` until it returns false. Errors: as OpenForWriting() and
// Database.
absl::Status WritePassages(const std::string& path,
                           absl::FunctionRef<bool(std::string* text)> next);

// One snapshot of such a file, by a connection of its own. Not thread-safe.
class PassageSnapshot {
 public:
  // Opens the file `path`, whose lists `corpus`, which outlives the snapshot,
  // keeps. Errors: as OpenForReading() and PostingReader::Create().
  static absl::StatusOr<std::unique_ptr<PassageSnapshot>> Open(
      const std::string& path, CorpusPostings& corpus);

  // Return the best `limit` passages that hold one of `terms`, all different,
  // as a question to the product finds them or by scoring every posting.
  // Errors: as SnapshotPostings.
  absl::StatusOr<std::vector<ScoredPassage>> FindBest(
      const std::vector<std::string>& terms, size_t limit);
  absl::StatusOr<std::vector<ScoredPassage>> ScoreAll(
      const std::vector<std::string>& terms, size_t limit);

  PostingReader& reader() { return *reader_; }
  Database& database() { return *database_; }

 private:
  explicit PassageSnapshot(std::unique_ptr<Database> database)
      : database_(std::move(database)) {}

  // Begins a question. Returns its terms with their lists.
  absl::StatusOr<std::vector<WeighedTerm>> Begin(
      const std::vector<std::string>& terms);

  std::unique_ptr<Database> database_;
  std::optional<PostingReader> reader_;
  std::optional<Transaction> transaction_;  // Never ended: one snapshot.
  std::optional<SnapshotPostings> postings_;
  std::vector<double> sums_;  // By passage; all 0 between questions.
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PASSAGE_INDEX_H_
