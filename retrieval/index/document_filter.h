// Which passages a filter of documents lets through.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_DOCUMENT_FILTER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_DOCUMENT_FILTER_H_

#include "absl/status/statusor.h"
#include "retrieval/document.h"
#include "retrieval/index/passage_set.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// Returns the passages of the documents that pass `filter`, as the snapshot of
// `database` has them. What the filter holds reaches SQLite as values alone.
//
// Errors: as SqliteStatus(); by the connection's deadline.
//
// REQUIRES: !filter.TakesAll().
absl::StatusOr<PassageSet> FindPassages(const DocumentFilter& filter,
                                        Database& database);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_DOCUMENT_FILTER_H_
