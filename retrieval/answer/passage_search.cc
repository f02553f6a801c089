#include "retrieval/answer/passage_search.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "retrieval/answer/citer.h"
#include "retrieval/question/synonyms.h"
#include "retrieval/status.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// Returns where terms of `plan` stand in `text`, which begins at byte `begin`
// of `document`.
std::vector<TermMatch> FindMatches(absl::string_view text, uint32_t begin,
                                   const QueryPlan& plan,
                                   const DocumentRecord& document,
                                   Citer& citer) {
  std::vector<TermMatch> matches;
  ForEachTerm(text, [&](absl::string_view term, ByteRange range) {
    const bool is_planned = std::any_of(
        plan.terms.begin(), plan.terms.end(),
        [term](const PlannedTerm& planned) { return planned.term == term; });
    if (is_planned) {
      matches.push_back(
          {std::string(term),
           citer.Span(document, {begin + range.begin, begin + range.end})});
    }
    return true;
  });
  return matches;
}

absl::StatusOr<FoundPassage> CitePassage(const RankedPassage& ranked,
                                         const QueryPlan& plan,
                                         const Ranking& ranking, Reader& reader,
                                         Citer& citer) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Passage passage,
                            reader.ReadPassage(ranked.passage));
  FOOTNOTE_ASSIGN_OR_RETURN(const DocumentRecord document,
                            reader.ReadDocument(passage.document));
  FoundPassage found;
  FOOTNOTE_ASSIGN_OR_RETURN(found.text,
                            reader.ReadText(passage.document, passage.range));
  FOOTNOTE_ASSIGN_OR_RETURN(
      found.citation,
      citer.Cite(document, passage.range, passage.first_sentence, found.text));
  found.score = ranked.score;
  found.term_count = ranked.length;
  found.terms = TermScores(ranked, plan, ranking);
  found.matches =
      FindMatches(found.text, passage.range.begin, plan, document, citer);
  return found;
}

}  // namespace

Interpretation Interpret(const Question& question, const QueryPlan& plan,
                         const Ranking& ranking) {
  Interpretation interpretation;
  interpretation.ignored_words = plan.ignored_words;
  interpretation.published = question.filter.published;
  interpretation.synonyms = plan.synonyms;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    interpretation.terms.push_back({plan.terms[i].term, plan.terms[i].word,
                                    ranking.terms[i].idf,
                                    ranking.terms[i].passages});
  }
  return interpretation;
}

std::vector<TermScore> TermScores(const RankedPassage& ranked,
                                  const QueryPlan& plan,
                                  const Ranking& ranking) {
  std::vector<TermScore> scores;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    if (ranked.shares[i].frequency == 0) continue;
    scores.push_back({plan.terms[i].term, ranked.shares[i].score,
                      ranked.shares[i].frequency, ranking.terms[i].idf});
  }
  return scores;
}

absl::StatusOr<SearchResult> SearchPassages(const Question& query,
                                            const SearchPage& page,
                                            SnapshotPostings& postings,
                                            Reader& reader,
                                            const Deadline& deadline) {
  FOOTNOTE_ASSIGN_OR_RETURN(QueryPlan plan, PlanSearch(query));
  FOOTNOTE_RETURN_IF_ERROR(
      AddSynonyms(query.text, reader.annotations(), &plan));
  // One more than asked for tells whether there are more.
  const size_t end = page.offset + static_cast<size_t>(page.limit);
  FOOTNOTE_ASSIGN_OR_RETURN(
      const Ranking ranking,
      RankPassages(plan, query.filter, end + 1, postings, reader, deadline));
  SearchResult result;
  result.interpretation = Interpret(query, plan, ranking);
  result.has_more = ranking.passages.size() > end;
  Citer citer(reader);
  for (size_t i = page.offset; i < std::min(end, ranking.passages.size());
       ++i) {
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    FOOTNOTE_ASSIGN_OR_RETURN(
        FoundPassage passage,
        CitePassage(ranking.passages[i], plan, ranking, reader, citer));
    result.passages.push_back(std::move(passage));
  }
  return result;
}

}  // namespace footnote
