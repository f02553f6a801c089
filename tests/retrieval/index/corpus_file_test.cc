// The writer and the readers of one file, together.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "retrieval/index/reader.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/writer.h"
#include "retrieval/ingest/preparer.h"
#include "retrieval/status.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::StatusIs;

class CorpusFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto writer = Writer::Open(path_);
    ASSERT_OK(writer);
    writer_ = *std::move(writer);
    auto reader = Reader::Open(path_);
    ASSERT_OK(reader);
    reader_ = *std::move(reader);
  }

  ImportOutcome Put(const Document& document) {
    EXPECT_OK(writer_->Begin(Deadline::Infinite()));
    const auto prepared = Prepare(document);
    EXPECT_OK(prepared);
    const auto outcome = writer_->Put(*prepared);
    EXPECT_OK(outcome);
    EXPECT_OK(writer_->Commit());
    return *outcome;
  }

  bool Remove(absl::string_view id) {
    EXPECT_OK(writer_->Begin(Deadline::Infinite()));
    const auto removed = writer_->Remove(id);
    EXPECT_OK(removed);
    EXPECT_OK(writer_->Commit());
    return *removed;
  }

  CorpusCounts Snapshot() {
    reader_->End();
    const auto counts = reader_->Begin(Deadline::Infinite());
    EXPECT_OK(counts);
    return *counts;
  }

  std::vector<PassageNumber> PassagesWith(absl::string_view term) {
    const auto postings = reader_->postings().ReadPostings(term);
    EXPECT_OK(postings);
    std::vector<PassageNumber> passages;
    for (const Posting& posting : *postings)
      passages.push_back(posting.passage);
    return passages;
  }

  // Runs FTS5's check of the index against the documents.
  absl::Status CheckIndex() {
    FOOTNOTE_ASSIGN_OR_RETURN(const auto database, OpenForWriting(path_));
    return database->Execute(
        "INSERT INTO passage_index (passage_index, rank) "
        "VALUES ('integrity-check', 1)");
  }

  testing::TemporaryDirectory directory_;
  std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Writer> writer_;
  std::unique_ptr<Reader> reader_;
};

Document Talks() {
  return {"talks",
          "Talks resume",
          "The envoys met in Seoul. They will meet again.",
          "https://example.com/talks",
          "Example",
          "2025-01-31",
          "en",
          {{"topic", "diplomacy"}}};
}

TEST_F(CorpusFileTest, StoresADocumentAsItCame) {
  EXPECT_EQ(Put(Talks()), ImportOutcome::kAdded);
  const CorpusCounts counts = Snapshot();
  EXPECT_EQ(counts.revision, 1u);
  EXPECT_EQ(counts.documents, 1u);
  EXPECT_EQ(counts.sentences, 2u);
  const auto number = reader_->FindDocument("talks");
  ASSERT_OK(number);
  ASSERT_TRUE(number->has_value());
  const auto record = reader_->ReadDocument(**number);
  ASSERT_OK(record);
  EXPECT_EQ(record->summary.title, "Talks resume");
  EXPECT_EQ(record->summary.revision, 1u);
  EXPECT_EQ(*reader_->ReadText(**number, {0, record->summary.text_bytes}),
            Talks().text);
  EXPECT_EQ(*reader_->ReadMetadata(**number), Talks().metadata);
}

TEST_F(CorpusFileTest, CountsTermsInTitleAndText) {
  Put(Talks());
  Snapshot();
  const auto postings = reader_->postings().ReadPostings("meet");
  ASSERT_OK(postings);
  ASSERT_EQ(postings->size(), 1u);
  EXPECT_EQ(postings->front().text_frequency, 1u);
  EXPECT_EQ(postings->front().title_frequency, 0u);
  const auto title = reader_->postings().ReadPostings("talk");
  ASSERT_EQ(title->size(), 1u);
  EXPECT_EQ(title->front().title_frequency, 1u);
  const auto totals = reader_->postings().ReadTotals();
  ASSERT_OK(totals);
  EXPECT_EQ(totals->passages, 1u);
  EXPECT_EQ(totals->title_terms, 2u);
  EXPECT_EQ(totals->text_terms, 9u);
  PassageLengths lengths;
  ASSERT_OK(reader_->postings().lengths().Update(&lengths));
  EXPECT_EQ(lengths[postings->front().passage], 11u);
}

TEST_F(CorpusFileTest, LeavesAnEqualDocumentAlone) {
  Put(Talks());
  EXPECT_EQ(Put(Talks()), ImportOutcome::kUnchanged);
  EXPECT_EQ(Snapshot().revision, 1u);
}

TEST_F(CorpusFileTest, ReplacesAChangedDocument) {
  Put(Talks());
  Document changed = Talks();
  changed.text = "The envoys left Busan.";
  EXPECT_EQ(Put(changed), ImportOutcome::kReplaced);
  const CorpusCounts counts = Snapshot();
  EXPECT_EQ(counts.revision, 2u);
  EXPECT_EQ(counts.documents, 1u);
  EXPECT_EQ(counts.sentences, 1u);
  EXPECT_EQ(counts.text_bytes, changed.text.size());
  EXPECT_THAT(PassagesWith("seoul"), IsEmpty());
  EXPECT_THAT(PassagesWith("busan"), ElementsAre(2u));
}

TEST_F(CorpusFileTest, NeverUsesANumberTwice) {
  Put(Talks());
  EXPECT_TRUE(Remove("talks"));
  EXPECT_FALSE(Remove("talks"));
  EXPECT_EQ(Snapshot().passages, 0u);
  Put(Talks());
  Snapshot();
  EXPECT_THAT(PassagesWith("seoul"), ElementsAre(2u));
}

TEST_F(CorpusFileTest, ReadsOneRevisionUntilTheSnapshotEnds) {
  Put(Talks());
  EXPECT_EQ(Snapshot().revision, 1u);
  Remove("talks");
  EXPECT_THAT(PassagesWith("seoul"), ElementsAre(1u));
  EXPECT_EQ(Snapshot().revision, 2u);
  EXPECT_THAT(PassagesWith("seoul"), IsEmpty());
}

TEST_F(CorpusFileTest, GivesUpAnAbandonedChange) {
  ASSERT_OK(writer_->Begin(Deadline::Infinite()));
  const Document document = Talks();
  ASSERT_OK(writer_->Put(*Prepare(document)));
  writer_->Abandon();
  EXPECT_EQ(Snapshot().documents, 0u);
  EXPECT_EQ(Put(Talks()), ImportOutcome::kAdded);
}

// While it lives, no file of this process grows beyond `bytes`.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(uintmax_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_;
};

TEST_F(CorpusFileTest, TakesNoChangesAfterAFailedCommit) {
  Put(Talks());
  Document changed = Talks();
  changed.text = "The envoys left Busan.";
  const auto prepared = Prepare(changed);
  {
    const FileSizeLimit limit(std::filesystem::file_size(path_ + "-wal"));
    ASSERT_OK(writer_->Begin(Deadline::Infinite()));
    ASSERT_OK(writer_->Put(*prepared));
    EXPECT_THAT(writer_->Commit(), StatusIs(absl::StatusCode::kUnavailable));
  }
  const absl::Status refused = writer_->Begin(Deadline::Infinite());
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_EQ(ReasonOf(refused), "STORAGE_FAILED");
  EXPECT_THAT(std::string(refused.message()), HasSubstr("Restart the server"));
  EXPECT_EQ(Snapshot().revision, 1u);
  EXPECT_THAT(PassagesWith("seoul"), ElementsAre(1u));
  reader_->End();
  writer_ = *Writer::Open(path_);
  EXPECT_EQ(Put(changed), ImportOutcome::kReplaced);
  EXPECT_OK(CheckIndex());
}

TEST_F(CorpusFileTest, IndexAgreesWithDocumentsAfterRandomChanges) {
  testing::RandomCorpus corpus(7);
  for (int i = 0; i < 120; ++i) {
    const int number = corpus.Number(0, 25);
    if (corpus.Number(0, 3) == 0) {
      Remove(absl::StrCat("d", number));
    } else {
      Put(corpus.MakeDocument(number));
    }
  }
  const CorpusCounts counts = Snapshot();
  EXPECT_OK(CheckIndex());
  const auto totals = reader_->postings().ReadTotals();
  ASSERT_OK(totals);
  EXPECT_EQ(totals->passages, counts.passages);
}

}  // namespace
}  // namespace footnote
