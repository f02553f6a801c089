// Whether the question's words stand together in a sentence, and in order.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_ORDER_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_ORDER_FEATURES_H_

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/question_profile.h"

namespace footnote {

// Each is in [0, 1].
struct OrderFeatures {
  // The share, by weight, of neighbouring terms of the question that stand
  // close to each other, in order, in the sentence. Metzler and Croft: "A
  // Markov random field model for term dependencies", 2005.
  double closeness = 0;

  // The share of the neighbouring words of the question, function words
  // included, that are neighbours in the sentence. Lin: "ROUGE: a package for
  // automatic evaluation of summaries", 2004 (ROUGE-2).
  double pair_share = 0;

  // The longest run of words, function words included, that stands in both, by
  // the length of the question.
  double longest_run = 0;

  // The longest sequence of terms of the question that the sentence has in the
  // same order, by their number. Lin, 2004 (ROUGE-L).
  double common_sequence = 0;

  // The terms found, by the length of the shortest part of the sentence that
  // holds them all. Tao and Zhai: "An exploration of proximity measures in
  // information retrieval", 2007 (MinCover).
  double density = 0;

  // Where in the sentence the first and the last term found stand; 1 if none.
  double first_match = 0;
  double last_match = 0;
};

// Returns the features of `candidate` for the question of `profile`.
// Thread-safe.
OrderFeatures ComputeOrderFeatures(const Candidate& candidate,
                                   const QuestionProfile& profile);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_ORDER_FEATURES_H_
