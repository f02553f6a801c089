#include "bench/quality/figures.h"

#include <algorithm>
#include <map>
#include <utility>

#include "bench/quality/bootstrap.h"

namespace footnote::bench {
namespace {

using Counts = std::function<bool(const JudgedQuestion&)>;
using Value = std::function<double(const JudgedQuestion&)>;

bool Always(const JudgedQuestion& /*question*/) { return true; }

bool IsRanked(const JudgedQuestion& question) { return question.is_ranked(); }

bool IsDecided(const JudgedQuestion& question) {
  return question.has_answered();
}

bool HasOverlap(const JudgedQuestion& question) {
  return question.has_default_overlap();
}

Measure Mean(std::string name, std::string title, bool needs_confidence,
             Counts counts, const Value& value) {
  return {std::move(name),
          std::move(title),
          needs_confidence,
          /*is_count=*/false,
          std::move(counts),
          [value](const Sample& sample) -> std::optional<double> {
            if (sample.empty()) return std::nullopt;
            double sum = 0;
            for (const JudgedQuestion* question : sample) {
              sum += value(*question);
            }
            return sum / static_cast<double>(sample.size());
          }};
}

// The share of questions with a right sentence among the first `count`.
Measure RightAmong(std::string name, std::string title, uint32_t count) {
  return Mean(std::move(name), std::move(title), false, IsRanked,
              [count](const JudgedQuestion& question) {
                return question.right_rank() >= 1 &&
                               question.right_rank() <= count
                           ? 1.0
                           : 0.0;
              });
}

double OverlapF1(const Overlap& overlap) {
  return F1(overlap.precision(), overlap.recall());
}

std::optional<double> ConfidenceAuc(const Sample& sample) {
  std::vector<double> answerable;
  std::vector<double> others;
  for (const JudgedQuestion* question : sample) {
    (question->answerable() ? answerable : others)
        .push_back(question->confidence());
  }
  return AreaUnderRoc(std::move(answerable), std::move(others));
}

// Of telling the answerable questions by answering them.
std::optional<double> DecisionF1(const Sample& sample) {
  double answered = 0;
  double answerable = 0;
  double both = 0;
  for (const JudgedQuestion* question : sample) {
    answered += question->answered() ? 1 : 0;
    answerable += question->answerable() ? 1 : 0;
    both += question->answered() && question->answerable() ? 1 : 0;
  }
  if (answerable == 0 || answerable == static_cast<double>(sample.size())) {
    return std::nullopt;
  }
  return F1(answered == 0 ? 0 : both / answered, both / answerable);
}

std::vector<Measure> RankingMeasures() {
  return {
      RightAmong("p_at_1", "P@1", 1),
      RightAmong("r_at_3", "R@3", 3),
      RightAmong("r_at_5", "R@5", 5),
      Mean("mrr", "MRR", false, IsRanked,
           [](const auto& q) { return q.reciprocal_rank(); }),
      Mean(
          "map", "MAP", false,
          [](const auto& q) {
            return q.is_ranked() && q.has_average_precision();
          },
          [](const auto& q) { return q.average_precision(); }),
      Mean("document_hit_at_1", "document hit@1", false, IsRanked,
           [](const auto& q) { return q.right_document() ? 1.0 : 0.0; }),
      Mean("f1_default", "F1, default number", false, HasOverlap,
           [](const auto& q) { return OverlapF1(q.default_overlap()); }),
      Mean("f1_four", "F1, four sentences", false, HasOverlap,
           [](const auto& q) { return OverlapF1(q.four_overlap()); }),
      Mean("f1_given", "F1, four of gold document", false, HasOverlap,
           [](const auto& q) { return OverlapF1(q.given_overlap()); }),
  };
}

std::vector<Measure> ConfidenceMeasures() {
  const auto risk = [](const Sample& sample) {
    return AreaUnderRiskCoverage(ClaimsOf(sample));
  };
  const auto error = [](const Sample& sample) {
    return ExpectedCalibrationError(ClaimsOf(sample));
  };
  return {
      {"auc", "AUC, answerable or not", false, false, Always, ConfidenceAuc},
      {"aurc", "risk-coverage area", false, false, Always, risk},
      {"ece", "calibration error", true, false, Always, error}};
}

std::vector<Measure> DecisionMeasures() {
  const auto answerable = [](const auto& q) {
    return IsDecided(q) && q.answerable();
  };
  const auto unanswerable = [](const auto& q) {
    return IsDecided(q) && !q.answerable();
  };
  std::vector<Measure> measures = {
      Mean("answered", "answerable: answered", true, answerable,
           [](const auto& q) { return q.answered() ? 1.0 : 0.0; }),
      Mean("answered_right", "answerable: answered right", true, answerable,
           [](const auto& q) { return q.answered_right() ? 1.0 : 0.0; }),
      Mean("silent", "unanswerable: silent", true, unanswerable,
           [](const auto& q) { return q.answered() ? 0.0 : 1.0; }),
  };
  for (Measure& measure : measures) measure.is_count = true;
  measures.push_back(
      {"decision_f1", "F1 of answering", true, false, IsDecided, DecisionF1});
  return measures;
}

void AddFigure(const Measure& measure, const std::string& answer_type,
               const Sample& questions, System* system) {
  Sample counted;
  for (const JudgedQuestion* question : questions) {
    if (measure.counts(*question)) counted.push_back(question);
  }
  const std::optional<double> value = measure.value(counted);
  if (!value.has_value()) return;
  Sample drawn(counted.size());
  const auto draw = [&](const std::vector<size_t>& positions) {
    for (size_t i = 0; i < positions.size(); ++i) {
      drawn[i] = counted[positions[i]];
    }
    return measure.value(drawn);
  };
  const Interval interval = BootstrapInterval(counted.size(), draw)
                                .value_or(Interval{*value, *value});
  Figure* figure = system->add_figures();
  figure->set_measure(measure.name);
  figure->set_answer_type(answer_type);
  figure->set_questions(static_cast<uint32_t>(counted.size()));
  figure->set_value(*value);
  figure->set_low(interval.low);
  figure->set_high(interval.high);
}

}  // namespace

const std::vector<Measure>& Measures() {
  static const auto* const kMeasures = [] {
    auto* all = new std::vector<Measure>(RankingMeasures());
    for (const auto& more : {ConfidenceMeasures(), DecisionMeasures()}) {
      all->insert(all->end(), more.begin(), more.end());
    }
    return all;
  }();
  return *kMeasures;
}

std::vector<Claim> ClaimsOf(const Sample& sample) {
  std::vector<Claim> claims;
  claims.reserve(sample.size());
  for (const JudgedQuestion* question : sample) {
    claims.push_back({question->confidence(),
                      question->answerable() && question->right_rank() == 1});
  }
  return claims;
}

void FillFigures(System* system) {
  system->clear_figures();
  std::map<std::string, Sample> samples;  // By answer type; empty: all.
  for (const JudgedQuestion& question : system->questions()) {
    samples[""].push_back(&question);
    if (!question.answer_type().empty()) {
      samples[question.answer_type()].push_back(&question);
    }
  }
  for (auto& [answer_type, sample] : samples) {
    // What is drawn depends on places alone: parts pooled give the same.
    std::sort(sample.begin(), sample.end(),
              [](const auto* a, const auto* b) { return a->id() < b->id(); });
    for (const Measure& measure : Measures()) {
      if (measure.needs_confidence && !system->has_confidence()) continue;
      AddFigure(measure, answer_type, sample, system);
    }
  }
}

const Figure* FindFigure(const System& system, const std::string& measure,
                         const std::string& answer_type) {
  for (const Figure& figure : system.figures()) {
    if (figure.measure() == measure && figure.answer_type() == answer_type) {
      return &figure;
    }
  }
  return nullptr;
}

}  // namespace footnote::bench
