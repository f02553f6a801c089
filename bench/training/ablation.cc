#include "bench/training/ablation.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "retrieval/answer/features.h"
#include "retrieval/status.h"

namespace footnote::bench {

std::vector<FeatureGroup> FeatureGroups() {
  std::vector<FeatureGroup> groups;
  for (const NamedFeature& feature : AllFeatures()) {
    if (groups.empty() || groups.back().name != feature.group) {
      groups.push_back({feature.group, {}});
    }
    groups.back().features.emplace_back(feature.name);
  }
  return groups;
}

absl::StatusOr<FeatureGroup> ParseFeatureGroup(const std::string& text) {
  const std::vector<std::string> halves = absl::StrSplit(text, '=');
  if (halves.size() != 2 || halves[0].empty() || halves[1].empty()) {
    return absl::InvalidArgumentError(absl::StrCat(
        "'", text, "' must be a name and features, as NAME=FEATURE,FEATURE."));
  }
  return FeatureGroup{halves[0], absl::StrSplit(halves[1], ',')};
}

absl::StatusOr<std::vector<Ablation>> Ablate(
    const std::vector<QuestionSet>& sets, const TrainingPlan& plan,
    const std::vector<FeatureGroup>& groups) {
  std::vector<Ablation> ablations(1);
  FOOTNOTE_ASSIGN_OR_RETURN(ablations[0].figures, Rehearse(sets, plan));
  for (const FeatureGroup& group : groups) {
    TrainingPlan without = plan;
    without.without_features.insert(without.without_features.end(),
                                    group.features.begin(),
                                    group.features.end());
    FOOTNOTE_ASSIGN_OR_RETURN(auto figures, Rehearse(sets, without));
    ablations.push_back({group.name, std::move(figures)});
  }
  return ablations;
}

}  // namespace footnote::bench
