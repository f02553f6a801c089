// Whether a corpus file holds together.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_CONSISTENCY_H_
#define FOOTNOTE_RETRIEVAL_INDEX_CONSISTENCY_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// Returns OK for damage (kDataLoss), with its message appended to `*lines`, and
// any other status as it is.
absl::Status NoteDamage(const absl::Status& status,
                        std::vector<std::string>* lines);

// Returns what is wrong with the file behind `database`, a line each, at most
// a hundred: by SQLite's own check of its pages, by FTS5's comparison of its
// index with the passages, and by what the tables say of each other. Empty if
// nothing is. Reads all of the file.
//
// `database` comes from OpenForWriting(), since FTS5's check is a statement
// that could write; nothing is changed.
//
// Errors: as SqliteStatus(), but for damage, which is a line.
absl::StatusOr<std::vector<std::string>> FindInconsistencies(
    Database& database);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_CONSISTENCY_H_
