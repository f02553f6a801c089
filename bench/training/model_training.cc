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

// What a question brings to the decision.
struct Decided {
  size_t set = 0;
  const QuestionRows* question = nullptr;
  std::vector<float> row;  // Of its best sentence, by a ranker out of fold.
  bool is_right = false;   // That sentence.
  double score = 0;        // By a decision out of fold.
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
      decision_.push_back(*FindDecisionFeature(feature.name));
    }
  }

  absl::StatusOr<TrainedModel> Run(const ModelOrigin& origin) {
    RankingModelParts parts;
    FOOTNOTE_ASSIGN_OR_RETURN(std::vector<OutOfFold> figures,
                              Rehearse(&parts.calibration));
    parts.origin = origin;
    parts.min_confidence = plan_.min_confidence;
    for (const NamedFeature& feature : ranker_) {
      parts.ranker.features.emplace_back(feature.name);
    }
    for (const DecisionSign& feature : kDecision) {
      parts.decision.features.emplace_back(feature.name);
    }
    FOOTNOTE_ASSIGN_OR_RETURN(parts.ranker.trees, TrainRanker(std::nullopt));
    FOOTNOTE_ASSIGN_OR_RETURN(parts.decision.trees,
                              TrainDecision(std::nullopt));
    FOOTNOTE_ASSIGN_OR_RETURN(RankingModel model, RankingModel::Create(parts));
    return TrainedModel{std::move(model), std::move(figures)};
  }

  // Learns out of fold alone, fills what the decision's scores stand for, and
  // tells how good they are.
  absl::StatusOr<std::vector<OutOfFold>> Rehearse(Calibration* calibration) {
    FOOTNOTE_RETURN_IF_ERROR(ScoreOutOfFold());
    FOOTNOTE_ASSIGN_OR_RETURN(*calibration, Calibrate());
    return Figures(*calibration);
  }

 private:
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
          AppendRow(ranker_, question.sentences[i], &rows.values);
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
            AppendRow(ranker_, sentence, &values);
          }
          std::vector<double> log_odds(question.sentences.size());
          trees.Score(values, absl::MakeSpan(log_odds));
          decided_.push_back(Best(set, question, log_odds));
        }
      }
    }
    return absl::OkStatus();
  }

  // Returns what `question`, of `set`, brings by its best sentence.
  Decided Best(size_t set, const QuestionRows& question,
               const std::vector<double>& log_odds) const {
    const auto best = static_cast<size_t>(
        std::max_element(log_odds.begin(), log_odds.end()) - log_odds.begin());
    return {set, &question,
            DecisionRow(decision_, ComputeDecisionFeatures(
                                       best, question.sentences, log_odds)),
            question.is_right[best]};
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
  float WeightOf(const Decided& decided) const {
    return 5000.0F / static_cast<float>(sets_[decided.set].questions.size());
  }

  absl::StatusOr<TreeEnsemble> TrainDecision(std::optional<uint32_t> without) {
    TrainingRows rows;
    rows.feature_count = decision_.size();
    for (const Decided& decided : decided_) {
      if (decided.question->fold == without || !teaches_[decided.set]) continue;
      rows.values.insert(rows.values.end(), decided.row.begin(),
                         decided.row.end());
      rows.labels.push_back(decided.is_right ? 1 : 0);
      rows.weights.push_back(WeightOf(decided));
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
      for (Decided& decided : decided_) {
        if (decided.question->fold != fold) continue;
        trees.Score(decided.row, absl::MakeSpan(&decided.score, 1));
        if (!teaches_[decided.set]) continue;
        outcomes.push_back(
            {decided.score, decided.is_right, WeightOf(decided)});
        total += outcomes.back().weight;
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
      size_t right = 0;
      for (const Decided& decided : decided_) {
        if (decided.set != set) continue;
        const double confidence = calibration.Probability(decided.score);
        claims.push_back({confidence, decided.is_right});
        (decided.question->is_answerable ? answerable : unanswerable)
            .push_back(confidence);
        right += decided.is_right;
      }
      figures.push_back({sets_[set].name,
                         answerable.empty()
                             ? 0
                             : static_cast<double>(right) /
                                   static_cast<double>(answerable.size()),
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
  std::vector<Decided> decided_;  // Every question, fold by fold.
};

absl::Status CheckPlan(const TrainingPlan& plan) {
  for (const std::string& name : plan.without_features) {
    if (FindFeature(name) == nullptr) {
      return absl::InvalidArgumentError(
          absl::StrCat("There is no feature '", name,
                       "' to leave out; name one of this version."));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<OutOfFold>> Rehearse(
    const std::vector<QuestionSet>& sets, const TrainingPlan& plan) {
  FOOTNOTE_RETURN_IF_ERROR(CheckPlan(plan));
  Calibration calibration;
  return Training(sets, plan).Rehearse(&calibration);
}

absl::StatusOr<TrainedModel> TrainModel(const std::vector<QuestionSet>& sets,
                                        const TrainingPlan& plan,
                                        const ModelOrigin& origin) {
  FOOTNOTE_RETURN_IF_ERROR(CheckPlan(plan));
  return Training(sets, plan).Run(origin);
}

}  // namespace footnote::bench
