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
    const PostingChunk& chunk = *piece.chunk;
    chunk.ForEach([&](PassageNumber passage, const PackedPosting& packed) {
      postings.push_back(chunk.Unpack(passage, packed).posting);
    });
  }
  EXPECT_EQ(list.size(), postings.size());
  return postings;
}

std::vector<PassageNumber> PassagesOf(const PostingChunk& chunk) {
  std::vector<PassageNumber> passages;
  chunk.ForEach([&](PassageNumber passage, const PackedPosting& packed) {
    EXPECT_EQ(&packed, &chunk.postings()[passages.size()]);
    passages.push_back(passage);
  });
  EXPECT_EQ(passages.size(), chunk.postings().size());
  return passages;
}

// Returns the impact of the posting at `i`, that of `passage`.
uint8_t ImpactAt(const PostingChunk& chunk, size_t i, PassageNumber passage) {
  if (chunk.is_dense()) {
    return chunk.impacts()[passage - FirstOfGroup(chunk.first_group())];
  }
  EXPECT_EQ(chunk.placed_impacts()[i].offset, passage % kGroupPassages);
  return chunk.placed_impacts()[i].impact;
}

// Checks what a chunk tells of its blocks and groups.
void ExpectBlocks(const PostingChunk& chunk) {
  ASSERT_EQ(chunk.maxima().empty(), chunk.places().empty());
  if (chunk.maxima().empty()) return;
  const PassageNumber begin = FirstOfGroup(chunk.first_group());
  std::vector<uint8_t> maxima(chunk.maxima().size());
  std::vector<uint16_t> places;
  const std::vector<PassageNumber> passages = PassagesOf(chunk);
  for (size_t i = 0; i < passages.size(); ++i) {
    uint8_t& most = maxima[BlockOf(passages[i] - begin)];
    most = std::max(most, ImpactAt(chunk, i, passages[i]));
    const size_t group = GroupOf(passages[i] - begin);
    if (places.size() <= group) {
      places.resize(group + 1, static_cast<uint16_t>(i));
    }
  }
  places.push_back(static_cast<uint16_t>(chunk.postings().size()));
  EXPECT_EQ(chunk.maxima(), maxima);
  EXPECT_EQ(chunk.places(), places);
}

// Checks what is told of every posting of `list` without it, at the average
// length of `bm25`, and that every passage is found or not.
void ExpectBounds(const CachedPostings& list, const Bm25& bm25) {
  PassageNumber next = 0;
  for (const CachedPostings::Piece& piece : list.pieces()) {
    const PostingChunk& chunk = *piece.chunk;
    EXPECT_LE(next, FirstOfGroup(chunk.first_group()));
    next = FirstOfGroup(GroupOf(chunk.last()) + 1);
    ExpectBlocks(chunk);
    const double factor = chunk.BoundFactor(bm25.average_length());
    const double unit = factor * ImpactScale::UnitOf(bm25);
    const std::vector<PassageNumber> passages = PassagesOf(chunk);
    for (size_t i = 0; i < passages.size(); ++i) {
      const PackedPosting& posting = chunk.postings()[i];
      const double score = chunk.Score(bm25, 1, passages[i], posting);
      const double bound = unit * ImpactAt(chunk, i, passages[i]);
      EXPECT_LE(score, bound * (1 + 1e-12));
      // No looser than two units, at the average length of the day.
      if (factor == 1) {
        EXPECT_LE(bound, score + 2 * unit);
      }
      EXPECT_EQ(chunk.Find(passages[i]), &posting);
    }
  }
}

// Checks that `list` finds `postings` and no others among the first passages.
void ExpectFound(const CachedPostings& list, const PostingList& postings) {
  auto next = postings.begin();
  for (PassageNumber passage = 0; passage < 500; ++passage) {
    const bool holds = next != postings.end() && next->passage == passage;
    EXPECT_EQ(list.Find(passage).posting, holds ? *next++ : Posting())
        << passage;
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

TEST(CachedPostingsTest, KeepsMoreOfWhatIsDense) {
  for (const PassageNumber step : {1u, 7u, 9u, 63u, 65u}) {
    SCOPED_TRACE(step);
    PostingList postings;
    for (PassageNumber i = 1; i < 128; ++i) {
      postings.push_back({i * step, 0, i % 6 + 1});
    }
    const DrawnLengths drawn(9000, 40);
    const Bm25 bm25({}, testing::TotalsOf(drawn));
    const CachedPostings list(1, postings, PassageLengths(drawn), bm25);
    ASSERT_EQ(list.pieces().size(), 1u);
    const PostingChunk& chunk = *list.pieces()[0].chunk;
    EXPECT_EQ(chunk.is_dense(), step <= 8);
    EXPECT_EQ(chunk.placed_impacts().empty(), step <= 8);
    EXPECT_EQ(chunk.maxima().empty(), step > 64);
    ExpectBounds(list, bm25);
    ExpectFound(list, postings);
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

// Also where lists are read in parts that end within a group.
TEST(CachedPostingsTest, EndsChunksBetweenGroups) {
  const DrawnLengths drawn(60'000, 40);
  const PassageLengths lengths(drawn);
  const Bm25 bm25({}, testing::TotalsOf(drawn));
  std::shared_ptr<const CachedPostings> list =
      std::make_shared<CachedPostings>(1, PostingList(), lengths, bm25);
  PostingList all;
  PassageNumber passage = 37;
  for (const PassageNumber count : {4090u, 7u, 40u, 4200u, 1u, 40'000u}) {
    PostingList tail;
    while (tail.size() < count) tail.push_back({passage++, 0, 1});
    all.insert(all.end(), tail.begin(), tail.end());
    list = list->At(list->revision() + 1, {}, tail, lengths, bm25);
    ExpectBounds(*list, bm25);
    ASSERT_EQ(Unpacked(*list), all);
  }
  ASSERT_GE(list->pieces().size(), 3u);
  for (size_t i = 0; i + 1 < list->pieces().size(); ++i) {
    EXPECT_EQ(list->pieces()[i].last % kGroupPassages, kGroupPassages - 1);
  }
}

TEST(CachedPostingsTest, SharesWhatDoesNotChange) {
  DrawnPostings random(3);
  const DrawnLengths drawn = random.Lengths(80'000);
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

// A small last chunk is filled; a greater one is not made anew for a tail.
TEST(CachedPostingsTest, SharesALargeLastChunk) {
  const DrawnLengths drawn(10'000, 40);
  const PassageLengths lengths(drawn);
  const Bm25 bm25({}, testing::TotalsOf(drawn));
  for (const PassageNumber count : {1000u, 6000u}) {
    PostingList postings;
    for (PassageNumber i = 0; i < count; ++i) postings.push_back({i, 0, 1});
    const CachedPostings list(1, postings, lengths, bm25);
    const auto later = list.At(2, {}, {{9000, 0, 1}}, lengths, bm25);
    const bool is_shared = later->pieces()[0].chunk == list.pieces()[0].chunk;
    EXPECT_EQ(is_shared, count == 6000) << count;
    EXPECT_EQ(later->pieces().size(), is_shared ? 2u : 1u) << count;
    EXPECT_EQ(later->size(), count + 1) << count;
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
