// Where a sentence stands: in its document, its passage and the ranking.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_PLACE_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_PLACE_FEATURES_H_

#include <vector>

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/question_profile.h"
#include "retrieval/rank/ranker.h"

namespace footnote {

// Each is in [0, 1].
struct PlaceFeatures {
  // The score of its passage, by that of the best.
  double passage = 0;

  // The same by the most that a passage could score.
  double passage_fill = 0;

  // 1 / its passage's rank, from 1.
  double passage_rank = 0;

  // The score of the best passage of another document, by the best of its own,
  // at most 1: another is as good.
  double other_document = 0;

  // How many of the passages found are of its document, by their number.
  double document_share = 0;

  // 1 / its place among the sentences of the document, from 1, and of the
  // passage.
  double document_position = 0;
  double passage_position = 0;

  // The share of the question's weight that its passage holds in all, and that
  // no other sentence of the passage holds but this.
  double passage_coverage = 0;
  double own_coverage = 0;
};

// Returns the features of `candidates`, one each, which are in order, passage
// by passage, for the question of `profile`. Thread-safe.
std::vector<PlaceFeatures> ComputePlaceFeatures(
    const std::vector<Candidate>& candidates, const Ranking& ranking,
    const QuestionProfile& profile);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_PLACE_FEATURES_H_
