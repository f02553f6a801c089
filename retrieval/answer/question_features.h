// What a question is like, the same for all its sentences.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_QUESTION_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_QUESTION_FEATURES_H_

#include "retrieval/answer/question_profile.h"

namespace footnote {

// Each is in [0, 1]. They tell which of the other features count.
struct QuestionFeatures {
  // 1 if it asks for that.
  double asks_person = 0;
  double asks_body_or_place = 0;
  double asks_time = 0;
  double asks_number = 0;
  double asks_definition = 0;

  // 1 if the type of answer is known.
  double asks_known = 0;

  // How many terms and names it has, n / (n + 2) of n.
  double question_terms = 0;
  double question_names = 0;

  // The weight of its rarest term, w / (w + 5) of w.
  double question_rarity = 0;
};

// Returns the features of the question of `profile`. Thread-safe.
QuestionFeatures ComputeQuestionFeatures(const QuestionProfile& profile);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_QUESTION_FEATURES_H_
