#include "retrieval/rank/posting_cache.h"

#include <gtest/gtest.h>

#include <memory>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

// Returns a list of `size` postings.
std::shared_ptr<const CachedPostings> MakeList(uint64_t revision,
                                               PassageNumber size) {
  const PassageLengths lengths(std::vector<uint32_t>(size + 1, 5));
  PostingList postings;
  for (PassageNumber i = 1; i <= size; ++i) postings.push_back({i, 0, 1});
  return std::make_shared<const CachedPostings>(revision, postings, lengths,
                                                Bm25({}, {size, 0, 5 * size}));
}

// Returns what a cache counts for a list of `size` postings of a short term.
uint64_t BytesOfOne(PassageNumber size) {
  PostingCache cache(1 << 30);
  cache.Put(cache.AddCorpus(), "t", MakeList(1, size));
  return cache.Statistics().bytes;
}

TEST(PostingCacheTest, KeepsTheLatestList) {
  PostingCache cache(1 << 20);
  const uint64_t corpus = cache.AddCorpus();
  EXPECT_EQ(cache.Find(corpus, "t"), nullptr);
  const auto second = MakeList(2, 10);
  cache.Put(corpus, "t", second);
  cache.Put(corpus, "t", MakeList(1, 99));
  EXPECT_EQ(cache.Find(corpus, "t"), second);
  cache.Put(corpus, "t", MakeList(2, 10));
  EXPECT_EQ(cache.Find(corpus, "t"), second);
  const auto third = MakeList(3, 11);
  cache.Put(corpus, "t", third);
  EXPECT_EQ(cache.Find(corpus, "t"), third);
  EXPECT_EQ(cache.Statistics().lists, 1u);
  EXPECT_EQ(cache.Statistics().bytes, BytesOfOne(11));
  EXPECT_EQ(cache.Statistics().evictions, 0u);
}

TEST(PostingCacheTest, TellsCorporaApart) {
  PostingCache cache(1 << 20);
  const uint64_t one = cache.AddCorpus();
  const uint64_t other = cache.AddCorpus();
  cache.Put(one, "t", MakeList(1, 1));
  cache.Put(other, "t", MakeList(1, 2));
  EXPECT_EQ(cache.Find(one, "t")->size(), 1u);
  EXPECT_EQ(cache.Find(other, "t")->size(), 2u);
  cache.DropCorpus(one);
  EXPECT_EQ(cache.Find(one, "t"), nullptr);
  EXPECT_EQ(cache.Find(other, "t")->size(), 2u);
  cache.DropCorpus(other);
  EXPECT_EQ(cache.Statistics().bytes, 0u);
  EXPECT_EQ(cache.Statistics().lists, 0u);
}

TEST(PostingCacheTest, KeepsToItsBudget) {
  const uint64_t one = BytesOfOne(100);
  for (const uint64_t budget : {3 * one - 1, 3 * one, 3 * one + 1}) {
    PostingCache cache(budget);
    const uint64_t corpus = cache.AddCorpus();
    for (int i = 0; i < 9; ++i) {
      cache.Put(corpus, absl::StrCat(i), MakeList(1, 100));
      EXPECT_LE(cache.Statistics().bytes, budget);
    }
    const uint64_t kept = budget / one;
    EXPECT_EQ(cache.Statistics().lists, kept);
    EXPECT_EQ(cache.Statistics().evictions, 9 - kept);
    EXPECT_NE(cache.Find(corpus, "8"), nullptr);
  }
}

TEST(PostingCacheTest, LeavesOutWhatDoesNotFit) {
  PostingCache cache(BytesOfOne(100));
  const uint64_t corpus = cache.AddCorpus();
  cache.Put(corpus, "t", MakeList(1, 100));
  cache.Put(corpus, "u", MakeList(1, 101));
  EXPECT_NE(cache.Find(corpus, "t"), nullptr);
  EXPECT_EQ(cache.Find(corpus, "u"), nullptr);
  // An earlier list is of no use once there is a later.
  cache.Put(corpus, "t", MakeList(2, 101));
  EXPECT_EQ(cache.Find(corpus, "t"), nullptr);
  EXPECT_EQ(cache.Statistics().bytes, 0u);
  PostingCache none(0);
  none.Put(0, "t", MakeList(1, 0));
  EXPECT_EQ(none.Find(0, "t"), nullptr);
}

TEST(PostingCacheTest, KeepsWhatIsUsed) {
  PostingCache cache(3 * BytesOfOne(100));
  const uint64_t corpus = cache.AddCorpus();
  for (const char* term : {"a", "b", "c"}) {
    cache.Put(corpus, term, MakeList(1, 100));
  }
  for (int i = 0; i < 9; ++i) {
    cache.Find(corpus, "a")->NoteUse();
    cache.Put(corpus, absl::StrCat(i), MakeList(1, 100));
    ASSERT_NE(cache.Find(corpus, "a"), nullptr) << i;
  }
}

// What is asked for once does not drive out what was asked for often.
TEST(PostingCacheTest, TakesInWhatIsAskedForAsOften) {
  PostingCache cache(BytesOfOne(100));
  const uint64_t corpus = cache.AddCorpus();
  cache.Put(corpus, "a", MakeList(1, 100));
  cache.Find(corpus, "a")->NoteUse();
  // Its uses outlive an update.
  cache.Put(corpus, "a", MakeList(2, 100));
  cache.Find(corpus, "a")->NoteUse();
  for (int asked = 1; asked <= 4; ++asked) {
    cache.Put(corpus, "b", MakeList(2, 100));
    EXPECT_EQ(cache.Find(corpus, "b") != nullptr, asked == 4) << asked;
    EXPECT_EQ(cache.Find(corpus, "a") != nullptr, asked < 4) << asked;
  }
}

TEST(PostingCacheTest, Counts) {
  PostingCache cache(99);
  cache.Count(5, 1, 2);
  cache.Count(1, 0, 0);
  const PostingCacheStatistics statistics = cache.Statistics();
  EXPECT_EQ(statistics.budget_bytes, 99u);
  EXPECT_EQ(statistics.hits, 6u);
  EXPECT_EQ(statistics.updates, 1u);
  EXPECT_EQ(statistics.misses, 2u);
}

}  // namespace
}  // namespace footnote
