// A ranking as text that people review and that is the same on any machine.

#ifndef FOOTNOTE_TESTS_GOLDEN_RANKING_TEXT_H_
#define FOOTNOTE_TESTS_GOLDEN_RANKING_TEXT_H_

#include <string>

#include "footnote/v1/question_answering.pb.h"
#include "tests/golden/golden_questions.h"

namespace footnote::testing {

// What one way of ranking makes of a question.
struct Ranking {
  // The sentences however unlikely they are, explained.
  v1::AskResponse response;

  // Whether it would not answer if nothing were asked of the confidence.
  bool is_silent = false;
};

// The same question, ranked by the learned model and by the plain score.
struct Rankings {
  Ranking learned;
  Ranking plain;
};

// Returns `rankings` of `asked` as lines. A sentence of the learned ranking
// has its rank (with `*` if it is right), its place, its score, its rank by the
// plain score, how it begins, and the three features that moved its score most.
//
// Numbers are rounded: another mathematical library, or another order of the
// same additions, changes their last bits. Shares are put in order after that.
std::string RankingText(const GoldenQuestion& asked, const Rankings& rankings);

// Returns `value` with `digits` digits after the point, and no -0.
std::string Rounded(double value, int digits);

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_GOLDEN_RANKING_TEXT_H_
