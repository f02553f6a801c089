#include "retrieval/rank/corpus_postings.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>
#include <vector>

namespace footnote {
namespace {

// Returns a list of a posting, of `revision`.
std::shared_ptr<const CachedPostings> MakeList(uint64_t revision) {
  return std::make_shared<const CachedPostings>(
      revision, PostingList{{1, 0, 1}},
      PassageLengths(std::vector<uint32_t>(2, 5)), Bm25({}, {1, 0, 5}));
}

TEST(CorpusPostingsTest, FindsTheLatestListThatItKeeps) {
  CorpusPostings corpus(std::make_shared<PostingCache>(1 << 20));
  EXPECT_EQ(corpus.Find("mill"), nullptr);
  const auto list = MakeList(2);
  corpus.Put("mill", list);
  EXPECT_EQ(corpus.Find("mill"), list);
  EXPECT_EQ(corpus.Find("mil"), nullptr);
  corpus.Put("mill", MakeList(1));
  EXPECT_EQ(corpus.Find("mill"), list);
}

TEST(CorpusPostingsTest, SharesACacheAndNoListsWithOthers) {
  const auto cache = std::make_shared<PostingCache>(1 << 20);
  CorpusPostings one(cache);
  CorpusPostings other(cache);
  EXPECT_EQ(&one.cache(), cache.get());
  EXPECT_EQ(&other.cache(), cache.get());
  const auto list = MakeList(1);
  one.Put("mill", list);
  EXPECT_EQ(other.Find("mill"), nullptr);
  const auto others = MakeList(5);
  other.Put("mill", others);
  EXPECT_EQ(one.Find("mill"), list);
  EXPECT_EQ(other.Find("mill"), others);
  EXPECT_EQ(cache->Statistics().lists, 2u);
}

TEST(CorpusPostingsTest, LetsItsListsGoInTheEnd) {
  const auto cache = std::make_shared<PostingCache>(1 << 20);
  CorpusPostings stays(cache);
  stays.Put("mill", MakeList(1));
  {
    CorpusPostings goes(cache);
    goes.Put("mill", MakeList(1));
    goes.Put("sea", MakeList(1));
    EXPECT_EQ(cache->Statistics().lists, 3u);
  }
  EXPECT_EQ(cache->Statistics().lists, 1u);
  EXPECT_NE(stays.Find("mill"), nullptr);
  EXPECT_EQ(CorpusPostings(cache).Find("mill"), nullptr);
}

TEST(CorpusPostingsTest, OutlivesWhoeverMadeItsCache) {
  std::weak_ptr<PostingCache> seen;
  {
    auto cache = std::make_shared<PostingCache>(1 << 20);
    seen = cache;
    CorpusPostings corpus(std::move(cache));
    corpus.Put("mill", MakeList(1));
    EXPECT_NE(corpus.Find("mill"), nullptr);
  }
  EXPECT_TRUE(seen.expired());
}

TEST(CorpusPostingsTest, RanksByTheParametersGiven) {
  const auto cache = std::make_shared<PostingCache>(1 << 20);
  EXPECT_EQ(CorpusPostings(cache).parameters().k1, Bm25Parameters().k1);
  const CorpusPostings corpus(cache, {.k1 = 1.2, .b = 0.75});
  EXPECT_EQ(corpus.parameters().k1, 1.2);
  EXPECT_EQ(corpus.parameters().b, 0.75);
}

}  // namespace
}  // namespace footnote
