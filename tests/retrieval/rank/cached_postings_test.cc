#include "retrieval/rank/cached_postings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "tests/retrieval/rank/drawn_postings.h"

namespace footnote {
namespace {

using testing::DrawnLengths;
using testing::DrawnPostings;

PostingList Unpacked(const CachedPostings& list) {
  PostingList postings;
  for (const CachedPostings::Piece& piece : list.pieces()) {
    EXPECT_EQ(piece.last, piece.chunk->last());
    for (const PackedPosting& packed : piece.chunk->postings()) {
      postings.push_back(piece.chunk->Unpack(packed).posting);
    }
  }
  EXPECT_EQ(list.size(), postings.size());
  return postings;
}

// Checks what a dense chunk says of each passage around it.
void ExpectImpacts(const PostingChunk& chunk, const Bm25& bm25) {
  const double factor = chunk.BoundFactor(bm25.average_length());
  for (PassageNumber passage = std::max(chunk.first(), 2U) - 2;
       passage <= chunk.last() + 2; ++passage) {
    const PackedPosting* const posting = chunk.Find(passage);
    const double bound = factor * chunk.ImpactBound(passage);
    ASSERT_EQ(bound > 0, posting != nullptr) << passage;
    if (posting == nullptr) continue;
    const double score = chunk.Score(bm25, 1, *posting);
    EXPECT_LE(score, bound * (1 + 1e-12)) << passage;
    // No looser than two units, at the average length of the day.
    if (factor > 1) continue;
    EXPECT_LE(bound, score + bm25.MaxScore(1) * 2 / 255) << passage;
  }
}

// Checks every bound of `list` at the average length of `bm25`.
void ExpectBounds(const CachedPostings& list, const Bm25& bm25) {
  for (const CachedPostings::Piece& piece : list.pieces()) {
    const PostingChunk& chunk = *piece.chunk;
    if (chunk.is_dense()) ExpectImpacts(chunk, bm25);
    const double factor = chunk.BoundFactor(bm25.average_length());
    for (size_t i = 0; i < chunk.postings().size(); ++i) {
      const PostingBlock& block =
          chunk.blocks()[i / PostingChunk::kBlockPostings];
      EXPECT_LE(chunk.Score(bm25, 1, chunk.postings()[i]),
                factor * block.bound * (1 + 1e-12));
      EXPECT_LE(chunk.postings()[i].passage, block.last);
    }
  }
}

TEST(CachedPostingsTest, PacksWhatFitsAndKeepsTheRestAside) {
  DrawnLengths lengths(1);
  PostingList postings;
  for (const uint32_t frequency : {1u, 254u, 255u, 256u, 70'000u}) {
    for (const uint32_t length : {1u, 65'534u, 65'535u, 65'536u, 1'000'000u}) {
      postings.push_back(
          {static_cast<PassageNumber>(lengths.size()), frequency, 1});
      lengths.push_back(length);
      postings.push_back(
          {static_cast<PassageNumber>(lengths.size()), 0, frequency});
      lengths.push_back(length);
    }
  }
  const Bm25 bm25({}, testing::TotalsOf(lengths));
  const CachedPostings list(1, postings, PassageLengths(lengths), bm25);
  EXPECT_EQ(Unpacked(list), postings);
  ExpectBounds(list, bm25);
  for (const Posting& posting : postings) {
    const uint32_t length = lengths[posting.passage];
    const SizedPosting found = list.Find(posting.passage);
    EXPECT_EQ(found.posting, posting);
    EXPECT_EQ(found.length, length);
    EXPECT_EQ(Score(bm25, 2, found), bm25.Score(2, posting, length));
  }
  EXPECT_FALSE(list.Find(0).posting.holds_term());
  EXPECT_FALSE(list.Find(1000).posting.holds_term());
}

// What a list is brought to equals one that is read anew, change after change.
TEST(CachedPostingsTest, IsBroughtToLaterRevisions) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    DrawnPostings random(seed);
    const DrawnLengths lengths = random.Lengths(40'000);
    std::shared_ptr<const CachedPostings> list;
    PostingList want;
    PassageNumber last = 0;
    for (uint64_t revision = 1; revision <= 30; ++revision) {
      SCOPED_TRACE(::testing::Message() << seed << " at " << revision);
      std::vector<PassageNumber> removed;
      const double share = random.Chance(0.2) ? 0.9 : 0.001;
      for (PassageNumber i = 1; i <= last; ++i) {
        if (random.Chance(share)) removed.push_back(i);
      }
      last += random.Number(0, random.Chance(0.3) ? 9000 : 100);
      last = std::min<PassageNumber>(last, 39'999);
      const DrawnLengths drawn(lengths.begin(), lengths.begin() + last + 1);
      const PassageLengths known(drawn);
      const Bm25 bm25({}, testing::TotalsOf(drawn));
      const PostingList tail = random.Postings(
          drawn, 0.5, list == nullptr ? 0 : list->last_passage());
      std::erase_if(want, [&](const Posting& posting) {
        return std::binary_search(removed.begin(), removed.end(),
                                  posting.passage);
      });
      want.insert(want.end(), tail.begin(), tail.end());
      list = list == nullptr ? std::make_shared<const CachedPostings>(
                                   revision, tail, known, bm25)
                             : list->At(revision, removed, tail, known, bm25);
      EXPECT_EQ(list->revision(), revision);
      ASSERT_EQ(Unpacked(*list), want);
      ExpectBounds(*list, bm25);
      size_t bytes = sizeof(CachedPostings);
      for (const auto& piece : list->pieces()) {
        bytes += sizeof(piece) + piece.chunk->bytes();
      }
      EXPECT_EQ(list->bytes(), bytes);
    }
  }
}

TEST(CachedPostingsTest, IsDenseUpToEightPassagesAPosting) {
  for (const PassageNumber step : {1u, 8u, 9u}) {
    SCOPED_TRACE(step);
    PostingList postings;
    for (PassageNumber i = 0; i < 100; ++i) {
      postings.push_back({5 + i * step, 0, i % 6 + 1});
    }
    const DrawnLengths drawn(1000, 40);
    const Bm25 bm25({}, testing::TotalsOf(drawn));
    const CachedPostings list(1, postings, PassageLengths(drawn), bm25);
    ASSERT_EQ(list.pieces().size(), 1u);
    EXPECT_EQ(list.pieces()[0].chunk->is_dense(), step <= 8);
    ExpectBounds(list, bm25);
  }
}

// The passage with the greatest number may go; its number is not given again.
TEST(CachedPostingsTest, RemembersItsLastPassage) {
  const DrawnLengths drawn(10, 5);
  const PassageLengths lengths(drawn);
  const Bm25 bm25({}, testing::TotalsOf(drawn));
  const CachedPostings list(1, {{2, 0, 1}, {7, 0, 1}}, lengths, bm25);
  const std::vector<PassageNumber> removed = {2, 7};
  const auto later = list.At(2, removed, {}, lengths, bm25);
  EXPECT_EQ(later->size(), 0u);
  EXPECT_TRUE(later->pieces().empty());
  EXPECT_EQ(later->last_passage(), 7u);
}

TEST(CachedPostingsTest, SharesWhatDoesNotChange) {
  DrawnPostings random(3);
  const DrawnLengths drawn = random.Lengths(20'000);
  const PassageLengths lengths(drawn);
  const Bm25 bm25({}, testing::TotalsOf(drawn));
  const CachedPostings list(1, random.Postings(drawn, 1), lengths, bm25);
  ASSERT_GE(list.pieces().size(), 4u);
  const std::vector<PassageNumber> removed = {list.pieces()[1].last};
  const auto later = list.At(2, removed, {}, lengths, bm25);
  for (size_t i = 0; i < list.pieces().size(); ++i) {
    EXPECT_EQ(later->pieces()[i].chunk == list.pieces()[i].chunk, i != 1) << i;
  }
}

TEST(CachedPostingsTest, CountsItsUses) {
  const CachedPostings list(1, {}, {}, Bm25({}, {}));
  EXPECT_EQ(list.TakeUses(), 0u);
  for (const uint32_t uses : {1u, 254u, 255u}) {
    for (uint32_t i = 0; i < uses; ++i) list.NoteUse();
    EXPECT_EQ(list.TakeUses(), uses);
    EXPECT_EQ(list.TakeUses(), 0u);
  }
  for (int i = 0; i < 256; ++i) list.NoteUse();
  EXPECT_EQ(list.TakeUses(), 255u);
}

}  // namespace
}  // namespace footnote
