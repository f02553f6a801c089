// Ranks by scoring every passage: what RankPassages() is compared with.

#ifndef FOOTNOTE_TESTS_RETRIEVAL_RANK_EXHAUSTIVE_H_
#define FOOTNOTE_TESTS_RETRIEVAL_RANK_EXHAUSTIVE_H_

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "retrieval/index/postings.h"
#include "retrieval/index/reader.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/bm25.h"
#include "retrieval/rank/passage_conditions.h"
#include "retrieval/rank/ranker.h"
#include "tests/testing/fresh_postings.h"
#include "tests/testing/status_matchers.h"

namespace footnote::testing {

// Returns what RankPassages() promises, from what `reader` reads of the index.
inline Ranking RankExhaustively(const QueryPlan& plan,
                                const DocumentFilter& filter, size_t limit,
                                const Bm25Parameters& parameters,
                                Reader& reader) {
  PassageLengths lengths;
  EXPECT_OK(reader.postings().lengths().Update(&lengths));
  const Bm25 bm25(parameters, *reader.postings().ReadTotals());
  FreshPostings fresh(reader.postings());
  const auto allowed = FindAllowed(
      filter, plan.conditions, plan.statement,
      lengths.blocks() * PassageLengths::kBlockPassages + 1, *fresh, reader);
  EXPECT_OK(allowed);
  Ranking ranking;
  ranking.average_length = bm25.average_length();
  ranking.any_document = allowed->any_document;
  std::map<PassageNumber, RankedPassage> passages;
  std::map<PassageNumber, bool> in_text;
  for (size_t term = 0; term < plan.terms.size(); ++term) {
    const auto list = reader.postings().ReadPostings(plan.terms[term].term);
    EXPECT_OK(list);
    const double idf = bm25.Idf(list->size());
    ranking.terms.push_back({list->size(), idf});
    for (const Posting& posting : *list) {
      const uint32_t length = lengths[posting.passage];
      RankedPassage& ranked = passages[posting.passage];
      ranked.passage = posting.passage;
      ranked.length = length;
      ranked.shares.resize(plan.terms.size());
      ranked.shares[term] = {bm25.Score(idf, posting, length),
                             posting.title_frequency + posting.text_frequency};
      ranked.score += ranked.shares[term].score;
      in_text[posting.passage] |= posting.text_frequency > 0;
    }
  }
  for (const auto& [passage, ranked] : passages) {
    if (allowed->set.has_value() && !allowed->set->Contains(passage)) continue;
    if (plan.conditions.needs_term_in_text && !in_text[passage]) continue;
    ranking.passages.push_back(ranked);
  }
  std::stable_sort(ranking.passages.begin(), ranking.passages.end(),
                   [](const RankedPassage& a, const RankedPassage& b) {
                     return a.score > b.score;
                   });
  if (ranking.passages.size() > limit) ranking.passages.resize(limit);
  return ranking;
}

// Compares two rankings to the last bit.
inline void ExpectSame(const Ranking& got, const Ranking& want) {
  EXPECT_EQ(got.average_length, want.average_length);
  EXPECT_EQ(got.any_document, want.any_document);
  ASSERT_EQ(got.terms.size(), want.terms.size());
  for (size_t i = 0; i < got.terms.size(); ++i) {
    EXPECT_EQ(got.terms[i].passages, want.terms[i].passages) << i;
    EXPECT_EQ(got.terms[i].idf, want.terms[i].idf) << i;
  }
  ASSERT_EQ(got.passages.size(), want.passages.size());
  for (size_t i = 0; i < got.passages.size(); ++i) {
    const RankedPassage& a = got.passages[i];
    const RankedPassage& b = want.passages[i];
    ASSERT_EQ(a.passage, b.passage) << i;
    ASSERT_EQ(a.score, b.score) << i;
    EXPECT_EQ(a.length, b.length) << i;
    ASSERT_EQ(a.shares.size(), b.shares.size());
    for (size_t term = 0; term < a.shares.size(); ++term) {
      EXPECT_EQ(a.shares[term].score, b.shares[term].score) << i;
      EXPECT_EQ(a.shares[term].frequency, b.shares[term].frequency) << i;
    }
  }
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_RETRIEVAL_RANK_EXHAUSTIVE_H_
