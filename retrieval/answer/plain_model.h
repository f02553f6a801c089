// Ranks sentences and says how sure it is, by fixed weights.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_PLAIN_MODEL_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_PLAIN_MODEL_H_

#include <vector>

#include "retrieval/answer/answer.h"
#include "retrieval/answer/features.h"

namespace footnote {

// The least confidence to answer with where a question does not say.
// docs/evaluation.md tells how it was chosen.
inline constexpr double kDefaultMinConfidence = 0.4;

// Returns how well a sentence of `features` fits its question, 0 or more: a
// weighted sum. Comparable within one question.
double ScoreSentence(const SentenceFeatures& features);

// Returns what each feature gives to that score: added up in order, the score
// itself. A sum below 0 is brought up to it by a last share, `floor`.
std::vector<FeatureShare> ExplainScore(const SentenceFeatures& features);

// Returns how sure it is that a sentence of `features` answers its question, in
// [0, 1]. Comparable between questions; not calibrated.
double Confidence(const SentenceFeatures& features);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_PLAIN_MODEL_H_
