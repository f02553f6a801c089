#include "retrieval/answer/answerer.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "retrieval/answer/candidate.h"
#include "retrieval/answer/citer.h"
#include "retrieval/answer/features.h"
#include "retrieval/answer/passage_search.h"
#include "retrieval/answer/plain_model.h"
#include "retrieval/answer/selector.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/ranker.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// How many passages give candidates, or as many as there are sentences to give
// if those are more: enough that one of them holds the answer nearly always,
// few enough to read at once.
constexpr int kCandidatePassages = 20;

ConfidenceBand BandOf(double confidence) {
  if (confidence < kDefaultMinConfidence) return ConfidenceBand::kLow;
  return confidence < (1 + kDefaultMinConfidence) / 2 ? ConfidenceBand::kMedium
                                                      : ConfidenceBand::kHigh;
}

bool HoldAnyTerm(const std::vector<Candidate>& candidates) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [](const Candidate& c) { return !c.hits.empty(); });
}

// Chooses among the candidates of one question.
class Choice {
 public:
  Choice(const QueryPlan& plan, const Ranking& ranking,
         const AskOptions& options, std::vector<Candidate> candidates,
         const Deadline& deadline)
      : plan_(plan),
        ranking_(ranking),
        options_(options),
        candidates_(std::move(candidates)),
        deadline_(deadline) {}

  // Scores the candidates and selects among them.
  absl::Status Select() {
    for (const Candidate& candidate : candidates_) {
      FOOTNOTE_RETURN_IF_ERROR(deadline_.Check());
      features_.push_back(ComputeFeatures(candidate, plan_, ranking_.terms));
      scores_.push_back(ScoreSentence(features_.back()));
    }
    FOOTNOTE_ASSIGN_OR_RETURN(
        selection_,
        SelectSentences(candidates_, scores_, options_.max_sentences,
                        options_.include_rejected ? kMaxRejected : 0,
                        deadline_));
    return absl::OkStatus();
  }

  // Fills in the confidence of the best sentence, and why there is no answer if
  // there is none.
  void Decide(Answer* answer) {
    if (selection_.chosen.empty()) {
      answer->reasons = {ranking_.any_document
                             ? NotAnsweredReason::kNoMatch
                             : NotAnsweredReason::kNoDocumentInWindow};
      return;
    }
    answer->confidence =
        Confidence(features_[selection_.chosen.front().candidate]);
    answer->band = BandOf(answer->confidence);
    if (answer->confidence <
        options_.min_confidence.value_or(kDefaultMinConfidence)) {
      answer->reasons = {NotAnsweredReason::kLowConfidence};
      selection_.RejectChosen(options_.include_rejected ? kMaxRejected : 0);
    }
  }

  // Cites the sentences that were chosen, and those left out that are asked
  // for.
  absl::Status Cite(Reader& reader, Answer* answer) const {
    Citer citer(reader);
    for (const ScoredSentence& chosen : selection_.chosen) {
      FOOTNOTE_ASSIGN_OR_RETURN(CitedSentence sentence,
                                CiteSentence(chosen.candidate, citer));
      answer->sentences.push_back(std::move(sentence));
    }
    for (const RejectedCandidate& rejected : selection_.rejected) {
      FOOTNOTE_ASSIGN_OR_RETURN(CitedSentence sentence,
                                CiteSentence(rejected.candidate, citer));
      answer->rejected.push_back({std::move(sentence), rejected.reason,
                                  Confidence(features_[rejected.candidate])});
    }
    return absl::OkStatus();
  }

 private:
  absl::StatusOr<CitedSentence> CiteSentence(size_t position,
                                             Citer& citer) const {
    FOOTNOTE_RETURN_IF_ERROR(deadline_.Check());
    const Candidate& candidate = candidates_[position];
    CitedSentence sentence;
    sentence.text = candidate.text;
    sentence.score = scores_[position];
    FOOTNOTE_ASSIGN_OR_RETURN(
        sentence.citation,
        citer.Cite(*candidate.document, candidate.range,
                   candidate.sentence_index, candidate.text));
    for (const TermHit& hit : candidate.hits) {
      sentence.matches.push_back({plan_.terms[hit.term].term,
                                  citer.Span(*candidate.document, hit.range)});
    }
    if (options_.explain) sentence.explanation = Explain(position, citer);
    return sentence;
  }

  SentenceExplanation Explain(size_t position, Citer& citer) const {
    const Candidate& candidate = candidates_[position];
    const RankedPassage& ranked = ranking_.passages[candidate.ranked_passage];
    return {ExplainScore(features_[position]),
            {citer.Span(*candidate.document, candidate.passage_range),
             ranked.score, TermScores(ranked, plan_, ranking_), ranked.length,
             ranking_.average_length}};
  }

  const QueryPlan& plan_;
  const Ranking& ranking_;
  const AskOptions& options_;
  const std::vector<Candidate> candidates_;
  const Deadline& deadline_;
  std::vector<SentenceFeatures> features_;  // One a candidate, as the scores.
  std::vector<double> scores_;
  Selection selection_;
};

}  // namespace

absl::StatusOr<Answer> AnswerQuestion(const Question& question,
                                      const AskOptions& options,
                                      const PassageLengths& lengths,
                                      Reader& reader,
                                      const Deadline& deadline) {
  FOOTNOTE_ASSIGN_OR_RETURN(QueryPlan plan, Plan(question, StopWords::kDrop));
  const auto limit =
      static_cast<size_t>(std::max(kCandidatePassages, options.max_sentences));
  FOOTNOTE_ASSIGN_OR_RETURN(
      Ranking ranking,
      RankPassages(plan, question.filter, limit, Bm25Parameters(), lengths,
                   reader, deadline));
  Answer answer;
  answer.interpretation = Interpret(plan, ranking);
  if (plan.terms.empty()) {
    answer.reasons = {NotAnsweredReason::kQuestionHasNoContent};
    return answer;
  }
  FOOTNOTE_ASSIGN_OR_RETURN(std::vector<Candidate> candidates,
                            ReadCandidates(plan, ranking, reader, deadline));
  if (ranking.passages.size() == limit && !HoldAnyTerm(candidates)) {
    // Titles alone matched so far: a sentence that does may lie behind them.
    plan.conditions.needs_term_in_text = true;
    FOOTNOTE_ASSIGN_OR_RETURN(
        ranking, RankPassages(plan, question.filter, limit, Bm25Parameters(),
                              lengths, reader, deadline));
    FOOTNOTE_ASSIGN_OR_RETURN(candidates,
                              ReadCandidates(plan, ranking, reader, deadline));
  }
  Choice choice(plan, ranking, options, std::move(candidates), deadline);
  FOOTNOTE_RETURN_IF_ERROR(choice.Select());
  choice.Decide(&answer);
  FOOTNOTE_RETURN_IF_ERROR(choice.Cite(reader, &answer));
  return answer;
}

}  // namespace footnote
