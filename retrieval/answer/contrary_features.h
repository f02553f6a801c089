// What in a sentence speaks against the question: it tells of another thing, or
// says the contrary.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CONTRARY_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CONTRARY_FEATURES_H_

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/question_profile.h"
#include "retrieval/answer/sentence_words.h"

namespace footnote {

// Each is in [0, 1]. Questions without an answer differ from what the documents
// say by a negation, an opposite, another name or number. Rajpurkar, Jia,
// Liang: "Know what you don't know: unanswerable questions for SQuAD", 2018,
// table 1.
struct ContraryFeatures {
  // 1 if the question denies ("not", "never") and the sentence does not.
  double missing_denial = 0;

  // 1 if the question has a word that denies or leaves out ("refused",
  // "without", "least") which the sentence has not.
  double missing_negation = 0;

  // How many words of the question are missing in the sentence while one of the
  // opposite meaning stands there, n / (n + 2) of n.
  double opposites = 0;

  // 1 if a name of the question is missing and another name stands there.
  double swapped_name = 0;

  // The share of its words that are new: neither function words nor the
  // question's.
  double new_share = 0;
};

// Returns the features of `candidate`, whose words are `words`, for the
// question of `profile`. Thread-safe.
ContraryFeatures ComputeContraryFeatures(const Candidate& candidate,
                                         const SentenceWords& words,
                                         const QuestionProfile& profile);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CONTRARY_FEATURES_H_
