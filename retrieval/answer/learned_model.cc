#include "retrieval/answer/learned_model.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

absl::Status UnknownFeature(absl::string_view name) {
  return absl::InvalidArgumentError(
      absl::StrCat("the model needs the feature '", name,
                   "', which this version does not compute; use the model "
                   "that came with it"));
}

}  // namespace

LearnedModel::LearnedModel(RankingModel file,
                           std::shared_ptr<const Thesaurus> thesaurus)
    : file_(std::move(file)), thesaurus_(std::move(thesaurus)) {}

absl::StatusOr<LearnedModel> LearnedModel::Create(
    RankingModel file, std::shared_ptr<const Thesaurus> thesaurus) {
  LearnedModel model(std::move(file), std::move(thesaurus));
  for (const std::string& name : model.file_.ranker().features) {
    const NamedFeature* const found = FindFeature(name);
    if (found == nullptr) return UnknownFeature(name);
    model.ranker_.push_back(*found);
  }
  for (const std::string& name : model.file_.decision().features) {
    const auto found = FindDecisionFeature(name);
    if (!found.has_value()) return UnknownFeature(name);
    model.decision_.push_back(*found);
  }
  return model;
}

std::vector<double> LearnedModel::Score(
    absl::Span<const SentenceFeatures> sentences) const {
  std::vector<float> rows;
  rows.reserve(sentences.size() * ranker_.size());
  for (const SentenceFeatures& sentence : sentences) {
    AppendRow(ranker_, sentence, &rows);
  }
  const TreeEnsemble& trees = file_.ranker().trees;
  std::vector<double> scores(sentences.size());
  trees.Score(rows, absl::MakeSpan(scores));
  for (double& score : scores) score -= trees.LeastScore();
  return scores;
}

std::vector<FeatureShare> LearnedModel::Explain(
    const SentenceFeatures& sentence) const {
  std::vector<float> row;
  AppendRow(ranker_, sentence, &row);
  const TreeEnsemble& trees = file_.ranker().trees;
  double base = 0;
  const std::vector<double> contributions = trees.Contributions(row, &base);
  base -= trees.LeastScore();
  std::vector<FeatureShare> shares = {{"base", base, std::nullopt, base}};
  double sum = base;
  for (size_t i = 0; i < ranker_.size(); ++i) {
    if (contributions[i] == 0) continue;
    shares.push_back({ranker_[i].name, sentence.*ranker_[i].value, std::nullopt,
                      contributions[i]});
    sum += contributions[i];
  }
  double score = 0;
  trees.Score(row, absl::MakeSpan(&score, 1));
  // The rest that is lost by adding in another order.
  const double rest = score - trees.LeastScore() - sum;
  if (rest != 0) shares.push_back({"rounding", rest, std::nullopt, rest});
  return shares;
}

double LearnedModel::LogOdds(double score) const {
  return score + file_.ranker().trees.LeastScore();
}

double LearnedModel::Confidence(const DecisionFeatures& features) const {
  const std::vector<float> row = DecisionRow(decision_, features);
  double score = 0;
  file_.decision().trees.Score(row, absl::MakeSpan(&score, 1));
  return file_.calibration().Probability(score);
}

}  // namespace footnote
