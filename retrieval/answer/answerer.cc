#include "retrieval/answer/answerer.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "retrieval/answer/choice.h"
#include "retrieval/answer/passage_search.h"
#include "retrieval/answer/shortlist.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/ranker.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Where none of their sentences meets the conditions, so many times as many are
// looked at, up to the most: sentences take memory.
constexpr size_t kWidening = 8;
constexpr size_t kMostCandidatePassages = 1280;

// Tells what kind of statement was looked for.
void AddStatement(const QueryPlan& plan, Interpretation* interpretation) {
  interpretation->answer_type = plan.type;
  const StatementConditions& statement = plan.statement;
  for (const Entity& entity :
       statement.entities.empty() ? plan.entities : statement.entities) {
    interpretation->entities.push_back(entity.forms.front());
  }
  interpretation->speaker =
      statement.speaker.empty() ? plan.speaker : statement.speaker;
  interpretation->event =
      statement.event.has_value() ? statement.event : plan.event;
  interpretation->inferences = plan.inferences;
}

NotAnsweredReason ReasonFor(RejectionReason failure) {
  switch (failure) {
    case RejectionReason::kEntityNotFound:
      return NotAnsweredReason::kEntityNotFound;
    case RejectionReason::kOtherSpeaker:
      return NotAnsweredReason::kSpeakerNotFound;
    case RejectionReason::kOtherTime:
      return NotAnsweredReason::kNoEventInWindow;
    case RejectionReason::kTypeNotFound:
      return NotAnsweredReason::kTypeNotFound;
    default:
      return NotAnsweredReason::kNoMatch;
  }
}

// Answers one question on one snapshot.
class Answering {
 public:
  Answering(const Question& question, const AskOptions& options,
            const LearnedModel* model, SnapshotPostings& postings,
            Reader& reader, const Deadline& deadline)
      : question_(question),
        options_(options),
        model_(model),
        postings_(postings),
        reader_(reader),
        deadline_(deadline) {}

  absl::StatusOr<Answer> Run() {
    const Thesaurus* thesaurus =
        model_ == nullptr ? nullptr : model_->thesaurus();
    FOOTNOTE_ASSIGN_OR_RETURN(plan_,
                              PlanQuestion(question_, thesaurus, reader_));
    FOOTNOTE_ASSIGN_OR_RETURN(Shortlist shortlist, Find(Limit()));
    Answer answer;
    answer.interpretation = Interpret(question_, plan_, shortlist.ranking);
    answer.is_probability = model_ != nullptr;
    AddStatement(plan_, &answer.interpretation);
    if (plan_.terms.empty()) {
      answer.reasons = {NotAnsweredReason::kQuestionHasNoContent};
      return answer;
    }
    FOOTNOTE_RETURN_IF_ERROR(Choose(std::move(shortlist), &answer));
    return answer;
  }

 private:
  size_t Limit() const {
    return std::max(kCandidatePassages,
                    static_cast<size_t>(options_.max_sentences));
  }

  absl::StatusOr<Ranking> Rank(const QueryPlan& plan, size_t limit) {
    return RankPassages(plan, question_.filter, limit, postings_, reader_,
                        deadline_);
  }

  absl::StatusOr<Shortlist> Find(size_t limit) {
    return FindShortlist(question_, plan_, limit, postings_, reader_,
                         deadline_);
  }

  absl::Status Choose(Shortlist shortlist, Answer* answer) {
    std::optional<Choice> choice;
    choice.emplace(plan_, shortlist.ranking, options_, model_,
                   std::move(shortlist.candidates), deadline_);
    FOOTNOTE_RETURN_IF_ERROR(choice->Select());
    for (size_t limit = Limit(); choice->BestFailure().has_value() &&
                                 !choice->any_chosen() &&
                                 shortlist.ranking.passages.size() == limit &&
                                 limit < kMostCandidatePassages;) {
      limit = std::min(limit * kWidening, kMostCandidatePassages);
      FOOTNOTE_ASSIGN_OR_RETURN(shortlist, Find(limit));
      choice.emplace(plan_, shortlist.ranking, options_, model_,
                     std::move(shortlist.candidates), deadline_);
      FOOTNOTE_RETURN_IF_ERROR(choice->Select());
    }
    if (choice->any_chosen()) {
      choice->Decide(answer);
    } else {
      FOOTNOTE_ASSIGN_OR_RETURN(
          answer->reasons,
          ReasonsForNone(shortlist.ranking, choice->BestFailure()));
    }
    return choice->Cite(reader_, answer);
  }

  // Returns why nothing was chosen: the condition that the best sentence fails,
  // or those that leave no passage that matches, each by itself.
  absl::StatusOr<std::vector<NotAnsweredReason>> ReasonsForNone(
      const Ranking& ranking, std::optional<RejectionReason> failure) {
    std::vector<NotAnsweredReason> reasons;
    if (failure.has_value()) return std::vector{ReasonFor(*failure)};
    if (!ranking.any_document) {
      return std::vector{NotAnsweredReason::kNoDocumentInWindow};
    }
    QueryPlan alone = plan_;
    alone.statement = {};
    alone.statement.entities = plan_.statement.entities;
    FOOTNOTE_RETURN_IF_ERROR(
        Try(alone, NotAnsweredReason::kEntityNotFound, &reasons));
    alone.statement = {};
    alone.statement.speaker = plan_.statement.speaker;
    FOOTNOTE_RETURN_IF_ERROR(
        Try(alone, NotAnsweredReason::kSpeakerNotFound, &reasons));
    alone.statement = {};
    alone.statement.event = plan_.statement.event;
    FOOTNOTE_RETURN_IF_ERROR(
        Try(alone, NotAnsweredReason::kNoEventInWindow, &reasons));
    if (reasons.empty()) reasons.push_back(NotAnsweredReason::kNoMatch);
    return reasons;
  }

  // Adds `reason` if `plan`, which has one condition, finds no passage.
  absl::Status Try(const QueryPlan& plan, NotAnsweredReason reason,
                   std::vector<NotAnsweredReason>* reasons) {
    if (plan.statement.empty()) return absl::OkStatus();
    FOOTNOTE_ASSIGN_OR_RETURN(const Ranking ranking, Rank(plan, 1));
    if (ranking.passages.empty()) reasons->push_back(reason);
    return absl::OkStatus();
  }

  const Question& question_;
  const AskOptions& options_;
  const LearnedModel* const model_;  // Null: the plain score.
  SnapshotPostings& postings_;
  Reader& reader_;
  const Deadline& deadline_;
  QueryPlan plan_;
};

}  // namespace

absl::StatusOr<Answer> AnswerQuestion(const Question& question,
                                      const AskOptions& options,
                                      const LearnedModel* model,
                                      SnapshotPostings& postings,
                                      Reader& reader,
                                      const Deadline& deadline) {
  return Answering(question, options, model, postings, reader, deadline).Run();
}

}  // namespace footnote
