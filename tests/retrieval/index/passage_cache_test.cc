#include "retrieval/index/passage_cache.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace footnote {
namespace {

std::shared_ptr<const PassageSentences> MakePassage(PassageNumber number,
                                                    size_t text_bytes = 100) {
  auto passage = std::make_shared<PassageSentences>();
  passage->passage.number = number;
  passage->document = std::make_shared<DocumentRecord>();
  passage->sentences.emplace_back(
      0, ByteRange{0, static_cast<uint32_t>(text_bytes)},
      std::string(text_bytes, 'a'));
  return passage;
}

TEST(PassageCacheTest, GivesBackWhatItKeeps) {
  const auto cache = std::make_shared<PassageCache>(size_t{1} << 20);
  CorpusPassages one(cache);
  CorpusPassages other(cache);
  EXPECT_EQ(one.Find(7), nullptr);
  const auto passage = MakePassage(7);
  one.Put(passage);
  EXPECT_EQ(one.Find(7), passage);
  EXPECT_EQ(other.Find(7), nullptr);
  // The first stays: they are the same.
  one.Put(MakePassage(7));
  EXPECT_EQ(one.Find(7), passage);
}

TEST(PassageCacheTest, KeepsToItsBudgetByLettingTheLeastRecentGo) {
  constexpr size_t kBudget = size_t{1} << 20;
  const auto cache = std::make_shared<PassageCache>(kBudget);
  CorpusPassages corpus(cache);
  corpus.Put(MakePassage(0));
  constexpr PassageNumber kMany = 10'000;
  for (PassageNumber i = 1; i < kMany; ++i) {
    corpus.Put(MakePassage(i));
    ASSERT_NE(corpus.Find(0), nullptr) << i;  // Used all the time.
    ASSERT_NE(corpus.Find(i), nullptr) << i;
    ASSERT_LE(cache->bytes(), kBudget);
  }
  EXPECT_GT(cache->bytes(), kBudget / 2);
  EXPECT_EQ(corpus.Find(1), nullptr);
}

TEST(PassageCacheTest, TakesNothingThatIsTooGreat) {
  const auto cache = std::make_shared<PassageCache>(size_t{1} << 16);
  CorpusPassages corpus(cache);
  corpus.Put(MakePassage(1));
  const size_t before = cache->bytes();
  corpus.Put(MakePassage(17, size_t{1} << 16));  // In the same part.
  EXPECT_EQ(corpus.Find(17), nullptr);
  EXPECT_NE(corpus.Find(1), nullptr);
  EXPECT_EQ(cache->bytes(), before);
}

TEST(PassageCacheTest, ForgetsACorpusThatIsClosed) {
  const auto cache = std::make_shared<PassageCache>(size_t{1} << 20);
  CorpusPassages stays(cache);
  stays.Put(MakePassage(1));
  const size_t before = cache->bytes();
  {
    CorpusPassages goes(cache);
    for (PassageNumber i = 0; i < 50; ++i) goes.Put(MakePassage(i));
    EXPECT_GT(cache->bytes(), before);
  }
  EXPECT_EQ(cache->bytes(), before);
  EXPECT_NE(stays.Find(1), nullptr);
}

TEST(PassageCacheTest, IsSharedByThreads) {
  const auto cache = std::make_shared<PassageCache>(size_t{1} << 18);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&cache] {
      CorpusPassages corpus(cache);
      for (PassageNumber i = 0; i < 5000; ++i) {
        corpus.Put(MakePassage(i % 700));
        const auto found = corpus.Find(i % 300);
        if (found == nullptr) continue;
        EXPECT_EQ(found->passage.number, i % 300);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(cache->bytes(), 0u);
}

}  // namespace
}  // namespace footnote
