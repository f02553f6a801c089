// What the features need of a question, worked out once for all sentences.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_QUESTION_PROFILE_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_QUESTION_PROFILE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/ranker.h"

namespace footnote {

// A question as sentences are compared with it. Positions are those of
// QueryPlan::terms.
struct QuestionProfile {
  // The inverse document frequency of each term by its importance; 0 for what
  // only stands for another.
  std::vector<double> weights;
  double total_weight = 0;
  double greatest_weight = 0;

  // The term that is the noun asked for ("country" of "which countries").
  std::optional<uint32_t> focus;

  // The neighbouring terms of its text, function words included, each pair as
  // one hash.
  absl::flat_hash_set<uint64_t> pairs;

  // Whether it denies ("not", "never"), and its terms that deny or leave out
  // ("without", "refused"), as HashTerm() has them.
  bool denies = false;
  std::vector<uint64_t> negations;

  // The best score that a passage could have, by the limit of BM25.
  double greatest_passage_score = 0;

  // The plan that it was made of, which outlives it.
  const QueryPlan* plan = nullptr;
};

// Returns whether `term`, as HashTerm() has it, is a word that denies.
// Thread-safe.
bool IsDenial(uint64_t term);

// Returns one hash for the neighbouring terms `a` and `b`; see HashTerm().
uint64_t HashPair(uint64_t a, uint64_t b);

// Returns the profile of `plan`, whose terms have `statistics`.
QuestionProfile MakeProfile(const QueryPlan& plan,
                            const std::vector<TermStatistics>& statistics);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_QUESTION_PROFILE_H_
