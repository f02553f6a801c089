#include "bench/training/model_training.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "bench/boosting.h"
#include "bench/quality/measures.h"
#include "bench/training/isotonic.h"
#include "retrieval/answer/decision_features.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

// docs/evaluation.md has what others give.
constexpr BoostingParameters kRankerParameters = {
    .objective = Objective::kLogistic,
    .trees = 300,
    .depth = 5,
    .eta = 0.05,
    .min_child_weight = 5,
    .subsample = 0.7,
    .colsample = 0.5};
// Sums of steps: with a few hundred questions, more would be learned by heart.
constexpr BoostingParameters kDecisionParameters = {
    .objective = Objective::kLogistic,
    .trees = 300,
    .depth = 1,
    .eta = 0.05,
    .min_child_weight = 10,
    .subsample = 0.7};

// What the decision is made by, and whether it may only speak for an answer or
// only against one.
struct DecisionSign {
  const char* name;
  int sign;
};

constexpr DecisionSign kDecision[] = {
    {"plain_confidence", 1}, {"passage_fill", 1},    {"passage_answers", 1},
    {"related_coverage", 1}, {"missing_denial", -1}, {"missing_negation", -1},
    {"opposites", -1},       {"swapped_name", -1},   {"missing_numbers", -1},
    {"new_share", -1},
};

// The share of all outcomes that a step of the calibration stands for at least.
constexpr double kLeastStep = 0.01;

// A set teaches when to be silent if this share of its questions has no answer:
// elsewhere whatever is found would look sure.
constexpr double kLeastUnanswerable = 0.25;

// Where a question stands, and the logarithms of the odds of its sentences.
struct Scored {
  size_t set = 0;
  const QuestionRows* question = nullptr;
  std::vector<double> log_odds;
};

// One step of learning with what it needs of the others.
class Training {
 public:
  Training(const std::vector<QuestionSet>& sets, const TrainingPlan& plan)
      : sets_(sets), plan_(plan) {
    for (const NamedFeature& feature : AllFeatures()) {
      const auto& without = plan.without_features;
      if (std::find(without.begin(), without.end(), feature.name) ==
          without.end()) {
        ranker_.push_back(feature);
      }
    }
    for (const QuestionSet& set : sets) {
      teaches_.push_back(TeachesSilence(set));
    }
    if (std::count(teaches_.begin(), teaches_.end(), true) == 0) {
      teaches_.assign(sets.size(), true);
    }
    for (const DecisionSign& feature : kDecision) {
      decision_names_.emplace_back(feature.name);
      decision_.push_back(*FindDecisionFeature(feature.name));
    }
  }

  absl::StatusOr<TrainedModel> Run(const ModelOrigin& origin) {
    RankingModelParts parts;
    parts.origin = origin;
    parts.min_confidence = plan_.min_confidence;
    for (const NamedFeature& feature : ranker_) {
      parts.ranker.features.emplace_back(feature.name);
    }
    parts.decision.features = decision_names_;
    FOOTNOTE_ASSIGN_OR_RETURN(parts.ranker.trees, TrainRanker(std::nullopt));
    FOOTNOTE_RETURN_IF_ERROR(ScoreOutOfFold());
    FOOTNOTE_ASSIGN_OR_RETURN(parts.decision.trees,
                              TrainDecision(std::nullopt));
    FOOTNOTE_ASSIGN_OR_RETURN(parts.calibration, Calibrate());
    FOOTNOTE_ASSIGN_OR_RETURN(RankingModel model, RankingModel::Create(parts));
    return TrainedModel{std::move(model), Figures(parts.calibration)};
  }

 private:
  void AppendRow(const SentenceFeatures& sentence,
                 std::vector<float>* values) const {
    for (const NamedFeature& feature : ranker_) {
      values->push_back(static_cast<float>(sentence.*feature.value));
    }
  }

  BoostingParameters With(BoostingParameters parameters) const {
    parameters.seed = plan_.seed;
    return parameters;
  }

  // Learns from all questions but those of fold `without`.
  absl::StatusOr<TreeEnsemble> TrainRanker(std::optional<uint32_t> without) {
    TrainingRows rows;
    rows.feature_count = ranker_.size();
    for (const QuestionSet& set : sets_) {
      for (const QuestionRows& question : set.questions) {
        if (question.fold == without || !question.HasBoth()) continue;
        for (size_t i = 0; i < question.sentences.size(); ++i) {
          AppendRow(question.sentences[i], &rows.values);
          rows.labels.push_back(question.is_right[i] ? 1 : 0);
        }
      }
    }
    return Train(rows, With(kRankerParameters));
  }

  // Scores every question by a ranker that does not know its fold.
  absl::Status ScoreOutOfFold() {
    for (uint32_t fold = 0; fold < kInnerFolds; ++fold) {
      FOOTNOTE_ASSIGN_OR_RETURN(const TreeEnsemble trees, TrainRanker(fold));
      for (size_t set = 0; set < sets_.size(); ++set) {
        for (const QuestionRows& question : sets_[set].questions) {
          if (question.fold != fold) continue;
          std::vector<float> values;
          for (const SentenceFeatures& sentence : question.sentences) {
            AppendRow(sentence, &values);
          }
          Scored scored = {set, &question, {}};
          scored.log_odds.resize(question.sentences.size());
          trees.Score(values, absl::MakeSpan(scored.log_odds));
          scored_.push_back(std::move(scored));
        }
      }
    }
    return absl::OkStatus();
  }

  static size_t Best(const Scored& scored) {
    return static_cast<size_t>(
        std::max_element(scored.log_odds.begin(), scored.log_odds.end()) -
        scored.log_odds.begin());
  }

  std::vector<float> DecisionRow(const Scored& scored) const {
    const DecisionFeatures features = ComputeDecisionFeatures(
        Best(scored), scored.question->sentences, scored.log_odds);
    std::vector<float> row;
    for (const DecisionFeature& feature : decision_) {
      row.push_back(static_cast<float>(feature.Of(features)));
    }
    return row;
  }

  static bool TeachesSilence(const QuestionSet& set) {
    const auto without = std::count_if(
        set.questions.begin(), set.questions.end(),
        [](const QuestionRows& question) { return !question.is_answerable; });
    return static_cast<double>(without) >=
           kLeastUnanswerable * static_cast<double>(set.questions.size());
  }

  // Every set that teaches silence counts alike, and no other; if none does,
  // all count.
  float WeightOf(const Scored& scored) const {
    return 5000.0F / static_cast<float>(sets_[scored.set].questions.size());
  }

  absl::StatusOr<TreeEnsemble> TrainDecision(std::optional<uint32_t> without) {
    TrainingRows rows;
    rows.feature_count = decision_.size();
    for (const Scored& scored : scored_) {
      if (scored.question->fold == without || !teaches_[scored.set]) continue;
      const std::vector<float> row = DecisionRow(scored);
      rows.values.insert(rows.values.end(), row.begin(), row.end());
      rows.labels.push_back(scored.question->is_right[Best(scored)] ? 1 : 0);
      rows.weights.push_back(WeightOf(scored));
    }
    BoostingParameters parameters = With(kDecisionParameters);
    for (const DecisionSign& feature : kDecision) {
      parameters.monotone.push_back(feature.sign);
    }
    return Train(rows, parameters);
  }

  absl::StatusOr<Calibration> Calibrate() {
    std::vector<ScoredOutcome> outcomes;
    double total = 0;
    for (uint32_t fold = 0; fold < kInnerFolds; ++fold) {
      FOOTNOTE_ASSIGN_OR_RETURN(const TreeEnsemble trees, TrainDecision(fold));
      for (const Scored& scored : scored_) {
        if (scored.question->fold != fold) continue;
        double score = 0;
        trees.Score(DecisionRow(scored), absl::MakeSpan(&score, 1));
        if (teaches_[scored.set]) {
          outcomes.push_back({score, scored.question->is_right[Best(scored)],
                              WeightOf(scored)});
          total += outcomes.back().weight;
        }
        decided_.push_back({&scored, score});
      }
    }
    return FitIsotonic(std::move(outcomes), total * kLeastStep);
  }

  std::vector<OutOfFold> Figures(const Calibration& calibration) const {
    std::vector<OutOfFold> figures;
    for (size_t set = 0; set < sets_.size(); ++set) {
      std::vector<Claim> claims;
      std::vector<double> answerable;
      std::vector<double> unanswerable;
      double right = 0;
      for (const auto& [scored, score] : decided_) {
        if (scored->set != set) continue;
        const bool is_right = scored->question->is_right[Best(*scored)];
        const double confidence = calibration.Probability(score);
        claims.push_back({confidence, is_right});
        (scored->question->is_answerable ? answerable : unanswerable)
            .push_back(confidence);
        right += is_right;
      }
      figures.push_back({sets_[set].name,
                         right / static_cast<double>(answerable.size()),
                         AreaUnderRoc(answerable, unanswerable).value_or(0),
                         ExpectedCalibrationError(claims).value_or(0)});
    }
    return figures;
  }

  const std::vector<QuestionSet>& sets_;
  const TrainingPlan& plan_;
  std::vector<bool> teaches_;  // One a set: whether it teaches silence.
  std::vector<NamedFeature> ranker_;
  std::vector<DecisionFeature> decision_;
  std::vector<std::string> decision_names_;
  std::vector<Scored> scored_;  // Out of fold.

  // The scores of their decisions, out of fold.
  std::vector<std::pair<const Scored*, double>> decided_;
};

}  // namespace

absl::StatusOr<TrainedModel> TrainModel(const std::vector<QuestionSet>& sets,
                                        const TrainingPlan& plan,
                                        const ModelOrigin& origin) {
  for (const std::string& name : plan.without_features) {
    const auto known = AllFeatures();
    if (std::none_of(known.begin(), known.end(),
                     [&](const NamedFeature& f) { return f.name == name; })) {
      return absl::InvalidArgumentError(
          absl::StrCat("There is no feature '", name,
                       "' to leave out; name one of this version."));
    }
  }
  return Training(sets, plan).Run(origin);
}

}  // namespace footnote::bench
