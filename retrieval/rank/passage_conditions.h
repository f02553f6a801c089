// Which passages may take part, before any of them is scored.

#ifndef FOOTNOTE_RETRIEVAL_RANK_PASSAGE_CONDITIONS_H_
#define FOOTNOTE_RETRIEVAL_RANK_PASSAGE_CONDITIONS_H_

#include <cstddef>
#include <optional>

#include "absl/status/statusor.h"
#include "retrieval/document.h"
#include "retrieval/index/passage_set.h"
#include "retrieval/index/reader.h"
#include "retrieval/question/statement_conditions.h"
#include "retrieval/question/term_conditions.h"
#include "retrieval/rank/snapshot_postings.h"

namespace footnote {

// The passages that may take part.
struct AllowedPassages {
  std::optional<PassageSet> set;  // Nothing: all of them.

  // Whether a passage lies in a document that passes the filter, whatever
  // becomes of it by its terms.
  bool any_document = true;
};

// Returns the passages of the snapshot of `reader`, with numbers below `bound`,
// that pass `filter`, hold the terms of `conditions` and have sentences that
// may meet each of `statement`. `postings` are the snapshot's.
//
// Errors: those of `reader` and `postings`.
absl::StatusOr<AllowedPassages> FindAllowed(
    const DocumentFilter& filter, const TermConditions& conditions,
    const StatementConditions& statement, size_t bound,
    SnapshotPostings& postings, Reader& reader);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_PASSAGE_CONDITIONS_H_
