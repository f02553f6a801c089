// Chooses the sentences that answer a question, compares them and cites them.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CHOICE_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CHOICE_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "retrieval/answer/answer.h"
#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/answer/corroboration.h"
#include "retrieval/answer/features.h"
#include "retrieval/answer/learned_model.h"
#include "retrieval/answer/selector.h"
#include "retrieval/answer/sentence_citer.h"
#include "retrieval/deadline.h"
#include "retrieval/question/planner.h"
#include "retrieval/question/question.h"
#include "retrieval/rank/ranker.h"

namespace footnote {

// The choice among the candidates of one question. Its methods are called in
// the order they stand in. Not thread-safe.
class Choice {
 public:
  // All but `candidates` outlive the choice.
  // `model` scores them; null: fixed weights do.
  Choice(const QueryPlan& plan, const Ranking& ranking,
         const AskOptions& options, const LearnedModel* model,
         std::vector<Candidate> candidates, const Deadline& deadline);

  // Scores the candidates and selects among them. Errors: those of `deadline`.
  absl::Status Select();

  // Returns whether any sentence was chosen.
  bool any_chosen() const { return !selection_.chosen.empty(); }

  // Returns the condition that the best sentence that matches fails, if any.
  std::optional<RejectionReason> BestFailure() const;

  // Fills in the confidence of the best sentence, and why there is no answer if
  // it is too little. REQUIRES: any_chosen().
  void Decide(Answer* answer);

  // Cites the sentences that were chosen, those left out that are asked for,
  // and those that contradict each other. Errors: as Citer::Cite(); those of
  // `deadline`.
  absl::Status Cite(Reader& reader, Answer* answer);

 private:
  std::vector<double> Score();
  void Compare();
  bool IsUnlikely(size_t position) const;
  double ConfidenceIn(size_t position) const;
  absl::StatusOr<CitedSentence> CiteSentence(size_t position,
                                             SentenceCiter& citer) const;
  absl::Status AddCorroborations(size_t position,
                                 StatementComparison& comparison,
                                 SentenceCiter& citer,
                                 CitedSentence* sentence) const;
  SentenceExplanation Explain(size_t position, SentenceCiter& citer) const;

  const QueryPlan& plan_;
  const Ranking& ranking_;
  const AskOptions& options_;
  const LearnedModel* const model_;
  const std::vector<Candidate> candidates_;
  const Deadline& deadline_;

  // One a candidate.
  std::vector<SentenceFeatures> features_;
  std::vector<ScoredCandidate> scored_;
  std::vector<double> log_odds_;  // That it answers; none without a model.
  std::vector<std::optional<TypedSpan>> spans_;

  std::vector<size_t> compared_;  // The best that pass, best first.
  Selection selection_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CHOICE_H_
