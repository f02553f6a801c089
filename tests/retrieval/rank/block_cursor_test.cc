#include "retrieval/rank/block_cursor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "tests/retrieval/rank/drawn_postings.h"

namespace footnote {
namespace {

using testing::DrawnLengths;
using testing::DrawnPostings;

constexpr double kIdf = 2.5;
constexpr double kUnitsPerScore = 1000;

TEST(ImpactWeightTest, IsNoLessThanTheUnitsAndHardlyMore) {
  for (const double units : {0.0, 1e-9, 0.3, 1.0, 77.7, 255.0}) {
    const ImpactWeight weight(units);
    EXPECT_EQ(weight.Of(0), 0);
    for (int impact = 1; impact < 256; ++impact) {
      const double bound = weight.Of(static_cast<uint8_t>(impact));
      EXPECT_GE(bound, units * impact);
      EXPECT_GE(bound, 1);
      EXPECT_LE(bound, units * impact + 2);
    }
  }
}

TEST(ImpactWeightTest, AddsManyAsOne) {
  const ImpactWeight weight(3.3);
  std::vector<uint8_t> impacts;
  for (int i = 0; i < 37; ++i) impacts.push_back(static_cast<uint8_t>(i * 7));
  std::vector<Bound> bounds(37, 5);
  weight.AddTo(impacts, absl::MakeSpan(bounds));
  for (size_t i = 0; i < impacts.size(); ++i) {
    EXPECT_EQ(bounds[i], 5 + weight.Of(impacts[i])) << i;
  }
}

// A list of a drawn term, and the score of each passage.
struct DrawnTerm {
  DrawnTerm(double probability, size_t passages, unsigned seed) {
    DrawnPostings random(seed);
    const DrawnLengths lengths = random.Lengths(passages);
    bm25 = std::make_unique<Bm25>(Bm25Parameters(), testing::TotalsOf(lengths));
    const PostingList postings = random.Postings(lengths, probability);
    for (const Posting& posting : postings) {
      scores[posting.passage] =
          bm25->Score(kIdf, posting, lengths[posting.passage]);
    }
    list = std::make_shared<CachedPostings>(1, postings,
                                            PassageLengths(lengths), *bm25);
  }

  double ScoreOf(PassageNumber passage) const {
    const auto found = scores.find(passage);
    return found == scores.end() ? 0 : found->second;
  }

  std::unique_ptr<Bm25> bm25;
  std::map<PassageNumber, double> scores;
  std::shared_ptr<const CachedPostings> list;
};

// Checks what `cursor` tells of `block`, to which it is moved, if its bound is
// that.
void ExpectBlock(const DrawnTerm& term, size_t block, Bound bound,
                 BlockCursor* cursor) {
  PassageBounds bounds = {};
  const bool may_have = cursor->Seek(block);
  EXPECT_EQ(may_have ? cursor->AddTo(&bounds) : 0, bound) << block;
  EXPECT_EQ(GreatestOf(bounds), bound) << block;
  for (size_t i = 0; i < kBlockPassages; ++i) {
    const PassageNumber passage =
        FirstOfBlock(block) + static_cast<PassageNumber>(i);
    const double score = term.ScoreOf(passage);
    ASSERT_EQ(bounds[i] > 0, score > 0) << passage;
    if (score == 0) continue;
    EXPECT_GE(bounds[i], score * kUnitsPerScore * (1 - 1e-12));
    EXPECT_LE(bounds[i], 1.02 * cursor->MaxScore(*term.list, kIdf, *term.bm25) *
                             kUnitsPerScore);
    const PackedPosting* const posting = cursor->Find(passage);
    ASSERT_NE(posting, nullptr);
    EXPECT_EQ(cursor->Score(passage, *posting), score);
  }
}

TEST(BlockCursorTest, TellsOfEachBlock) {
  for (const double probability : {1.0, 0.5, 0.1, 0.03, 0.01, 0.0005}) {
    const DrawnTerm term(probability, 20'000, 5);
    for (const size_t step : {1u, 3u, 800u}) {
      SCOPED_TRACE(::testing::Message() << probability << " by " << step);
      BlockCursor cursor(term.list, kIdf, *term.bm25, kUnitsPerScore);
      BlockBounds bounds(0, 20'100);
      for (size_t end = 0; end < bounds.end(); end += kGroupBlocks * step) {
        cursor.AddBlocks(end, &bounds);
      }
      cursor.AddBlocks(bounds.end(), &bounds);
      cursor.Rewind();
      for (size_t block = 0; block < bounds.end(); block += step) {
        ExpectBlock(term, block, bounds[block], &cursor);
        ExpectBlock(term, block, bounds[block], &cursor);
      }
      cursor.Rewind();
      ExpectBlock(term, 0, bounds[0], &cursor);
    }
  }
}

TEST(BlockCursorTest, GoesToTheGreatestNumber) {
  constexpr auto kLast = static_cast<PassageNumber>(kMaxPassageNumber);
  const Bm25 bm25({}, {2, 20, 0});
  const auto list = std::make_shared<CachedPostings>(
      1, PostingList{{5, 0, 1}, {kLast, 0, 1}}, PassageLengths(), bm25);
  BlockCursor cursor(list, kIdf, bm25, kUnitsPerScore);
  PassageBounds bounds = {};
  EXPECT_TRUE(cursor.Seek(0));
  EXPECT_GT(cursor.AddTo(&bounds), 0);
  for (const size_t block : {size_t{1}, BlockOf(kLast) - 1}) {
    EXPECT_EQ(cursor.Seek(block) ? cursor.AddTo(&bounds) : 0, 0) << block;
  }
  EXPECT_TRUE(cursor.Seek(BlockOf(kLast)));
  EXPECT_GT(cursor.AddTo(&bounds), 0);
  EXPECT_NE(cursor.Find(kLast), nullptr);
  EXPECT_FALSE(cursor.Seek(BlockOf(kLast) + 1));
}

TEST(BlockCursorTest, AddsToWhatIsThere) {
  const DrawnTerm term(0.05, 3000, 6);
  BlockCursor cursor(term.list, kIdf, *term.bm25, kUnitsPerScore);
  BlockBounds once(0, 3000);
  BlockBounds twice(0, 3000);
  cursor.AddBlocks(once.end(), &once);
  for (int time = 0; time < 2; ++time) {
    cursor.Rewind();
    cursor.AddBlocks(twice.end(), &twice);
  }
  for (size_t block = 0; block < once.end(); ++block) {
    EXPECT_EQ(twice[block], 2 * once[block]);
  }
}

}  // namespace
}  // namespace footnote
