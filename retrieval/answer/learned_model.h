// Ranks sentences and says how sure it is, by what was learned.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_LEARNED_MODEL_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_LEARNED_MODEL_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "retrieval/answer/answer.h"
#include "retrieval/answer/decision_features.h"
#include "retrieval/answer/features.h"
#include "retrieval/answer/ranking_model.h"
#include "retrieval/question/thesaurus.h"

namespace footnote {

// A model with what this version computes for it. Immutable; thread-safe.
class LearnedModel {
 public:
  // Binds the names of `file` to features. `thesaurus` finds related words;
  // null: none are found, and ranking is less good.
  //
  // Errors: kInvalidArgument if the file names a feature that this version has
  // not.
  static absl::StatusOr<LearnedModel> Create(
      RankingModel file, std::shared_ptr<const Thesaurus> thesaurus);

  // Returns the score of each of `sentences`, 0 or more, comparable within one
  // question: the logarithm of the odds that it answers, less the least that
  // there is.
  std::vector<double> Score(absl::Span<const SentenceFeatures> sentences) const;

  // Returns what each feature gives to that score: `base`, what every sentence
  // has, the features in the order of the file, and `rounding`. Added up in
  // order they are the score to the last bit.
  std::vector<FeatureShare> Explain(const SentenceFeatures& sentence) const;

  // Returns the logarithm of the odds that a sentence of `score` answers.
  double LogOdds(double score) const;

  // Returns the probability that the sentence that `features` tell of answers
  // the question, in [0, 1].
  double Confidence(const DecisionFeatures& features) const;

  const RankingModel& file() const { return file_; }
  const Thesaurus* thesaurus() const { return thesaurus_.get(); }

 private:
  LearnedModel(RankingModel file, std::shared_ptr<const Thesaurus> thesaurus);

  RankingModel file_;
  std::shared_ptr<const Thesaurus> thesaurus_;

  // In the order of the file's names.
  std::vector<NamedFeature> ranker_;
  std::vector<DecisionFeature> decision_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_LEARNED_MODEL_H_
