// What the ranker loses without some of its features.

#ifndef FOOTNOTE_BENCH_TRAINING_ABLATION_H_
#define FOOTNOTE_BENCH_TRAINING_ABLATION_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "bench/training/feature_rows.h"
#include "bench/training/model_training.h"

namespace footnote::bench {

// Features that are left out together.
struct FeatureGroup {
  std::string name;
  std::vector<std::string> features;  // As NamedFeature::name.
};

// Returns the groups of AllFeatures(), in their order.
std::vector<FeatureGroup> FeatureGroups();

// Returns what `text`, as "wordnet=kinds,opposites", stands for.
//
// Errors: kInvalidArgument if it is of another form.
absl::StatusOr<FeatureGroup> ParseFeatureGroup(const std::string& text);

// What is learned without a group.
struct Ablation {
  std::string without;             // FeatureGroup::name; "" if nothing.
  std::vector<OutOfFold> figures;  // As TrainedModel::figures.
};

// Returns what is learned from `sets` by `plan`, first with all features that
// it does not leave out, then without each of `groups`, too. The decision keeps
// its features: it changes by the ranker alone.
//
// Errors: as TrainModel().
absl::StatusOr<std::vector<Ablation>> Ablate(
    const std::vector<QuestionSet>& sets, const TrainingPlan& plan,
    const std::vector<FeatureGroup>& groups);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_TRAINING_ABLATION_H_
