// Gives FTS5 the terms of retrieval/text/terms.h.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_TOKENIZER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_TOKENIZER_H_

#include "absl/status/status.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// Registers the tokenizer `footnote`, which is ForEachTerm(), with the FTS5 of
// `database`. Every connection that touches the index needs it.
//
// Errors: kInternal if this SQLite has no FTS5.
absl::Status RegisterTokenizer(Database& database);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_TOKENIZER_H_
