// Makes a document ready to be written: everything that needs no database.

#ifndef FOOTNOTE_RETRIEVAL_INGEST_PREPARER_H_
#define FOOTNOTE_RETRIEVAL_INGEST_PREPARER_H_

#include "absl/status/statusor.h"
#include "retrieval/document.h"
#include "retrieval/index/writer.h"

namespace footnote {

// Returns `document`, which outlives the result, with its hashes, sentences,
// passages and their terms. Thread-safe.
//
// Errors: as ValidateDocument().
absl::StatusOr<PreparedDocument> Prepare(const Document& document);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INGEST_PREPARER_H_
