// Finds the passages of the greatest scores without scoring them all.
//
// Turtle, Flood: "Query evaluation: strategies and optimizations", 1995, with
// the bounds of blocks as in Ding, Suel: "Faster top-k document retrieval using
// block-max indexes", 2011, and windows of passages as in Apache Lucene.

#ifndef FOOTNOTE_RETRIEVAL_RANK_MAX_SCORE_H_
#define FOOTNOTE_RETRIEVAL_RANK_MAX_SCORE_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/deadline.h"
#include "retrieval/index/passage_set.h"
#include "retrieval/rank/best_passages.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/rank/cached_postings.h"

namespace footnote {

// A term to look for.
struct WeighedTerm {
  std::shared_ptr<const CachedPostings> postings;
  double idf = 0;  // 0 or more.
};

// Which passages are looked for.
struct PassageConditions {
  size_t limit = 1;                     // How many, at least 1.
  const PassageSet* allowed = nullptr;  // Null: all.

  // Leaves out what holds terms in its title alone.
  bool needs_term_in_text = false;
};

// Returns the best passages that hold one of `terms` and meet `conditions`,
// best first, ties by number. Each score is the sum of what the terms give, in
// their order, to the last bit: the same as if every passage were scored.
// `terms` are of one revision, which `bm25` scores.
//
// Errors: those of `deadline`.
absl::StatusOr<std::vector<ScoredPassage>> FindBest(
    const std::vector<WeighedTerm>& terms, const Bm25& bm25,
    const PassageConditions& conditions, const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_MAX_SCORE_H_
