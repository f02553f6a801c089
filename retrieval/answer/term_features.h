// Which of the question's terms a sentence holds, and what it lacks.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_TERM_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_TERM_FEATURES_H_

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/question_profile.h"

namespace footnote {

// Each is in [0, 1]. "Share" is of the weights of the question's terms, a
// weight being an inverse document frequency.
struct TermFeatures {
  // BM25 of the sentence, by the most that its terms could give.
  double bm25 = 0;

  // The share of the terms that stand in the sentence.
  double coverage = 0;

  // The same, with the sentences around it, the title and what is meant.
  double context_coverage = 0;

  // The same, with words of the same families in the sentence.
  double family_coverage = 0;

  // The same as family_coverage, with words of the same meaning, and with
  // related words.
  double synonym_coverage = 0;
  double related_coverage = 0;

  // How many of the terms stand in the sentence, by their number.
  double term_count_coverage = 0;

  // What the sentence before, the one behind, the title, and what its words
  // stand for add to the share.
  double previous_gain = 0;
  double next_gain = 0;
  double title_gain = 0;
  double meaning_gain = 0;

  // The weight of the rarest term that is in the sentence, and of the rarest
  // that is missing there, and with its context; by that of the rarest term.
  double rarest_found = 0;
  double rarest_missing = 0;
  double rarest_missing_around = 0;

  // The shares of the question's names, of its numbers and of its other terms
  // that stand in the sentence; 1 if it has none.
  double name_coverage = 0;
  double number_coverage = 0;
  double word_coverage = 0;

  // The share of the question's numbers that stand neither in the sentence nor
  // around it, nor in the title or the date of publication.
  double missing_numbers = 0;

  // The share of the question's names that stand neither in the sentence nor
  // around it nor in the title.
  double missing_names = 0;
};

// Returns the features of `candidate` for the question of `profile`, all 0 if
// its terms have no weight. Thread-safe.
TermFeatures ComputeTermFeatures(const Candidate& candidate,
                                 const QuestionProfile& profile);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_TERM_FEATURES_H_
