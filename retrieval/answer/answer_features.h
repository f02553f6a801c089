// Whether a sentence holds what a question asks for.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_FEATURES_H_

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/question_profile.h"
#include "retrieval/answer/sentence_words.h"

namespace footnote {

// "New" is what stands in the sentence and not in the question. Counts are
// turned into n / (n + 2), so that each feature is in [0, 1].
struct AnswerFeatures {
  // 1 if it holds what the question asks for (a number, a date, a name), or the
  // question does not tell.
  double form = 0;

  // How many new words could be the answer, by the type that is asked for.
  double answers = 0;

  // How near to a term of the question the nearest of them stands, and to the
  // rarest term found: 1 / distance in terms; 0 if there is none.
  double answer_nearness = 0;
  double answer_nearness_to_rarest = 0;

  // New names, numbers, times and other words.
  double new_names = 0;
  double new_numbers = 0;
  double new_times = 0;
  double new_words = 0;

  // New names of the kind that is asked for: of persons, of bodies, of places.
  double names_of_kind = 0;

  // 1 if it holds the noun that the question asks for ("country" of "which
  // countries").
  double focus = 0;

  // How many of its words are kinds of that noun, as QueryPlan::kinds tells.
  double kinds = 0;

  // 1 if it says of a name or noun of the question what it is: "X is a".
  // Hildebrandt, Katz, Lin: "Answering definition questions using multiple
  // knowledge sources", 2004.
  double definition = 0;

  // The share of it that stands in quotation marks or is reported.
  double speech = 0;

  // 1 if it is the words of the speaker that the question's words name.
  double speaker = 0;

  // 1 if the question asks when something will be, and the sentence, which
  // names all that the question names or follows on it, gives a day behind that
  // of its publication.
  double outlook = 0;
};

// Returns the features of `candidate`, whose words are `words`, for the
// question of `profile`, of whose names it misses the share `missing_names`.
// Thread-safe.
AnswerFeatures ComputeAnswerFeatures(const Candidate& candidate,
                                     const SentenceWords& words,
                                     const QuestionProfile& profile,
                                     double missing_names);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_FEATURES_H_
