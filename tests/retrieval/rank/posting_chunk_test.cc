#include "retrieval/rank/posting_chunk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "tests/retrieval/rank/drawn_postings.h"

namespace footnote {
namespace {

using testing::DrawnLengths;
using testing::DrawnPostings;

constexpr size_t kGroups = 100;

// The lengths of the passages of the first groups, all of them known.
const DrawnLengths& Drawn() {
  static const DrawnLengths lengths =
      DrawnPostings(2).Lengths(kGroups * kGroupPassages);
  return lengths;
}

const Bm25& Scoring() {
  static const Bm25 bm25({}, testing::TotalsOf(Drawn()));
  return bm25;
}

PostingRun RunOf(const PostingList& postings) {
  PostingRun run(Scoring());
  run.Add(postings, PassageLengths(Drawn()));
  return run;
}

// Returns postings of `passages`, which differ, some with great numbers.
PostingList PostingsOf(const std::vector<PassageNumber>& passages) {
  PostingList postings;
  for (const PassageNumber passage : passages) {
    const uint32_t title = passage % 5 == 0 ? 1 + passage % 3 : 0;
    postings.push_back({passage, title, 1 + passage % 300});
  }
  return postings;
}

// Returns `count` passages with `step` from one to the next.
std::vector<PassageNumber> EachStep(PassageNumber first, PassageNumber step,
                                    size_t count) {
  std::vector<PassageNumber> passages;
  for (; passages.size() < count; first += step) passages.push_back(first);
  return passages;
}

// How a chunk keeps its impacts and finds its passages.
enum class Layout { kDense, kPlaced, kSparse };

Layout LayoutOf(const PostingChunk& chunk) {
  EXPECT_EQ(chunk.is_dense(), chunk.placed_impacts().empty());
  EXPECT_EQ(chunk.maxima().empty(), chunk.places().empty());
  EXPECT_EQ(chunk.maxima().empty(), !chunk.passages().empty());
  if (chunk.is_dense()) return Layout::kDense;
  return chunk.maxima().empty() ? Layout::kSparse : Layout::kPlaced;
}

// Expects that of all passages `chunk` finds those of `postings`.
void ExpectFinds(const PostingChunk& chunk, const PostingList& postings) {
  EXPECT_EQ(chunk.first(), postings.front().passage);
  EXPECT_EQ(chunk.last(), postings.back().passage);
  auto next = postings.begin();
  for (PassageNumber passage = 0; passage < Drawn().size(); ++passage) {
    SCOPED_TRACE(passage);
    const PackedPosting* found = chunk.Find(passage);
    const bool holds = next != postings.end() && next->passage == passage;
    ASSERT_EQ(found != nullptr, holds);
    if (!holds) continue;
    const SizedPosting sized = chunk.Unpack(passage, *found);
    EXPECT_EQ(sized.posting, *next);
    EXPECT_EQ(sized.length, Drawn()[passage]);
    EXPECT_EQ(chunk.Score(Scoring(), 2, passage, *found),
              Scoring().Score(2, *next, Drawn()[passage]));
    ++next;
  }
  EXPECT_EQ(chunk.Find(kMaxPassageNumber), nullptr);
}

// Expects that `chunk` visits the postings of `run`, in order.
void ExpectVisits(const PostingChunk& chunk, const PostingRun& run) {
  size_t i = 0;
  chunk.ForEach([&](PassageNumber passage, const PackedPosting& packed) {
    ASSERT_LT(i, run.passages().size());
    EXPECT_EQ(passage, run.passages()[i]);
    EXPECT_EQ(&packed, &chunk.postings()[i]);
    ++i;
  });
  EXPECT_EQ(i, run.passages().size());
}

// Expects that `chunk` knows the impacts of `run` where it is dense or not.
void ExpectImpacts(const PostingChunk& chunk, const PostingRun& run) {
  const PassageNumber begin = FirstOfGroup(chunk.first_group());
  std::vector<uint8_t> dense(chunk.impacts().size());
  for (size_t i = 0; i < run.passages().size(); ++i) {
    const PassageNumber passage = run.passages()[i];
    if (chunk.is_dense()) {
      ASSERT_LT(passage - begin, dense.size());
      dense[passage - begin] = run.impacts()[i];
    } else {
      EXPECT_EQ(chunk.placed_impacts()[i].offset, passage % kGroupPassages);
      EXPECT_EQ(chunk.placed_impacts()[i].impact, run.impacts()[i]);
    }
  }
  EXPECT_EQ(chunk.impacts(), dense);
}

// Expects that `chunk` knows the greatest impact of each block and where each
// group begins, unless it is sparse.
void ExpectBlocks(const PostingChunk& chunk, const PostingRun& run) {
  if (chunk.maxima().empty()) return;
  std::map<size_t, uint8_t> maxima;
  for (size_t i = 0; i < run.passages().size(); ++i) {
    uint8_t& most = maxima[BlockOf(run.passages()[i])];
    most = std::max(most, run.impacts()[i]);
  }
  const size_t groups = chunk.places().size() - 1;
  ASSERT_EQ(groups, GroupOf(chunk.last()) - chunk.first_group() + 1);
  ASSERT_EQ(chunk.maxima().size(), groups * kGroupBlocks);
  const auto passages = run.passages();
  for (size_t group = 0; group <= groups; ++group) {
    const auto from =
        std::lower_bound(passages.begin(), passages.end(),
                         FirstOfGroup(chunk.first_group() + group));
    EXPECT_EQ(chunk.places()[group], from - passages.begin());
  }
  for (size_t i = 0; i < chunk.maxima().size(); ++i) {
    EXPECT_EQ(chunk.maxima()[i], maxima[chunk.first_group() * kGroupBlocks + i])
        << i;
  }
}

void ExpectTells(const PostingList& postings, Layout layout) {
  const PostingRun run = RunOf(postings);
  const PostingChunk chunk(run);
  EXPECT_EQ(LayoutOf(chunk), layout);
  EXPECT_EQ(chunk.postings().size(), postings.size());
  ExpectFinds(chunk, postings);
  ExpectVisits(chunk, run);
  ExpectImpacts(chunk, run);
  ExpectBlocks(chunk, run);
}

TEST(PostingChunkTest, FindsPassagesWhateverItsLayout) {
  const struct {
    PassageNumber first;
    PassageNumber step;
    size_t count;
    Layout layout;
  } kCases[] = {
      {0, 1, 1, Layout::kPlaced},    {63, 1, 2, Layout::kPlaced},
      {64, 1, 64, Layout::kDense},   {100, 3, 300, Layout::kDense},
      {0, 8, 16, Layout::kDense},    {0, 9, 64, Layout::kPlaced},
      {5, 40, 100, Layout::kPlaced}, {0, 64, 90, Layout::kPlaced},
      {63, 65, 90, Layout::kSparse}, {7, 127, 2, Layout::kSparse},
      {1, 6300, 2, Layout::kSparse}, {6399, 1, 2, Layout::kPlaced},
  };
  for (const auto& [first, step, count, layout] : kCases) {
    SCOPED_TRACE(::testing::Message()
                 << count << " from " << first << " by " << step);
    ExpectTells(PostingsOf(EachStep(first, step, count)), layout);
  }
}

// As many passages to a posting as the bounds say, and a group more.
TEST(PostingChunkTest, IsDenseAndBlockedUpToItsBounds) {
  constexpr size_t kCount = 16;
  constexpr PassageNumber kEnd = kCount * PostingChunk::kDensePassages - 1;
  std::vector<PassageNumber> passages = EachStep(0, 1, kCount - 1);
  passages.push_back(kEnd);
  ExpectTells(PostingsOf(passages), Layout::kDense);
  passages.back() = kEnd + 1;
  ExpectTells(PostingsOf(passages), Layout::kPlaced);
  constexpr PassageNumber kFar = kCount * PostingChunk::kBlockedPassages - 1;
  passages.back() = kFar;
  ExpectTells(PostingsOf(passages), Layout::kPlaced);
  passages.back() = kFar + 1;
  ExpectTells(PostingsOf(passages), Layout::kSparse);
}

TEST(PostingChunkTest, FindsDrawnPassages) {
  const struct {
    double share;
    Layout layout;
  } kCases[] = {{0.9, Layout::kDense},
                {0.3, Layout::kDense},
                {0.08, Layout::kPlaced},
                {0.03, Layout::kPlaced},
                {0.005, Layout::kSparse}};
  unsigned seed = 10;
  for (const auto& [share, layout] : kCases) {
    SCOPED_TRACE(share);
    ExpectTells(DrawnPostings(++seed).Postings(Drawn(), share), layout);
  }
}

TEST(PostingChunkTest, HoldsAsManyAsItMay) {
  const DrawnLengths lengths(PostingChunk::kMaxPostings + 1, 30);
  PostingRun run(Scoring());
  run.Add(PostingsOf(EachStep(1, 1, PostingChunk::kMaxPostings)),
          PassageLengths(lengths));
  const PostingChunk chunk(run);
  EXPECT_EQ(chunk.places().back(), PostingChunk::kMaxPostings);
  EXPECT_EQ(chunk.Find(chunk.last()), &chunk.postings().back());
  ExpectVisits(chunk, run);
  ExpectBlocks(chunk, run);
}

TEST(PostingChunkTest, BoundsHoldAtOtherAverageLengths) {
  const PostingList postings = DrawnPostings(20).Postings(Drawn(), 0.2);
  const PostingRun run = RunOf(postings);
  const PostingChunk chunk(run);
  const double average = Scoring().average_length();
  EXPECT_EQ(chunk.BoundFactor(average), 1);
  EXPECT_EQ(chunk.BoundFactor(average / 3), 1);
  EXPECT_DOUBLE_EQ(chunk.BoundFactor(average * 3), 3);
  for (const uint64_t terms : {5u, 40u, 90u, 400u, 10'000u}) {
    SCOPED_TRACE(terms);
    const Bm25 other({}, {1, 0, terms});
    const double factor = chunk.BoundFactor(other.average_length());
    const double unit = factor * ImpactScale::UnitOf(Scoring());
    for (size_t i = 0; i < postings.size(); ++i) {
      const double score =
          chunk.Score(other, 1, postings[i].passage, chunk.postings()[i]);
      EXPECT_LE(score, unit * run.impacts()[i] * (1 + 1e-12)) << i;
    }
  }
}

}  // namespace
}  // namespace footnote
