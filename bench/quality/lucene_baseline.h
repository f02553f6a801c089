// What Lucene's highlighter would answer.

#ifndef FOOTNOTE_BENCH_QUALITY_LUCENE_BASELINE_H_
#define FOOTNOTE_BENCH_QUALITY_LUCENE_BASELINE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "bench/dataset.h"
#include "bench/quality/judge.h"

namespace footnote::bench {

// Runs the program that bench/quality/lucene builds, `jar`, over `documents`
// and returns its best sentences for each of `questions`: of the first ten
// documents by BM25, or of the candidates, by the highlighter's own score.
//
// Errors: kFailedPrecondition if `jar` is missing or the program fails;
// kDataLoss if what it writes makes no sense.
absl::StatusOr<std::vector<Reply>> AskLucene(
    const std::string& jar, const std::vector<Document>& documents,
    const std::vector<LabelledQuestion>& questions);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_LUCENE_BASELINE_H_
