// Finds the passages that match a plan best.

#ifndef FOOTNOTE_RETRIEVAL_RANK_RANKER_H_
#define FOOTNOTE_RETRIEVAL_RANK_RANKER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/deadline.h"
#include "retrieval/document.h"
#include "retrieval/index/posting.h"
#include "retrieval/index/reader.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/snapshot_postings.h"

namespace footnote {

// What one term of a plan gave to a passage.
struct TermShare {
  double score = 0;        // Its share of the passage's score.
  uint32_t frequency = 0;  // How often the passage and its title hold it.
};

// A passage and its score.
struct RankedPassage {
  PassageNumber passage = 0;
  double score = 0;               // The sum of the shares.
  uint32_t length = 0;            // In terms, the title included.
  std::vector<TermShare> shares;  // One a term of the plan, in its order.
};

// What the corpus knows of a term of a plan.
struct TermStatistics {
  uint64_t passages = 0;  // The passages that hold it.
  double idf = 0;         // Its inverse document frequency.
};

// The best passages for a plan.
struct Ranking {
  std::vector<RankedPassage> passages;  // Best first; ties by number.
  std::vector<TermStatistics> terms;    // One a term of the plan, in order.
  double average_length = 0;  // Of the corpus's passages, as their lengths.

  // Whether a passage lies in a document that passes the filter.
  bool any_document = true;
};

// Returns the best `limit` of the passages that hold a term of `plan` and pass
// its conditions and `filter`, exactly: what scoring every one of them would
// give. Reads the snapshot that `reader` holds, whose lists `postings` are.
//
// Errors: those of `reader` and `postings`; of `deadline`.
//
// REQUIRES: limit > 0.
absl::StatusOr<Ranking> RankPassages(const QueryPlan& plan,
                                     const DocumentFilter& filter, size_t limit,
                                     SnapshotPostings& postings, Reader& reader,
                                     const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_RANKER_H_
