// Learns a ranking model from labelled questions.

#ifndef FOOTNOTE_BENCH_TRAINING_MODEL_TRAINING_H_
#define FOOTNOTE_BENCH_TRAINING_MODEL_TRAINING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "bench/training/feature_rows.h"
#include "retrieval/answer/ranking_model.h"

namespace footnote::bench {

// What is learned, and how.
struct TrainingPlan {
  uint32_t seed = 7;
  double min_confidence = 0.5;

  // Features that are left out of the ranker, by name.
  std::vector<std::string> without_features;
};

// What a set brought to a model that did not know its articles.
struct OutOfFold {
  std::string set;            // QuestionSet::name.
  double first_right = 0;     // The share of its answerable questions; 0 if it
                              // has none.
  double area_under_roc = 0;  // Of the confidence, answerable against not; 0 if
                              // all are.
  double calibration_error = 0;  // Of the confidence, first sentence right.
};

// A model and how good it is.
struct TrainedModel {
  RankingModel model;
  std::vector<OutOfFold> figures;  // One a set.
};

// Returns the figures that TrainModel() gives, without the model.
//
// Errors: as TrainModel().
absl::StatusOr<std::vector<OutOfFold>> Rehearse(
    const std::vector<QuestionSet>& sets, const TrainingPlan& plan);

// Returns the model that is learned from `sets`, in three steps:
//
// - The ranker, boosted trees for the odds that a sentence is right, from the
//   questions that have a right one. Every set counts by its sentences.
// - The decision, boosted trees for the odds that the best sentence is right,
//   from every question of the sets of which a quarter or more has no answer;
//   from all if there is none. Its scores are those of rankers that were
//   trained without its fold. Each of these sets counts alike.
// - The calibration of that decision, likewise from decisions without its fold.
//
// Errors: as Booster's; kInvalidArgument if a feature is not known.
absl::StatusOr<TrainedModel> TrainModel(const std::vector<QuestionSet>& sets,
                                        const TrainingPlan& plan,
                                        const ModelOrigin& origin);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_TRAINING_MODEL_TRAINING_H_
