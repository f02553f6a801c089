// Pruned and exhaustive evaluation of the same lists, to the last bit.

#include "retrieval/rank/block_max.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>
#include <vector>

#include "tests/retrieval/rank/drawn_postings.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::DrawnLengths;
using testing::DrawnPostings;
using testing::StatusIs;
using testing::TotalsOf;

struct DrawnTerms {
  std::vector<PostingList> postings;
  std::vector<WeighedTerm> terms;
};

// Draws up to `most` terms, from those in every passage to the rarest.
DrawnTerms DrawTerms(uint32_t most, const DrawnLengths& lengths,
                     const Bm25& bm25, DrawnPostings& random) {
  const PassageLengths sizes(lengths);
  DrawnTerms drawn;
  for (uint32_t count = random.Number(1, most); count > 0; --count) {
    const double probability = std::pow(0.1, random.Number(0, 4));
    drawn.postings.push_back(random.Postings(lengths, probability));
    drawn.terms.push_back({std::make_shared<CachedPostings>(
                               1, drawn.postings.back(), sizes, bm25),
                           bm25.Idf(drawn.postings.back().size())});
  }
  return drawn;
}

std::vector<ScoredPassage> ScoreAll(const DrawnTerms& drawn,
                                    const DrawnLengths& lengths,
                                    const Bm25& bm25,
                                    const PassageConditions& conditions) {
  std::vector<double> scores(lengths.size());
  std::vector<bool> is_held(lengths.size());
  std::vector<bool> in_text(lengths.size());
  for (size_t term = 0; term < drawn.terms.size(); ++term) {
    for (const Posting& posting : drawn.postings[term]) {
      scores[posting.passage] +=
          bm25.Score(drawn.terms[term].idf, posting, lengths[posting.passage]);
      is_held[posting.passage] = true;
      if (posting.text_frequency > 0) in_text[posting.passage] = true;
    }
  }
  std::vector<ScoredPassage> passages;
  for (PassageNumber i = 0; i < lengths.size(); ++i) {
    if (!is_held[i] || (conditions.needs_term_in_text && !in_text[i]) ||
        (conditions.allowed != nullptr && !conditions.allowed->Contains(i))) {
      continue;
    }
    passages.push_back({i, scores[i]});
  }
  std::stable_sort(passages.begin(), passages.end(),
                   [](const ScoredPassage& a, const ScoredPassage& b) {
                     return a.score > b.score;
                   });
  if (passages.size() > conditions.limit) passages.resize(conditions.limit);
  return passages;
}

void ExpectBest(const DrawnTerms& drawn, const DrawnLengths& lengths,
                const Bm25& bm25, const PassageConditions& conditions) {
  const auto want = ScoreAll(drawn, lengths, bm25, conditions);
  const auto got =
      FindBest(drawn.terms, bm25, conditions, Deadline::Infinite());
  ASSERT_OK(got);
  ASSERT_EQ(got->size(), want.size());
  for (size_t i = 0; i < want.size(); ++i) {
    ASSERT_EQ((*got)[i].passage, want[i].passage) << i;
    ASSERT_EQ((*got)[i].score, want[i].score) << i;
  }
}

TEST(FindBestTest, EqualsAnExhaustiveEvaluation) {
  const std::vector<Bm25Parameters> parameters = {
      {},
      {1.2, 0.75, IdfVariant::kFts5, 2.5},
      {0, 0, IdfVariant::kLucene, 1},
      {2, 1, IdfVariant::kFts5, 0}};
  const std::vector<size_t> sizes = {1, 63, 64, 65, 2048, 9000, 20'000};
  for (unsigned seed = 1; seed <= 40; ++seed) {
    DrawnPostings random(seed);
    const DrawnLengths lengths = random.Lengths(sizes[seed % sizes.size()]);
    const Bm25 bm25(parameters[seed % parameters.size()], TotalsOf(lengths));
    for (int i = 0; i < 5; ++i) {
      SCOPED_TRACE(::testing::Message() << "seed " << seed << " query " << i);
      const DrawnTerms drawn =
          DrawTerms(i == 4 ? 40 : 6, lengths, bm25, random);
      PassageConditions conditions;
      conditions.limit = random.Number(1, i == 3 ? 1000 : 20);
      conditions.needs_term_in_text = random.Chance(0.3);
      std::optional<PassageSet> allowed;
      if (random.Chance(0.5)) {
        allowed.emplace();
        const double share = std::pow(0.1, random.Number(0, 3));
        for (PassageNumber p = 1; p < lengths.size(); ++p) {
          if (random.Chance(share)) allowed->Add(p);
        }
        conditions.allowed = &*allowed;
      }
      ExpectBest(drawn, lengths, bm25, conditions);
    }
  }
}

// Bounds are of the average length of the day that a chunk was made.
TEST(FindBestTest, HoldsWhileTheAverageLengthMoves) {
  DrawnPostings random(7);
  const DrawnLengths lengths = random.Lengths(12'000);
  const IndexTotals totals = TotalsOf(lengths);
  for (const double factor : {0.01, 0.5, 0.99, 1.01, 2.0, 50.0}) {
    SCOPED_TRACE(factor);
    IndexTotals then = totals;
    then.text_terms =
        static_cast<uint64_t>(factor * static_cast<double>(totals.text_terms));
    const Bm25 bm25_then({}, then);
    const Bm25 bm25({}, totals);
    for (int i = 0; i < 5; ++i) {
      const DrawnTerms drawn = DrawTerms(6, lengths, bm25_then, random);
      PassageConditions conditions;
      conditions.limit = 5;
      ExpectBest(drawn, lengths, bm25, conditions);
    }
  }
}

TEST(FindBestTest, BreaksTiesByNumber) {
  const DrawnLengths lengths(5001, 10);
  const Bm25 bm25({}, TotalsOf(lengths));
  PostingList postings;
  for (PassageNumber i = 1; i <= 5000; ++i) postings.push_back({i, 0, 1});
  const auto best = FindBest({{std::make_shared<CachedPostings>(
                                   1, postings, PassageLengths(lengths), bm25),
                               1.0}},
                             bm25, {3, nullptr, false}, Deadline::Infinite());
  ASSERT_OK(best);
  ASSERT_EQ(best->size(), 3u);
  for (PassageNumber i = 0; i < 3; ++i) EXPECT_EQ((*best)[i].passage, i + 1);
}

// The bounds of all of them are added up.
TEST(FindBestTest, TakesAsManyTermsAsItSays) {
  const DrawnLengths lengths(201, 10);
  const Bm25 bm25({}, TotalsOf(lengths));
  const PassageLengths sizes(lengths);
  const auto all = std::make_shared<CachedPostings>(
      1, PostingList{{7, 0, 1}, {100, 0, 200}, {200, 3, 200}}, sizes, bm25);
  std::vector<WeighedTerm> terms(kMaxTerms, {all, 5.0});
  terms.back().idf = 1e-6;
  const auto best =
      FindBest(terms, bm25, {2, nullptr, false}, Deadline::Infinite());
  ASSERT_OK(best);
  ASSERT_EQ(best->size(), 2u);
  EXPECT_EQ(best->front().passage, 200u);
  EXPECT_EQ(best->back().passage, 100u);
  terms.push_back({all, 5.0});
  EXPECT_THAT(FindBest(terms, bm25, {2, nullptr, false}, Deadline::Infinite()),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(FindBestTest, TakesNoTerms) {
  const Bm25 bm25({}, {});
  const auto best = FindBest({}, bm25, {}, Deadline::Infinite());
  ASSERT_OK(best);
  EXPECT_TRUE(best->empty());
}

TEST(FindBestTest, StopsWhenCancelled) {
  const std::atomic<bool> cancelled = true;
  EXPECT_THAT(FindBest({}, Bm25({}, {}), {},
                       Deadline(absl::InfiniteFuture(), &cancelled)),
              StatusIs(absl::StatusCode::kCancelled));
}

}  // namespace
}  // namespace footnote
