// All rankings summed up.

#ifndef FOOTNOTE_TESTS_GOLDEN_RANK_STATS_H_
#define FOOTNOTE_TESTS_GOLDEN_RANK_STATS_H_

#include <string>
#include <vector>

#include "tests/golden/golden_questions.h"
#include "tests/golden/ranking_text.h"

namespace footnote::testing {

// Returns how good `rankings`, one for each of `questions`, are: how many first
// sentences are right (P@1), the mean reciprocal rank of the first right one
// (MRR), and how many questions are answered that should be and are not that
// should not; then the rank of the first right sentence of each question.
std::string RankStats(const std::vector<GoldenQuestion>& questions,
                      const std::vector<Rankings>& rankings);

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_GOLDEN_RANK_STATS_H_
