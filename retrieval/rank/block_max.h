// Finds the passages of the greatest scores without scoring them all.
//
// Each block of passages has a bound, the sum of what each term gives there at
// most; those of the greatest bounds are looked into first, and most others
// never. Ding, Suel: "Faster top-k document retrieval using block-max indexes",
// 2011; Mallia, Suel, Tonellotto: "Faster learned sparse retrieval with
// block-max pruning", 2024.

#ifndef FOOTNOTE_RETRIEVAL_RANK_BLOCK_MAX_H_
#define FOOTNOTE_RETRIEVAL_RANK_BLOCK_MAX_H_

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

// More than a question has.
inline constexpr size_t kMaxTerms = 1000;

// Returns the best passages that hold one of `terms` and meet `conditions`,
// best first, ties by number. Each score is the sum of what the terms give, in
// their order, to the last bit: the same as if every passage were scored.
// `terms` are of one revision, which `bm25` scores. Takes a quarter of a byte
// for each passage number between the first and the last posting.
//
// Errors: those of `deadline`; kInvalidArgument for more than kMaxTerms.
absl::StatusOr<std::vector<ScoredPassage>> FindBest(
    const std::vector<WeighedTerm>& terms, const Bm25& bm25,
    const PassageConditions& conditions, const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_BLOCK_MAX_H_
