#include "retrieval/rank/ranker.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "retrieval/rank/block_max.h"
#include "retrieval/rank/passage_conditions.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

absl::StatusOr<std::vector<WeighedTerm>> WeighTerms(
    const QueryPlan& plan, const Bm25& bm25, SnapshotPostings& postings) {
  std::vector<WeighedTerm> terms;
  for (const PlannedTerm& planned : plan.terms) {
    FOOTNOTE_ASSIGN_OR_RETURN(std::shared_ptr<const CachedPostings> list,
                              postings.Get(planned.term));
    const double idf = bm25.Idf(list->size());
    terms.push_back({std::move(list), idf});
  }
  return terms;
}

// Returns a number that every passage with one of `terms` is below.
size_t BoundOf(const std::vector<WeighedTerm>& terms) {
  PassageNumber last = 0;
  for (const WeighedTerm& term : terms) {
    last = std::max(last, term.postings->last_passage());
  }
  return size_t{last} + 1;
}

// Returns `scored` with the share of each term.
RankedPassage Explain(const ScoredPassage& scored,
                      const std::vector<WeighedTerm>& terms, const Bm25& bm25) {
  RankedPassage ranked;
  ranked.passage = scored.passage;
  ranked.score = scored.score;
  for (const WeighedTerm& term : terms) {
    TermShare& share = ranked.shares.emplace_back();
    const SizedPosting sized = term.postings->Find(scored.passage);
    if (!sized.posting.holds_term()) continue;
    share.score = Score(bm25, term.idf, sized);
    share.frequency =
        sized.posting.title_frequency + sized.posting.text_frequency;
    ranked.length = sized.length;
  }
  return ranked;
}

}  // namespace

absl::StatusOr<Ranking> RankPassages(const QueryPlan& plan,
                                     const DocumentFilter& filter, size_t limit,
                                     SnapshotPostings& postings, Reader& reader,
                                     const Deadline& deadline) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Bm25* const bm25, postings.Scoring());
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<WeighedTerm> terms,
                            WeighTerms(plan, *bm25, postings));
  FOOTNOTE_ASSIGN_OR_RETURN(const AllowedPassages allowed,
                            FindAllowed(filter, plan.conditions, plan.statement,
                                        BoundOf(terms), postings, reader));
  PassageConditions conditions;
  conditions.limit = limit;
  if (allowed.set.has_value()) conditions.allowed = &*allowed.set;
  conditions.needs_term_in_text = plan.conditions.needs_term_in_text;
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<ScoredPassage> best,
                            FindBest(terms, *bm25, conditions, deadline));
  Ranking ranking;
  ranking.average_length = bm25->average_length();
  ranking.any_document = allowed.any_document;
  for (const WeighedTerm& term : terms) {
    ranking.terms.push_back({term.postings->size(), term.idf});
  }
  for (const ScoredPassage& scored : best) {
    ranking.passages.push_back(Explain(scored, terms, *bm25));
  }
  return ranking;
}

}  // namespace footnote
