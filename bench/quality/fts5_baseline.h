// What SQLite's full-text search alone would answer: the rows of sentences by
// its own rank.

#ifndef FOOTNOTE_BENCH_QUALITY_FTS5_BASELINE_H_
#define FOOTNOTE_BENCH_QUALITY_FTS5_BASELINE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "bench/dataset.h"
#include "bench/quality/judge.h"

namespace footnote::bench {

// Indexes each sentence of `documents`, as the library cuts them, as a row of
// FTS5 (`porter unicode61`, in memory) and returns for each of `questions` the
// rows that hold one of its words, by `ORDER BY rank`: ten of all, or those of
// the candidates. The confidence is the best row's bm25() without its sign.
//
// Errors: as Database.
absl::StatusOr<std::vector<Reply>> AskFts5(
    const std::vector<Document>& documents,
    const std::vector<LabelledQuestion>& questions);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_FTS5_BASELINE_H_
