// The tables of a corpus file; docs/design.md shows them as a page.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_SCHEMA_H_
#define FOOTNOTE_RETRIEVAL_INDEX_SCHEMA_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "retrieval/document.h"
#include "retrieval/index/cut_terms.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// What `PRAGMA application_id` of a corpus file says: "FNot".
inline constexpr int64_t kApplicationId = 0x464e6f74;

// What `PRAGMA user_version` says. A file of any other version is refused. It
// changes with the tables, with BuildPassages() and with ForEachTerm(): FTS5
// takes a passage out of the index by cutting its text into terms once more,
// the same ones.
inline constexpr int64_t kSchemaVersion = 6;

// Returns whether there is no file at `path`, or nothing in it yet: an empty
// one, or one whose creation was cut short. Writes nothing into it.
//
// Errors: kFailedPrecondition (STORAGE_UNSUPPORTED) if the file is not a corpus
// or of another version; kDataLoss if its first bytes contradict each other.
absl::StatusOr<bool> IsBlank(const std::string& path);

// Returns OK if the tables, views, indexes and triggers of `database` are those
// that this version creates, no more and no fewer. Then nothing that a stranger
// wrote into the file is run with what we run.
//
// Errors: kDataLoss (STORAGE_CORRUPT) naming the first that differs.
absl::Status CheckSchema(Database& database);

// Puts the database at `path`, which has a corpus's header and no log yet, into
// write-ahead logging, as every corpus is. Nothing else of it is run.
//
// Errors: as SqliteStatus().
absl::Status StartLog(const std::string& path);

// Returns the connection that writes the corpus at `path`, created with its
// tables and `settings_if_new` if there is no such file or an empty one.
// Write-ahead log, and every commit is on disk when it returns. Both this
// connection and that which reads trust no more of the file than they must
// (sqlite.org, "Defense Against The Dark Arts").
//
// `ahead` is given to RegisterTokenizer().
//
// Errors: as IsBlank() and CheckLog(), which leave the file as it was.
absl::StatusOr<std::unique_ptr<Database>> OpenForWriting(
    const std::string& path, const CorpusSettings& settings_if_new = {},
    const CutTerms* const* ahead = nullptr);

// Returns a connection that reads the corpus at `path`, which exists.
absl::StatusOr<std::unique_ptr<Database>> OpenForReading(
    const std::string& path);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_SCHEMA_H_
