// The look of a sentence by itself, whatever is asked.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SHAPE_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SHAPE_FEATURES_H_

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/sentence_words.h"

namespace footnote {

// Each is in [0, 1].
struct ShapeFeatures {
  // Its length, n / (n + 20) of n terms.
  double length = 0;

  // 1 if it does not end as a sentence does, as a heading.
  double heading = 0;

  // 1 if it is a question itself.
  double question = 0;

  // 1 if it begins with a word that stands for something named before ("he",
  // "this"), or goes on ("however", "but"): it is read with the sentence
  // before.
  double leans_back = 0;

  // The shares of its terms that begin with a capital, that are numbers, and
  // that are function words: prose has the last, lists and tables the others.
  double capitals = 0;
  double numbers = 0;
  double function_words = 0;

  // Its commas and brackets, by its terms, at most 1.
  double marks = 0;
};

// Returns the features of `candidate`, whose words are `words`. Thread-safe.
ShapeFeatures ComputeShapeFeatures(const Candidate& candidate,
                                   const SentenceWords& words);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SHAPE_FEATURES_H_
