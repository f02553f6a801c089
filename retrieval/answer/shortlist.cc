#include "retrieval/answer/shortlist.h"

#include <algorithm>

#include "retrieval/question/synonyms.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

absl::StatusOr<Shortlist> Find(const Question& question, const QueryPlan& plan,
                               size_t limit, SnapshotPostings& postings,
                               Reader& reader, const Deadline& deadline) {
  Shortlist shortlist;
  FOOTNOTE_ASSIGN_OR_RETURN(
      shortlist.ranking,
      RankPassages(plan, question.filter, limit, postings, reader, deadline));
  FOOTNOTE_ASSIGN_OR_RETURN(
      shortlist.candidates,
      ReadCandidates(plan, shortlist.ranking, reader, deadline));
  return shortlist;
}

}  // namespace

bool HoldAnyTerm(const std::vector<Candidate>& candidates) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [](const Candidate& c) { return c.Matches(); });
}

absl::StatusOr<QueryPlan> PlanQuestion(const Question& question,
                                       const Thesaurus* thesaurus,
                                       Reader& reader) {
  FOOTNOTE_ASSIGN_OR_RETURN(QueryPlan plan, Plan(question, StopWords::kDrop));
  FOOTNOTE_RETURN_IF_ERROR(
      AddSynonyms(question.text, reader.annotations(), &plan));
  if (thesaurus != nullptr) thesaurus->AddRelatedTerms(&plan);
  return plan;
}

absl::StatusOr<Shortlist> FindShortlist(const Question& question,
                                        const QueryPlan& plan, size_t limit,
                                        SnapshotPostings& postings,
                                        Reader& reader,
                                        const Deadline& deadline) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      Shortlist shortlist,
      Find(question, plan, limit, postings, reader, deadline));
  if (shortlist.ranking.passages.size() < limit ||
      HoldAnyTerm(shortlist.candidates)) {
    return shortlist;
  }
  // Titles alone matched so far: a sentence that does may lie behind them.
  QueryPlan in_text = plan;
  in_text.conditions.needs_term_in_text = true;
  return Find(question, in_text, limit, postings, reader, deadline);
}

}  // namespace footnote
