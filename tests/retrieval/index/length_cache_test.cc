#include "retrieval/index/length_cache.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "retrieval/corpus.h"
#include "retrieval/index/reader.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

class LengthCacheTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
  }

  void Import(int first, int count) {
    ASSERT_OK(corpus_->Import(random_.MakeDocuments(first, count),
                              Deadline::Infinite()));
  }

  std::unique_ptr<Reader> OpenReader() {
    auto reader = Reader::Open(path_);
    EXPECT_OK(reader);
    return *std::move(reader);
  }

  // Compares what the cache gives with what a fresh reader reads.
  void ExpectTrue(Reader& reader) {
    const auto counts = reader.Begin(Deadline::Infinite());
    ASSERT_OK(counts);
    ExpectTrueAt(counts->revision, reader);
    reader.End();
  }

  // Likewise, for a reader that holds a snapshot at `revision`.
  void ExpectTrueAt(uint64_t revision, Reader& reader) {
    LengthReader& lengths = reader.postings().lengths();
    const auto cached = cache_.Get(lengths, revision);
    ASSERT_OK(cached);
    PassageLengths fresh;
    ASSERT_OK(lengths.Update(&fresh));
    for (PassageNumber i = 0; i < kPassages; ++i) {
      // What came later may have its length in the cache.
      if (fresh[i] == 0) continue;
      EXPECT_EQ((**cached)[i], fresh[i]) << i;
    }
  }

  static constexpr PassageNumber kPassages = 5000;  // More than there are.

  testing::TemporaryDirectory directory_;
  std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Corpus> corpus_;
  testing::RandomCorpus random_{3};
  LengthCache cache_;
};

TEST_F(LengthCacheTest, GrowsWithTheCorpus) {
  const auto reader = OpenReader();
  ExpectTrue(*reader);
  Import(0, 20);
  ExpectTrue(*reader);
  Import(10, 20);
  ASSERT_OK(corpus_->Delete({"d3", "d29"}, Deadline::Infinite()));
  ExpectTrue(*reader);
}

TEST_F(LengthCacheTest, ServesReadersOfOlderRevisions) {
  Import(0, 5);
  const auto old_reader = OpenReader();
  const auto counts = old_reader->Begin(Deadline::Infinite());
  ASSERT_OK(counts);
  Import(5, 5);
  ASSERT_OK(corpus_->Delete({"d1", "d4"}, Deadline::Infinite()));
  ExpectTrue(*OpenReader());
  ExpectTrueAt(counts->revision, *old_reader);
}

TEST_F(LengthCacheTest, IsSharedByThreads) {
  Import(0, 10);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([this] {
      const auto reader = OpenReader();
      for (int k = 0; k < 20; ++k) ExpectTrue(*reader);
    });
  }
  for (int i = 1; i <= 10; ++i) Import(i * 10, 10);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace footnote
