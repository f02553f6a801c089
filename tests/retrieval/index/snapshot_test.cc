#include "retrieval/index/snapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "retrieval/corpus.h"
#include "retrieval/corpus_check.h"
#include "retrieval/index/file_header.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/stored_text.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::ReadFile;
using testing::StatusIs;

class SnapshotTest : public ::testing::Test {
 protected:
  void SetUp() override {
    absl::StatusOr<std::unique_ptr<Corpus>> corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
  }

  void Import(const std::vector<Document>& documents) {
    EXPECT_OK(corpus_->Import(documents, Deadline::Infinite()));
  }

  void Delete(const std::string& id) {
    EXPECT_OK(corpus_->Delete({id}, Deadline::Infinite()));
  }

  // Copies the corpus to `target` and returns the revision of the copy.
  uint64_t Copy(const std::string& target) {
    const auto revision = WriteSnapshot(path_, target, Deadline::Infinite());
    EXPECT_OK(revision);
    return revision.value_or(0);
  }

  // Expects the copy at `path` to be an intact corpus of `revision`.
  static void ExpectIntact(const std::string& path, uint64_t revision) {
    {
      const auto copy = Database::Open(path, Database::Mode::kReadWrite);
      ASSERT_OK(copy);
      EXPECT_OK((*copy)->Execute("PRAGMA journal_mode = WAL"));
    }
    const auto check = CheckCorpus(path);
    ASSERT_OK(check);
    EXPECT_THAT(check->damages, IsEmpty());
    EXPECT_EQ(check->counts.revision, revision);
  }

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("live.db");
  testing::RandomCorpus random_{7};
  std::unique_ptr<Corpus> corpus_;
};

TEST_F(SnapshotTest, IsAnIntactCorpusOfItsRevision) {
  Import(random_.MakeDocuments(0, 20));
  Import(random_.MakeDocuments(20, 5));
  const std::string target = directory_.File("copy.db");
  EXPECT_EQ(Copy(target), 2u);
  const auto header = ReadFileHeader(target);
  ASSERT_OK(header);
  ASSERT_TRUE(header->has_value());
  EXPECT_EQ((*header)->application, kApplicationId);
  EXPECT_EQ((*header)->version, kSchemaVersion);
  EXPECT_FALSE((*header)->is_logged);
  EXPECT_FALSE(std::filesystem::exists(target + "-journal"));
  ExpectIntact(target, 2);
}

TEST_F(SnapshotTest, HoldsOneRevisionWhileChangesGoOn) {
  std::atomic<uint64_t> committed = 0;
  std::atomic<bool> stop = false;
  std::thread changes([&] {
    for (int i = 0; !stop; ++i) {
      Import(random_.MakeDocuments(i % 40, 5));
      if (i % 3 == 0) Delete(absl::StrCat("d", i % 40));
      const auto counts = corpus_->Counts(Deadline::Infinite());
      EXPECT_OK(counts);
      committed = counts->revision;
    }
  });
  uint64_t last = 0;
  for (int i = 0; i < 8; ++i) {
    while (committed <= last) std::this_thread::yield();
    const uint64_t least = committed;
    const std::string target = directory_.File(absl::StrCat("copy", i));
    last = Copy(target);
    EXPECT_GE(last, least);
    ExpectIntact(target, last);
  }
  stop = true;
  changes.join();
}

TEST_F(SnapshotTest, LeavesOutTheTextThatWasDeleted) {
  const std::string secret =
      "The zorblax envoy quietly left Vlimdorf by night.";
  Document document;
  document.id = "secret-id";
  document.text = secret;
  document.uri = "https://secret.example";
  document.metadata = {{"secret-key", "secret-value"}};
  Import({document});
  Import(random_.MakeDocuments(0, 20));
  Delete("secret-id");
  // The live file or its log still holds the bytes.
  const auto stored = CompressText(secret);
  ASSERT_OK(stored);
  EXPECT_THAT(ReadFile(path_) + ReadFile(path_ + "-wal"), HasSubstr(*stored));
  const std::string target = directory_.File("copy.db");
  EXPECT_EQ(Copy(target), 3u);
  const std::string bytes = ReadFile(target);
  for (const std::string& gone :
       {*stored, std::string("Vlimdorf by night"), std::string("secret-id"),
        std::string("secret.example"), std::string("secret-key"),
        std::string("secret-value")}) {
    EXPECT_THAT(bytes, Not(HasSubstr(gone)));
  }
  ExpectIntact(target, 3);
}

TEST_F(SnapshotTest, TakesAnyFileName) {
  Import(random_.MakeDocuments(0, 3));
  for (const std::string name : {"a'; DROP TABLE document; --", "\"b\"", "c%20",
                                 "file:d?mode=memory", "é"}) {
    SCOPED_TRACE(name);
    EXPECT_EQ(Copy(directory_.File(name)), 1u);
    EXPECT_GT(std::filesystem::file_size(directory_.File(name)), 0u);
  }
}

TEST_F(SnapshotTest, FillsAnEmptyFile) {
  Import(random_.MakeDocuments(0, 3));
  const std::string target = directory_.File("copy.db");
  { const std::ofstream empty(target); }
  EXPECT_EQ(Copy(target), 1u);
  ExpectIntact(target, 1);
}

TEST_F(SnapshotTest, StopsAtItsDeadlineAndWhenItIsCancelled) {
  Import(random_.MakeDocuments(0, 200));
  const std::string target = directory_.File("copy.db");
  const std::atomic<bool> cancelled = true;
  EXPECT_THAT(WriteSnapshot(path_, target,
                            Deadline(absl::InfiniteFuture(), &cancelled)),
              StatusIs(absl::StatusCode::kCancelled));
  // Ever later, up to one that is late enough.
  for (absl::Duration time = absl::Microseconds(50);; time *= 1.3) {
    std::filesystem::remove(target);
    std::filesystem::remove(target + "-journal");
    const auto revision =
        WriteSnapshot(path_, target, Deadline(absl::Now() + time));
    if (revision.ok()) break;
    ASSERT_THAT(revision, StatusIs(absl::StatusCode::kDeadlineExceeded));
  }
  ExpectIntact(target, 1);
}

TEST_F(SnapshotTest, SaysWhereItCanNotWrite) {
  EXPECT_THAT(WriteSnapshot(path_, directory_.File("none/copy.db"),
                            Deadline::Infinite()),
              StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace footnote
