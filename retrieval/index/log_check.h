// Whether the write-ahead log of a corpus file has lost what was durable.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_LOG_CHECK_H_
#define FOOTNOTE_RETRIEVAL_INDEX_LOG_CHECK_H_

#include <string>

#include "absl/status/status.h"

namespace footnote {

// Returns OK unless the log beside the database at `path`, which no process has
// open, is damaged before its last change.
//
// SQLite reads a log up to the first frame whose checksum does not fit, since
// that is how the log of a crash ends, and forgets the rest without a word. But
// a change is synced before the next one begins, so a crash leaves at most one
// broken change: where another follows the break, what was durable is damaged.
// Damage in the last change alone can't be told from a crash.
//
// Format and checksum: sqlite.org, "WAL-mode File Format", 4.
//
// Errors: kDataLoss (STORAGE_CORRUPT) if it is damaged; kUnavailable
// (STORAGE_FAILED) if it can't be read. No log is no error.
absl::Status CheckLog(const std::string& path);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_LOG_CHECK_H_
