// Words of a question that a sentence has others in place of.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_EXCHANGE_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_EXCHANGE_FEATURES_H_

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/question_profile.h"
#include "retrieval/answer/sentence_words.h"

namespace footnote {

// Each is 1 or 0. Questions without an answer are made of true sentences by
// such an exchange. Rajpurkar, Jia, Liang: "Know what you don't know:
// unanswerable questions for SQuAD", 2018, table 1.
struct ExchangeFeatures {
  // 1 if of two neighbouring words of the question one stands in the sentence,
  // the other, a number or a name, nowhere in its document, and another number
  // or name in its place: "the 9th century" for "the 10th century".
  double exchanged_number = 0;
  double exchanged_name = 0;
  // 1 if the sentence has no ordinal of the question but another one ("first",
  // "last").
  double other_ordinal = 0;
  // 1 if the question has one of two opposite words of place, time and degree
  // ("before", "highest") which the sentence has not, but the other.
  double opposite_word = 0;
};

// Returns the features of `candidate`, whose words are `words` and whose
// document holds the terms `in_document`, for the question of `profile`.
// Thread-safe.
ExchangeFeatures ComputeExchangeFeatures(const Candidate& candidate,
                                         const SentenceWords& words,
                                         const TermMarks& in_document,
                                         const QuestionProfile& profile);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_EXCHANGE_FEATURES_H_
