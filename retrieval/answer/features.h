// What of a sentence tells that it answers a question.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_FEATURES_H_

#include <vector>

#include "retrieval/answer/candidate.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/ranker.h"

namespace footnote {

// Each is in [0, 1]. "Share" is of the weights of the question's terms, a
// weight being an inverse document frequency.
struct SentenceFeatures {
  // BM25 of the sentence, by the most that its terms could give.
  double bm25 = 0;

  // The share of the terms that stand in the sentence.
  double coverage = 0;

  // The same, with the sentences around it and the title.
  double context_coverage = 0;

  // The share of neighbouring terms of the question that stand close to each
  // other, in order, in the sentence. Metzler and Croft: "A Markov random field
  // model for term dependencies", 2005.
  double closeness = 0;

  // 1 if it is the words of the speaker that the question's words name.
  double speaker = 0;

  // 1 if the question asks when something will be, and the sentence, which
  // names all that the question names or follows on it, gives a day behind that
  // of its publication.
  double outlook = 0;

  // The score of its passage, by that of the best.
  double passage = 0;

  // 1 if it holds what the question asks for (a number, a date, a name), or the
  // question does not tell.
  double form = 0;

  // 1 if it does not end as a sentence does, as a heading.
  double heading = 0;

  // 1 if it is a question itself.
  double question = 0;

  // The share of the question's numbers that stand neither in the sentence nor
  // around it, nor in the title or the date of publication.
  double missing_numbers = 0;

  // The share of the question's names that stand neither in the sentence nor
  // around it nor in the title.
  double missing_names = 0;
};

// Returns the features of `candidate` for the question of `plan`, whose terms
// have `statistics`. Thread-safe.
SentenceFeatures ComputeFeatures(const Candidate& candidate,
                                 const QueryPlan& plan,
                                 const std::vector<TermStatistics>& statistics);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_FEATURES_H_
