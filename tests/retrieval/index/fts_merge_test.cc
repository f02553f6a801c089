#include "retrieval/index/fts_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "retrieval/index/fts_segment.h"
#include "retrieval/index/postings.h"
#include "tests/testing/index_file.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

class FtsMergeTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto file = testing::IndexFile::Create();
    ASSERT_OK(file);
    file_ = *std::move(file);
    ASSERT_OK(file_->Command("automerge", 0));
    ASSERT_OK(file_->Command("crisismerge", 1000));
  }

  // Writes segments of a passage each.
  void AddSegments(int count) {
    for (; count > 0; --count) {
      ++passages_;
      ASSERT_OK(file_->Insert(passages_, "title",
                              absl::StrCat("mill w", passages_ % 7)));
    }
  }

  size_t CountSegments() {
    auto reader = FtsSegmentReader::Create(file_->database());
    EXPECT_OK(reader);
    const auto segments = reader->ReadSegments();
    EXPECT_OK(segments);
    return segments->size();
  }

  PostingList PostingsOf(absl::string_view term) {
    auto reader = PostingReader::Create(file_->database());
    EXPECT_OK(reader);
    const auto postings = reader->ReadPostings(term);
    EXPECT_OK(postings);
    return *postings;
  }

  // Merges, and returns whether there was something to merge.
  bool Merge() {
    const auto merged = MergeFtsSegments(file_->database());
    EXPECT_OK(merged);
    return merged.ok() && *merged;
  }

  std::unique_ptr<testing::IndexFile> file_;
  int passages_ = 0;
};

TEST_F(FtsMergeTest, NeedsFourSegmentsOfALevel) {
  EXPECT_FALSE(Merge());
  AddSegments(3);
  EXPECT_FALSE(Merge());
  EXPECT_EQ(CountSegments(), 3u);
  AddSegments(1);
  EXPECT_TRUE(Merge());
  EXPECT_EQ(CountSegments(), 1u);
  EXPECT_FALSE(Merge());
}

TEST_F(FtsMergeTest, ChangesNothingThatIsRead) {
  AddSegments(30);
  for (const int passage : {2, 9, 30}) ASSERT_OK(file_->Remove(passage));
  const PostingList mill = PostingsOf("mill");
  const PostingList some = PostingsOf("w2");
  ASSERT_EQ(mill.size(), 27u);
  ASSERT_EQ(CountSegments(), 33u);
  int merges = 0;
  while (Merge()) {
    ASSERT_LT(++merges, 100);
    EXPECT_EQ(PostingsOf("mill"), mill);
    EXPECT_EQ(PostingsOf("w2"), some);
  }
  EXPECT_GT(merges, 0);
  EXPECT_LT(CountSegments(), 4u);
}

TEST_F(FtsMergeTest, IsUndoneWithTheTransactionThatIsOpen) {
  AddSegments(5);
  {
    const auto transaction =
        Transaction::Begin(file_->database(), Transaction::Kind::kWrite);
    ASSERT_OK(transaction);
    EXPECT_TRUE(Merge());
    EXPECT_EQ(CountSegments(), 1u);
  }
  EXPECT_EQ(CountSegments(), 5u);
  EXPECT_TRUE(Merge());
}

TEST_F(FtsMergeTest, TellsOfAnIndexThatIsNotThere) {
  ASSERT_OK(file_->database().Execute("DROP TABLE passage_index"));
  EXPECT_THAT(MergeFtsSegments(file_->database()),
              testing::StatusIs(absl::StatusCode::kInternal));
}

}  // namespace
}  // namespace footnote
