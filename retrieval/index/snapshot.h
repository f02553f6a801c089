// Copies a corpus while it changes.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_SNAPSHOT_H_
#define FOOTNOTE_RETRIEVAL_INDEX_SNAPSHOT_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "retrieval/deadline.h"

namespace footnote {

// Writes a copy of the corpus at `path` into the file `target`, which is empty
// or does not exist yet, and returns the revision that the copy holds, read
// from the copy. Changes may go on meanwhile: the copy holds one revision as a
// whole, and while it is made, the log of the corpus can only grow.
//
// The copy is a database without a log, in rollback mode; its pages are written
// anew and none is free, so no row that was deleted goes along. What FTS5 notes
// of a deleted passage does, as in the corpus itself: until its segments merge,
// the passage's terms and their places stay in them beside the note that they
// are deleted.
//
// Errors: those of SqliteStatus() and of `deadline`, kResourceExhausted
// (STORAGE_FULL) among them. `target` and `target`-journal are the caller's to
// remove after any of them.
absl::StatusOr<uint64_t> WriteSnapshot(const std::string& path,
                                       const std::string& target,
                                       const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_SNAPSHOT_H_
