#include "retrieval/answer/choice.h"

#include <algorithm>
#include <set>
#include <utility>

#include "retrieval/answer/conflict_citer.h"
#include "retrieval/answer/conflicts.h"
#include "retrieval/answer/passage_search.h"
#include "retrieval/answer/plain_model.h"
#include "retrieval/answer/shortlist.h"
#include "retrieval/answer/statement_check.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// How many of the best candidates are compared with each other: what agrees
// with an answer or contradicts it uses its words, so that it stands near the
// top.
constexpr size_t kCompared = 24;

// Longer ones are no sentences but lists and tables, and take long to compare.
constexpr size_t kMaxComparedBytes = 4096;

// What is less likely to answer is no part of an answer that has something
// better: one in fifty, as the logarithm of the odds. What holds no word of the
// question must be likelier, as it is known by its neighbours alone: two in
// eleven. docs/evaluation.md has others.
constexpr double kUnlikelyLogOdds = -4;
constexpr double kUnlikelyLogOddsByNeighbours = -1.5;

ConfidenceBand BandOf(double confidence, double threshold) {
  if (confidence < threshold) return ConfidenceBand::kLow;
  return confidence < (1 + threshold) / 2 ? ConfidenceBand::kMedium
                                          : ConfidenceBand::kHigh;
}

// Orders sentences by time, those without one last.
void SortByTime(std::vector<CitedSentence>* sentences) {
  std::stable_sort(sentences->begin(), sentences->end(),
                   [](const CitedSentence& a, const CitedSentence& b) {
                     if (!a.time.has_value() || !b.time.has_value()) {
                       return a.time.has_value() && !b.time.has_value();
                     }
                     return a.time->begin < b.time->begin;
                   });
}

}  // namespace

Choice::Choice(const QueryPlan& plan, const Ranking& ranking,
               const AskOptions& options, const LearnedModel* model,
               std::vector<Candidate> candidates, const Deadline& deadline)
    : plan_(plan),
      ranking_(ranking),
      options_(options),
      model_(model),
      candidates_(std::move(candidates)),
      deadline_(deadline) {}

std::vector<double> Choice::Score() {
  std::vector<double> scores;
  if (model_ != nullptr) {
    scores = model_->Score(features_);
    for (const double score : scores) {
      log_odds_.push_back(model_->LogOdds(score));
    }
    return scores;
  }
  for (const SentenceFeatures& features : features_) {
    scores.push_back(ScoreSentence(features));
  }
  return scores;
}

bool Choice::IsUnlikely(size_t position) const {
  if (model_ == nullptr || options_.min_confidence == 0.0) return false;
  return log_odds_[position] < (candidates_[position].Matches()
                                    ? kUnlikelyLogOdds
                                    : kUnlikelyLogOddsByNeighbours);
}

double Choice::ConfidenceIn(size_t position) const {
  if (model_ == nullptr) return Confidence(features_[position]);
  return model_->Confidence(
      ComputeDecisionFeatures(position, features_, log_odds_));
}

absl::Status Choice::Select() {
  spans_.resize(candidates_.size());
  features_ = ComputeFeatures(candidates_, plan_, ranking_);
  const std::vector<double> scores = Score();
  // By what stands around it the model also judges a sentence without a word of
  // the question, such as "It closed in May.", but not if there is no other.
  const bool needs_match = model_ == nullptr || !HoldAnyTerm(candidates_);
  for (size_t i = 0; i < candidates_.size(); ++i) {
    FOOTNOTE_RETURN_IF_ERROR(deadline_.Check());
    const Candidate& candidate = candidates_[i];
    if (plan_.type_is_given) spans_[i] = FindAnswerSpan(candidate, plan_);
    scored_.push_back({scores[i],
                       needs_match && !candidate.Matches()
                           ? RejectionReason::kNoMatch
                           : FailedCondition(candidate, spans_[i], plan_),
                       IsUnlikely(i)});
  }
  SelectionLimits limits;
  limits.sentences = static_cast<size_t>(options_.max_sentences);
  limits.sentences_per_document =
      static_cast<size_t>(options_.max_sentences_per_document);
  limits.rejected = options_.include_rejected ? kMaxRejected : 0;
  FOOTNOTE_ASSIGN_OR_RETURN(
      selection_, SelectSentences(candidates_, scored_, limits, deadline_));
  Compare();
  return absl::OkStatus();
}

std::optional<RejectionReason> Choice::BestFailure() const {
  std::optional<size_t> best;
  for (size_t i = 0; i < candidates_.size(); ++i) {
    if (!candidates_[i].Matches() || !scored_[i].failed.has_value()) continue;
    if (!best.has_value() || scored_[i].score > scored_[*best].score) best = i;
  }
  return best.has_value() ? scored_[*best].failed : std::nullopt;
}

void Choice::Compare() {
  for (size_t i = 0; i < candidates_.size(); ++i) {
    if (candidates_[i].Matches() && !scored_[i].failed.has_value() &&
        candidates_[i].text.size() <= kMaxComparedBytes) {
      compared_.push_back(i);
    }
  }
  std::stable_sort(compared_.begin(), compared_.end(), [&](size_t a, size_t b) {
    return scored_[a].score > scored_[b].score;
  });
  compared_.resize(std::min(compared_.size(), kCompared));
  if (plan_.type_is_given) return;  // All spans were found with the scores.
  std::set<size_t> wanted(compared_.begin(), compared_.end());
  for (const ScoredSentence& chosen : selection_.chosen) {
    wanted.insert(chosen.candidate);
  }
  for (const RejectedCandidate& rejected : selection_.rejected) {
    wanted.insert(rejected.candidate);
  }
  for (const size_t i : wanted) {
    spans_[i] = FindAnswerSpan(candidates_[i], plan_);
  }
}

void Choice::Decide(Answer* answer) {
  const size_t best = selection_.chosen.front().candidate;
  const double threshold = model_ == nullptr ? kDefaultMinConfidence
                                             : model_->file().min_confidence();
  answer->confidence = ConfidenceIn(best);
  answer->band = BandOf(answer->confidence, threshold);
  if (answer->confidence >= options_.min_confidence.value_or(threshold)) return;
  answer->reasons = {NotAnsweredReason::kLowConfidence};
  const bool any_span =
      std::any_of(compared_.begin(), compared_.end(),
                  [&](size_t i) { return spans_[i].has_value(); });
  if (HasSpan(plan_.type) && !any_span) {
    answer->reasons.push_back(NotAnsweredReason::kTypeNotFound);
  }
  selection_.RejectChosen(options_.include_rejected ? kMaxRejected : 0);
}

absl::Status Choice::Cite(Reader& reader, Answer* answer) {
  SentenceCiter citer(plan_, options_, reader);
  StatementComparison comparison(candidates_, spans_);
  for (const ScoredSentence& chosen : selection_.chosen) {
    FOOTNOTE_ASSIGN_OR_RETURN(CitedSentence sentence,
                              CiteSentence(chosen.candidate, citer));
    FOOTNOTE_RETURN_IF_ERROR(
        AddCorroborations(chosen.candidate, comparison, citer, &sentence));
    answer->sentences.push_back(std::move(sentence));
  }
  if (options_.order == SentenceOrder::kTime) SortByTime(&answer->sentences);
  for (const RejectedCandidate& rejected : selection_.rejected) {
    FOOTNOTE_ASSIGN_OR_RETURN(CitedSentence sentence,
                              CiteSentence(rejected.candidate, citer));
    answer->rejected.push_back({std::move(sentence), rejected.reason,
                                ConfidenceIn(rejected.candidate)});
  }
  if (selection_.chosen.empty()) return absl::OkStatus();
  ConflictCiter conflicts(candidates_, scored_, spans_, comparison, citer);
  for (const FoundConflict& found :
       FindConflicts(candidates_, compared_, spans_, plan_)) {
    FOOTNOTE_RETURN_IF_ERROR(deadline_.Check());
    FOOTNOTE_ASSIGN_OR_RETURN(Conflict conflict, conflicts.Cite(found));
    answer->conflicts.push_back(std::move(conflict));
  }
  return absl::OkStatus();
}

absl::StatusOr<CitedSentence> Choice::CiteSentence(size_t position,
                                                   SentenceCiter& citer) const {
  FOOTNOTE_RETURN_IF_ERROR(deadline_.Check());
  FOOTNOTE_ASSIGN_OR_RETURN(
      CitedSentence sentence,
      citer.Cite(candidates_[position], spans_[position]));
  sentence.score = scored_[position].score;
  if (options_.explain) sentence.explanation = Explain(position, citer);
  return sentence;
}

absl::Status Choice::AddCorroborations(size_t position,
                                       StatementComparison& comparison,
                                       SentenceCiter& citer,
                                       CitedSentence* sentence) const {
  if (candidates_[position].text.size() > kMaxComparedBytes) {
    return absl::OkStatus();
  }
  const Agreement agreement = comparison.FindAgreement(position, compared_);
  sentence->independent_sources = agreement.independent_sources;
  for (const SameStatement& same : agreement.statements) {
    if (sentence->corroborations.size() == kMaxCorroborations) break;
    FOOTNOTE_ASSIGN_OR_RETURN(
        Corroboration corroboration,
        citer.CiteCorroboration(candidates_[same.candidate], same.is_copy));
    sentence->corroborations.push_back(std::move(corroboration));
  }
  return absl::OkStatus();
}

SentenceExplanation Choice::Explain(size_t position,
                                    SentenceCiter& citer) const {
  const Candidate& candidate = candidates_[position];
  const RankedPassage& ranked = ranking_.passages[candidate.ranked_passage];
  return {model_ == nullptr ? ExplainScore(features_[position])
                            : model_->Explain(features_[position]),
          {citer.Span(candidate, candidate.passage_range), ranked.score,
           TermScores(ranked, plan_, ranking_), ranked.length,
           ranking_.average_length}};
}

}  // namespace footnote
