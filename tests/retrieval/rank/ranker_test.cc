#include "retrieval/rank/ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <string>
#include <vector>

#include "retrieval/corpus.h"
#include "retrieval/index/schema.h"
#include "retrieval/status.h"
#include "tests/testing/fresh_postings.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::RandomCorpus;
using testing::StatusIs;

// As many as there can be.
constexpr int kAll = 1'000'000;

QueryPlan PlanOf(const std::vector<std::string>& terms) {
  QueryPlan plan;
  for (const std::string& term : terms) plan.terms.push_back({term, term});
  return plan;
}

class RankPassagesTest : public ::testing::Test {
 protected:
  void Open(unsigned seed, int documents) {
    random_ = RandomCorpus(seed);
    auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
    ASSERT_OK(corpus_->Import(random_.MakeDocuments(0, documents),
                              Deadline::Infinite()));
    auto reader = Reader::Open(path_);
    ASSERT_OK(reader);
    reader_ = *std::move(reader);
  }

  Ranking Rank(const QueryPlan& plan, int limit,
               const Bm25Parameters& parameters,
               const DocumentFilter& filter = {}) {
    reader_->End();
    EXPECT_OK(reader_->Begin(Deadline::Infinite()));
    testing::FreshPostings postings(reader_->postings(), parameters);
    auto ranking = RankPassages(plan, filter, static_cast<size_t>(limit),
                                *postings, *reader_, Deadline::Infinite());
    EXPECT_OK(ranking);
    return *std::move(ranking);
  }

  // Returns what FTS5's own bm25() gives to every passage that matches a term.
  std::map<PassageNumber, double> FtsScores(
      const std::vector<std::string>& terms, double title_weight) {
    std::string query;
    for (const std::string& term : terms) {
      absl::StrAppend(&query, query.empty() ? "" : " OR ", "\"", term, "\"");
    }
    const auto database = OpenForReading(path_);
    EXPECT_OK(database);
    auto select = (*database)->Prepare(absl::StrCat(
        "SELECT rowid, CAST(-1e15 * bm25(passage_index, ", title_weight,
        ", 1.0) AS INTEGER) FROM passage_index WHERE passage_index MATCH ?1"));
    EXPECT_OK(select);
    select->BindText(1, query);
    std::map<PassageNumber, double> scores;
    while (*select->Step()) {
      scores[static_cast<PassageNumber>(select->Int64(0))] =
          static_cast<double>(select->Int64(1)) / 1e15;
    }
    return scores;
  }

  std::vector<std::string> DrawTerms() {
    std::vector<std::string> terms;
    const int count = random_.Number(1, 6);
    while (static_cast<int>(terms.size()) < count) {
      const std::string term = random_.Word();
      if (std::find(terms.begin(), terms.end(), term) == terms.end()) {
        terms.push_back(term);
      }
    }
    return terms;
  }

  testing::TemporaryDirectory directory_;
  std::string path_ = directory_.File("corpus.db");
  RandomCorpus random_{0};
  std::unique_ptr<Corpus> corpus_;
  std::unique_ptr<Reader> reader_;
};

// FTS5 is the oracle: on any corpus and query its bm25() and ours agree to one
// part in a thousand million, passage by passage.
TEST_F(RankPassagesTest, EqualsFts5Bm25) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    Open(seed, 40 * static_cast<int>(seed));
    for (int i = 0; i < 60; ++i) {
      if (i % 20 == 19) {
        ASSERT_OK(
            corpus_->Delete({absl::StrCat("d", i)}, Deadline::Infinite()));
        ASSERT_OK(corpus_->Import(random_.MakeDocuments(i * 7, 3),
                                  Deadline::Infinite()));
      }
      const std::vector<std::string> terms = DrawTerms();
      const double title_weight = i % 3 == 0 ? 2.5 : 1.0;
      SCOPED_TRACE(absl::StrCat("seed ", seed, " query ", i));
      const auto want = FtsScores(terms, title_weight);
      const Ranking ranking = Rank(
          PlanOf(terms), kAll, {1.2, 0.75, IdfVariant::kFts5, title_weight});
      ASSERT_EQ(ranking.passages.size(), want.size());
      for (const RankedPassage& passage : ranking.passages) {
        const double expected = want.at(passage.passage);
        // The oracle's scores pass through SQL as integers of 1e-15.
        EXPECT_NEAR(passage.score, expected, 1e-9 * expected + 2e-15);
      }
    }
  }
}

TEST_F(RankPassagesTest, OrdersByScoreThenNumberAndCutsExactly) {
  Open(11, 120);
  for (int i = 0; i < 40; ++i) {
    const QueryPlan plan = PlanOf(DrawTerms());
    const Ranking all = Rank(plan, kAll, Bm25Parameters());
    for (size_t k = 1; k < all.passages.size(); ++k) {
      const RankedPassage& a = all.passages[k - 1];
      const RankedPassage& b = all.passages[k];
      EXPECT_TRUE(a.score > b.score ||
                  (a.score == b.score && a.passage < b.passage));
    }
    const int limit = random_.Number(1, 12);
    const Ranking best = Rank(plan, limit, Bm25Parameters());
    ASSERT_EQ(best.passages.size(), std::min<size_t>(static_cast<size_t>(limit),
                                                     all.passages.size()));
    for (size_t k = 0; k < best.passages.size(); ++k) {
      EXPECT_EQ(best.passages[k].passage, all.passages[k].passage);
      EXPECT_EQ(best.passages[k].score, all.passages[k].score);
    }
  }
}

TEST_F(RankPassagesTest, SharesAddUpToTheScore) {
  Open(12, 60);
  const Ranking ranking =
      Rank(PlanOf({"w1", "w3", "w9", "absent"}), 20, Bm25Parameters());
  ASSERT_FALSE(ranking.passages.empty());
  for (const RankedPassage& passage : ranking.passages) {
    double sum = 0;
    for (const TermShare& share : passage.shares) sum += share.score;
    EXPECT_DOUBLE_EQ(sum, passage.score);
    EXPECT_EQ(passage.shares[3].frequency, 0u);
  }
  EXPECT_EQ(ranking.terms[3].passages, 0u);
}

// The best of what passes, not what passes of the best.
TEST_F(RankPassagesTest, FiltersBeforeRanking) {
  Open(13, 80);
  for (int i = 0; i < 20; ++i) {
    DocumentFilter filter;
    for (int k = random_.Number(1, 6); k > 0; --k) {
      filter.document_ids.push_back(absl::StrCat("d", random_.Number(0, 90)));
    }
    const QueryPlan plan = PlanOf(DrawTerms());
    std::vector<PassageNumber> want;
    for (const RankedPassage& p : Rank(plan, kAll, Bm25Parameters()).passages) {
      const auto passage = reader_->ReadPassage(p.passage);
      const auto document = reader_->ReadDocument(passage->document);
      const auto& ids = filter.document_ids;
      if (want.size() < 3 && std::find(ids.begin(), ids.end(),
                                       document->summary.id) != ids.end()) {
        want.push_back(p.passage);
      }
    }
    std::vector<PassageNumber> got;
    for (const RankedPassage& p :
         Rank(plan, 3, Bm25Parameters(), filter).passages) {
      got.push_back(p.passage);
    }
    EXPECT_EQ(got, want);
  }
}

TEST_F(RankPassagesTest, StopsWhenCancelled) {
  Open(14, 10);
  ASSERT_OK(reader_->Begin(Deadline::Infinite()));
  const std::atomic<bool> cancelled = true;
  testing::FreshPostings postings(reader_->postings());
  EXPECT_THAT(RankPassages(PlanOf({"w1"}), {}, 5, *postings, *reader_,
                           Deadline(absl::InfiniteFuture(), &cancelled)),
              StatusIs(absl::StatusCode::kCancelled));
}

}  // namespace
}  // namespace footnote
