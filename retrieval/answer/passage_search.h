// From a query to passages, on one snapshot.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_PASSAGE_SEARCH_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_PASSAGE_SEARCH_H_

#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/answer/answer.h"
#include "retrieval/deadline.h"
#include "retrieval/index/reader.h"
#include "retrieval/question/planner.h"
#include "retrieval/question/question.h"
#include "retrieval/rank/ranker.h"
#include "retrieval/rank/snapshot_postings.h"

namespace footnote {

// Returns what was searched for: the terms and synonyms of `plan`, made for
// `question`, and what `ranking` knows of them.
Interpretation Interpret(const Question& question, const QueryPlan& plan,
                         const Ranking& ranking);

// Returns the share of each term of `plan` that the passage `ranked` holds.
std::vector<TermScore> TermScores(const RankedPassage& ranked,
                                  const QueryPlan& plan,
                                  const Ranking& ranking);

// Returns the passages that match `query` best, in the snapshot that `reader`
// holds, whose lists `postings` are: those of `page`. `corpus_revision` is
// the caller's to set.
//
// Errors: as Plan(); those of `reader` and `postings`; of `deadline`.
absl::StatusOr<SearchResult> SearchPassages(const Question& query,
                                            const SearchPage& page,
                                            SnapshotPostings& postings,
                                            Reader& reader,
                                            const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_PASSAGE_SEARCH_H_
