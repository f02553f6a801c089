// Finds damage before it is asked about.

#ifndef FOOTNOTE_RETRIEVAL_CORPUS_CHECK_H_
#define FOOTNOTE_RETRIEVAL_CORPUS_CHECK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/document.h"

namespace footnote {

// What a check found in a corpus file.
struct CorpusCheck {
  int64_t schema_version = 0;        // 0: nothing is in the file yet.
  CorpusCounts counts;               // All 0 if they can't be read.
  std::vector<std::string> damages;  // A line each; empty: intact.
};

// Checks the corpus in the file at `path`, which no other process has open, and
// changes nothing in it or its log: whether the log is whole, its schema
// version, its tables and that there is nothing beside them, SQLite's pages,
// FTS5's index against the passages, the tables against each other, and of
// every document the text and all that is stored beside it against their
// hashes, and its passages. Reads everything, so it takes its time.
//
// Errors: kNotFound if there is no file; kFailedPrecondition
// (STORAGE_UNSUPPORTED) if it is no corpus or of another version;
// kUnavailable if it can't be read. Damage is no error but a result.
absl::StatusOr<CorpusCheck> CheckCorpus(const std::string& path);

// What a check of one corpus of a directory came to.
struct NamedCheck {
  std::string corpus;
  absl::StatusOr<CorpusCheck> check;  // Errors: as CheckCorpus().
};

// Checks every corpus of the data directory, as CheckCorpus() does, sorted by
// name. The directory is locked meanwhile.
//
// Errors: kNotFound if there is no such directory; kFailedPrecondition if a
// process has it open; kUnavailable if it can't be read.
absl::StatusOr<std::vector<NamedCheck>> CheckCorpora(
    const std::string& directory);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_CORPUS_CHECK_H_
