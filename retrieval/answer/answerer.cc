#include "retrieval/answer/answerer.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/answer/citer.h"
#include "retrieval/answer/features.h"
#include "retrieval/answer/plain_model.h"
#include "retrieval/answer/selector.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/ranker.h"
#include "retrieval/status.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// How many passages give candidates, or as many as there are sentences to give
// if those are more: enough that one of them holds the answer nearly always,
// few enough to read at once.
constexpr int kCandidatePassages = 20;

absl::Status CheckTerms(const QueryPlan& plan, absl::string_view field) {
  if (plan.terms.size() <= kMaxQuestionTerms) return absl::OkStatus();
  return InvalidFields(
      {{std::string(field),
        absl::StrCat("has ", plan.terms.size(), " content terms; at most ",
                     kMaxQuestionTerms, " are allowed.")}});
}

Interpretation Interpret(const QueryPlan& plan, const Ranking& ranking) {
  Interpretation interpretation;
  interpretation.ignored_words = plan.ignored_words;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    interpretation.terms.push_back({plan.terms[i].term, plan.terms[i].word,
                                    ranking.terms[i].idf,
                                    ranking.terms[i].passages});
  }
  return interpretation;
}

ConfidenceBand BandOf(double confidence) {
  if (confidence < kDefaultMinConfidence) return ConfidenceBand::kLow;
  return confidence < (1 + kDefaultMinConfidence) / 2 ? ConfidenceBand::kMedium
                                                      : ConfidenceBand::kHigh;
}

absl::StatusOr<CitedSentence> CiteSentence(const Candidate& candidate,
                                           double score, const QueryPlan& plan,
                                           Citer& citer) {
  CitedSentence sentence;
  sentence.text = candidate.text;
  sentence.score = score;
  FOOTNOTE_ASSIGN_OR_RETURN(
      sentence.citation, citer.Cite(*candidate.document, candidate.range,
                                    candidate.sentence_index, candidate.text));
  for (const TermHit& hit : candidate.hits) {
    sentence.matches.push_back({plan.terms[hit.term].term,
                                citer.Span(*candidate.document, hit.range)});
  }
  return sentence;
}

// Scores `candidates`, fills in the confidence of the best, and cites as many
// as are asked for if it is sure enough.
absl::Status Choose(const std::vector<Candidate>& candidates,
                    const QueryPlan& plan, const Ranking& ranking,
                    const AskOptions& options, Reader& reader, Answer* answer) {
  std::vector<SentenceFeatures> features;
  std::vector<double> scores;
  for (const Candidate& candidate : candidates) {
    features.push_back(ComputeFeatures(candidate, plan, ranking.terms));
    scores.push_back(ScoreSentence(features.back()));
  }
  const std::vector<ScoredSentence> selected =
      SelectSentences(candidates, scores, options.max_sentences);
  if (selected.empty()) {
    answer->reasons = {NotAnsweredReason::kNoMatch};
    return absl::OkStatus();
  }
  answer->confidence = Confidence(features[selected.front().candidate]);
  answer->band = BandOf(answer->confidence);
  if (answer->confidence <
      options.min_confidence.value_or(kDefaultMinConfidence)) {
    answer->reasons = {NotAnsweredReason::kLowConfidence};
    return absl::OkStatus();
  }
  Citer citer(reader);
  for (const auto& [candidate, score] : selected) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        CitedSentence sentence,
        CiteSentence(candidates[candidate], score, plan, citer));
    answer->sentences.push_back(std::move(sentence));
  }
  return absl::OkStatus();
}

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
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    if (ranked.shares[i].frequency == 0) continue;
    found.terms.push_back({plan.terms[i].term, ranked.shares[i].score,
                           ranked.shares[i].frequency, ranking.terms[i].idf});
  }
  found.matches =
      FindMatches(found.text, passage.range.begin, plan, document, citer);
  return found;
}

}  // namespace

absl::StatusOr<Answer> AnswerQuestion(const Question& question,
                                      const AskOptions& options,
                                      const PassageLengths& lengths,
                                      Reader& reader,
                                      const Deadline& deadline) {
  const QueryPlan plan = Plan(question.text, StopWords::kDrop);
  FOOTNOTE_RETURN_IF_ERROR(CheckTerms(plan, "question.text"));
  FOOTNOTE_ASSIGN_OR_RETURN(
      const Ranking ranking,
      RankPassages(plan, question.filter,
                   std::max(kCandidatePassages, options.max_sentences),
                   Bm25Parameters(), lengths, reader, deadline));
  Answer answer;
  answer.interpretation = Interpret(plan, ranking);
  if (plan.terms.empty()) {
    answer.reasons = {NotAnsweredReason::kQuestionHasNoContent};
    return answer;
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<Candidate> candidates,
                            ReadCandidates(plan, ranking, reader));
  FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
  FOOTNOTE_RETURN_IF_ERROR(
      Choose(candidates, plan, ranking, options, reader, &answer));
  return answer;
}

absl::StatusOr<SearchResult> SearchPassages(const Question& query, int limit,
                                            const PassageLengths& lengths,
                                            Reader& reader,
                                            const Deadline& deadline) {
  const QueryPlan plan = Plan(query.text, StopWords::kKeepIfAlone);
  FOOTNOTE_RETURN_IF_ERROR(CheckTerms(plan, "query"));
  FOOTNOTE_ASSIGN_OR_RETURN(
      const Ranking ranking,
      RankPassages(plan, query.filter, limit, Bm25Parameters(), lengths, reader,
                   deadline));
  SearchResult result;
  result.interpretation = Interpret(plan, ranking);
  Citer citer(reader);
  for (const RankedPassage& ranked : ranking.passages) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        FoundPassage passage,
        CitePassage(ranked, plan, ranking, reader, citer));
    result.passages.push_back(std::move(passage));
  }
  return result;
}

}  // namespace footnote
