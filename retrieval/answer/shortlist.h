// The sentences that a question is answered from.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SHORTLIST_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SHORTLIST_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/deadline.h"
#include "retrieval/index/reader.h"
#include "retrieval/question/planner.h"
#include "retrieval/question/question.h"
#include "retrieval/question/thesaurus.h"
#include "retrieval/rank/ranker.h"
#include "retrieval/rank/snapshot_postings.h"

namespace footnote {

// How many passages give candidates, or as many as there are sentences to give
// if those are more: enough that one of them holds the answer nearly always,
// few enough to read at once.
inline constexpr size_t kCandidatePassages = 20;

// The best passages for a plan and their sentences.
struct Shortlist {
  Ranking ranking;
  std::vector<Candidate> candidates;  // As ReadCandidates().
};

// Returns whether one of `candidates` matches, as Candidate::Matches().
// Thread-safe.
bool HoldAnyTerm(const std::vector<Candidate>& candidates);

// Returns the plan for `question` with what the corpus has other words for and,
// if `thesaurus` is not null, related words.
//
// Errors: as Plan(); those of `reader`.
absl::StatusOr<QueryPlan> PlanQuestion(const Question& question,
                                       const Thesaurus* thesaurus,
                                       Reader& reader);

// Returns the best `limit` passages for `plan`, which was made for `question`,
// and their sentences, from the snapshot that `reader` holds, whose lists
// `postings` are. If all that match do so by their titles alone, those behind
// them that match by their text.
//
// Errors: those of `reader` and `postings`; of `deadline`.
absl::StatusOr<Shortlist> FindShortlist(const Question& question,
                                        const QueryPlan& plan, size_t limit,
                                        SnapshotPostings& postings,
                                        Reader& reader,
                                        const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SHORTLIST_H_
