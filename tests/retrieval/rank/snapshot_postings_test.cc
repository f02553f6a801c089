// Whatever was imported and removed, and whatever the cache holds, lists and
// rankings are those of a fresh reader.

#include "retrieval/rank/snapshot_postings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/index/passage_lengths.h"
#include "retrieval/index/writer.h"
#include "retrieval/ingest/preparer.h"
#include "tests/retrieval/rank/exhaustive.h"
#include "tests/testing/index_file.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::ExpectSame;
using testing::IndexFile;
using testing::RandomCorpus;
using testing::RankExhaustively;
using testing::StatusIs;

// A reader and its lists, on a snapshot.
struct Desk {
  Desk(const std::string& path, CorpusPostings& corpus)
      : reader(*Reader::Open(path)), postings(corpus, reader->postings()) {}

  void Begin() {
    End();
    const auto counts = reader->Begin(Deadline::Infinite());
    ASSERT_OK(counts);
    postings.Begin(counts->revision);
  }

  void End() {
    postings.End();
    reader->End();
  }

  std::unique_ptr<Reader> reader;
  SnapshotPostings postings;
};

class SnapshotPostingsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto writer = Writer::Open(path_);
    ASSERT_OK(writer);
    writer_ = *std::move(writer);
  }

  void MakeCache(size_t budget) {
    cache_ = std::make_shared<PostingCache>(budget);
    corpus_ = std::make_unique<CorpusPostings>(cache_);
  }

  // Adds or replaces a document, or removes one.
  void ChangeOne(RandomCorpus& random) {
    const int number = random.Number(0, 40);
    if (random.Number(0, 3) == 0) {
      ASSERT_OK(writer_->Remove(absl::StrCat("d", number)));
      return;
    }
    const Document document = random.MakeDocument(number);
    const auto prepared = Prepare(document);
    ASSERT_OK(prepared);
    ASSERT_OK(writer_->Put(*prepared));
  }

  // Changes some documents, announces that, and commits or gives up.
  void Change(RandomCorpus& random, bool commit) {
    ASSERT_OK(writer_->Begin(Deadline::Infinite()));
    for (int i = random.Number(1, 4); i > 0; --i) ChangeOne(random);
    if (writer_->changed()) {
      corpus_->removals().Announce(writer_->revision(), writer_->removed());
    }
    if (commit) {
      ASSERT_OK(writer_->Commit());
    } else {
      writer_->Abandon();
    }
  }

  static QueryPlan DrawPlan(RandomCorpus& random) {
    QueryPlan plan;
    for (int i = random.Number(1, 6); i > 0; --i) {
      const std::string term = random.Word();
      plan.terms.push_back({term, term});
    }
    plan.conditions.needs_term_in_text = random.Number(0, 3) == 0;
    if (random.Number(0, 3) == 0) {
      plan.conditions.required = {{random.Word()}};
    }
    if (random.Number(0, 3) == 0) {
      plan.conditions.excluded = {{random.Word(), random.Word()}};
    }
    return plan;
  }

  // Compares the ranking of a drawn question with an exhaustive one.
  static void ExpectTrue(Desk& desk, RandomCorpus& random) {
    const QueryPlan plan = DrawPlan(random);
    DocumentFilter filter;
    if (random.Number(0, 3) == 0) {
      for (int i = 0; i < 9; ++i) {
        filter.document_ids.push_back(absl::StrCat("d", random.Number(0, 40)));
      }
    }
    const auto limit = static_cast<size_t>(random.Number(1, 12));
    const auto ranking = RankPassages(plan, filter, limit, desk.postings,
                                      *desk.reader, Deadline::Infinite());
    ASSERT_OK(ranking);
    ExpectSame(*ranking,
               RankExhaustively(plan, filter, limit, {}, *desk.reader));
  }

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Writer> writer_;
  std::shared_ptr<PostingCache> cache_;
  std::unique_ptr<CorpusPostings> corpus_;
};

TEST_F(SnapshotPostingsTest, EqualAFreshReadAfterAnyChanges) {
  for (const size_t budget : {size_t{0}, size_t{12'000}, size_t{1} << 30}) {
    MakeCache(budget);
    RandomCorpus random(static_cast<unsigned>(budget % 1000) + 1);
    std::vector<std::unique_ptr<Desk>> desks;
    for (int i = 0; i < 4; ++i) {
      desks.push_back(std::make_unique<Desk>(path_, *corpus_));
      desks.back()->Begin();
    }
    for (int step = 0; step < 300; ++step) {
      SCOPED_TRACE(absl::StrCat("budget ", budget, " step ", step));
      if (random.Number(0, 2) == 0) Change(random, random.Number(0, 5) > 0);
      Desk& desk = *desks[static_cast<size_t>(random.Number(0, 3))];
      // Else it goes on with an earlier snapshot.
      if (random.Number(0, 1) == 0) desk.Begin();
      ExpectTrue(desk, random);
      if (HasFatalFailure()) return;
    }
    for (const auto& desk : desks) desk->End();
    const PostingCacheStatistics statistics = cache_->Statistics();
    EXPECT_LE(statistics.bytes, budget);
    EXPECT_EQ(statistics.hits > 0 && statistics.updates > 0, budget > 0);
    EXPECT_EQ(statistics.evictions > 0, budget == 12'000);
    EXPECT_GT(statistics.misses, 0u);
    desks.clear();
  }
}

// A list whose changes since are not all known is read anew.
TEST_F(SnapshotPostingsTest, ReadAnewAcrossAGap) {
  MakeCache(1 << 20);
  RandomCorpus random(4);
  Desk desk(path_, *corpus_);
  for (int i = 0; i < 20; ++i) {
    Change(random, true);
    desk.Begin();
    ExpectTrue(desk, random);
    // A change that nobody announced.
    ASSERT_OK(writer_->Begin(Deadline::Infinite()));
    ChangeOne(random);
    ASSERT_OK(writer_->Commit());
    desk.Begin();
    ExpectTrue(desk, random);
  }
}

TEST_F(SnapshotPostingsTest, CountsWhatBecameOfLists) {
  MakeCache(1 << 20);
  RandomCorpus random(5);
  Change(random, true);
  Desk desk(path_, *corpus_);
  const auto get = [&desk] {
    desk.Begin();
    ASSERT_OK(desk.postings.Get("w1"));
    ASSERT_OK(desk.postings.Get("w1"));
    desk.End();
  };
  get();
  EXPECT_EQ(cache_->Statistics().misses, 1u);
  EXPECT_EQ(cache_->Statistics().lists, 1u);
  get();
  get();
  EXPECT_EQ(cache_->Statistics().hits, 2u);
  ASSERT_OK(writer_->Begin(Deadline::Infinite()));
  const Document document = random.MakeDocument(99);
  ASSERT_OK(writer_->Put(*Prepare(document)));
  corpus_->removals().Announce(writer_->revision(), writer_->removed());
  ASSERT_OK(writer_->Commit());
  get();
  EXPECT_EQ(cache_->Statistics().updates, 1u);
  EXPECT_EQ(cache_->Statistics().hits, 2u);
  EXPECT_EQ(cache_->Statistics().misses, 1u);
}

// Readers share lists while a writer changes the corpus under them.
TEST_F(SnapshotPostingsTest, AreSharedByThreads) {
  MakeCache(20'000);
  RandomCorpus random(6);
  for (int i = 0; i < 10; ++i) Change(random, true);
  std::atomic<bool> is_over = false;
  std::vector<std::thread> threads;
  for (unsigned seed = 0; seed < 3; ++seed) {
    threads.emplace_back([this, seed, &is_over] {
      RandomCorpus questions(seed + 100);
      Desk desk(path_, *corpus_);
      do {
        desk.Begin();
        ExpectTrue(desk, questions);
      } while (!is_over);
    });
  }
  for (int i = 0; i < 40; ++i) Change(random, i % 5 > 0);
  is_over = true;
  for (std::thread& thread : threads) thread.join();
}

// A search takes memory up to the greatest number: none is believed that no
// passage has.
TEST(SnapshotPostingsOfDamageTest, RefusesNumbersThatNoPassageHas) {
  const auto file = IndexFile::Create();
  ASSERT_OK(file);
  ASSERT_OK((*file)->Insert(1, "", "mill"));
  auto lengths = LengthWriter::Create((*file)->database());
  ASSERT_OK(lengths);
  ASSERT_OK(lengths->Add(1, 1));
  ASSERT_OK((*file)->Insert(4'000'000'000, "", "river mill"));
  CorpusPostings corpus(std::make_shared<PostingCache>(size_t{1} << 20));
  Desk desk((*file)->path(), corpus);
  desk.Begin();
  EXPECT_THAT(desk.postings.Get("mill"), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(desk.postings.Get("river"),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_OK(desk.postings.Get("sea"));
}

}  // namespace
}  // namespace footnote
