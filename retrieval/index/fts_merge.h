// Merges the segments of FTS5's index while nothing else is written.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_MERGE_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_MERGE_H_

#include "absl/status/statusor.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// Merges some segments of the index of `database`, the connection that writes a
// corpus, so that lists are read from fewer places. Takes some tens of
// milliseconds, and is a change of its own unless a transaction is open.
// Returns false if no four segments of a level were left to merge.
//
// Errors: as SqliteStatus().
absl::StatusOr<bool> MergeFtsSegments(Database& database);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_MERGE_H_
