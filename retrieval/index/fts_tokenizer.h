// Gives FTS5 the terms of retrieval/text/terms.h.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_TOKENIZER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_TOKENIZER_H_

#include "absl/status/status.h"
#include "retrieval/index/cut_terms.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// Registers the tokenizer `footnote`, which is ForEachTerm(), with the FTS5 of
// `database`. Every connection that touches the index needs it.
//
// While `*ahead` is not null, the terms that it holds of a text are taken from
// there instead of cutting the text once more. `ahead` outlives the connection;
// null: every text is cut.
//
// Errors: kInternal if this SQLite has no FTS5.
absl::Status RegisterTokenizer(Database& database,
                               const CutTerms* const* ahead = nullptr);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_TOKENIZER_H_
