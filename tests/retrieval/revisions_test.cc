// Earlier versions of documents: kept, found, dropped.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus.h"
#include "retrieval/corpus_check.h"
#include "retrieval/status.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::IsEmpty;
using testing::StatusIs;

class RevisionsTest : public ::testing::Test {
 protected:
  void Open(uint32_t kept) {
    corpus_.reset();
    auto corpus = Corpus::Open(path_, CorpusSettings{kept});
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
  }

  // Imports version `n` of the document `id`.
  void Import(const std::string& id, int n) {
    Document document;
    document.id = id;
    document.text = absl::StrCat("This is version ", n, " of it.");
    document.metadata = {{"version", absl::StrCat(n)}};
    ASSERT_OK(corpus_->Import({document}, Deadline::Infinite()));
  }

  absl::StatusOr<StoredDocument> Get(const std::string& id, uint64_t revision) {
    FOOTNOTE_ASSIGN_OR_RETURN(DocumentAtRevision document,
                              corpus_->Get(id, revision, Deadline::Infinite()));
    return std::move(document.document);
  }

  CorpusCounts Counts() {
    const auto counts = corpus_->Counts(Deadline::Infinite());
    EXPECT_OK(counts);
    return *counts;
  }

  void ExpectIntact() {
    corpus_.reset();
    const auto check = CheckCorpus(path_);
    ASSERT_OK(check);
    EXPECT_THAT(check->damages, IsEmpty());
  }

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Corpus> corpus_;
};

TEST_F(RevisionsTest, GivesADocumentAsItWas) {
  Open(3);
  for (int n = 1; n <= 3; ++n) Import("a", n);
  Import("b", 1);
  for (uint64_t revision = 1; revision <= 4; ++revision) {
    SCOPED_TRACE(revision);
    const auto document = Get("a", revision);
    ASSERT_OK(document);
    const uint64_t version = std::min<uint64_t>(revision, 3);
    EXPECT_EQ(document->revision, version);
    EXPECT_EQ(document->document.metadata.at("version"), absl::StrCat(version));
    EXPECT_EQ(document->document.text,
              absl::StrCat("This is version ", version, " of it."));
  }
  EXPECT_EQ(Get("a", 0)->revision, 3u);
  EXPECT_EQ(Counts().earlier_versions, 2u);
  ExpectIntact();
}

TEST_F(RevisionsTest, SaysWhatTheOldestIsWhenOneIsGone) {
  Open(3);
  for (int n = 1; n <= 4; ++n) Import("a", n);
  const absl::Status gone = Get("a", 1).status();
  EXPECT_THAT(gone, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_EQ(ReasonOf(gone), "REVISION_GONE");
  EXPECT_EQ(FactsOf(gone).at("oldest_revision"), "2");
  EXPECT_OK(Get("a", 2));
  EXPECT_THAT(Get("a", 5), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Get("b", 4), StatusIs(absl::StatusCode::kNotFound));
  ExpectIntact();
}

TEST_F(RevisionsTest, KeepsTheSettingThatTheCorpusWasCreatedWith) {
  Open(1);
  Open(5);
  EXPECT_EQ(Counts().revisions_kept, 1u);
  Import("a", 1);
  Import("a", 2);
  EXPECT_EQ(Counts().earlier_versions, 0u);
  EXPECT_THAT(Get("a", 1), StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(RevisionsTest, DeletesEveryVersion) {
  Open(3);
  for (int n = 1; n <= 3; ++n) Import("a", n);
  Import("b", 1);
  ASSERT_OK(corpus_->Delete({"a"}, Deadline::Infinite()));
  EXPECT_EQ(Counts().earlier_versions, 0u);
  EXPECT_THAT(Get("a", 2), StatusIs(absl::StatusCode::kNotFound));
  Import("a", 9);
  EXPECT_THAT(Get("a", 2), StatusIs(absl::StatusCode::kFailedPrecondition));
  ExpectIntact();
}

TEST_F(RevisionsTest, KeepsNothingThatCameAndWentWithinOneImport) {
  Open(3);
  Import("a", 1);
  Document second;
  second.id = "a";
  second.text = "Never seen.";
  Document third = second;
  third.text = "Seen.";
  ASSERT_OK(corpus_->Import({second, third}, Deadline::Infinite()));
  EXPECT_EQ(Counts().earlier_versions, 1u);
  EXPECT_EQ(Get("a", 1)->document.text, "This is version 1 of it.");
  EXPECT_EQ(Get("a", 2)->document.text, "Seen.");
  ExpectIntact();
}

// Whatever happens, the last three versions of each document are those that
// were acknowledged.
TEST_F(RevisionsTest, HoldsForAnySequenceOfChanges) {
  Open(3);
  testing::RandomCorpus random(5);
  std::map<std::string, std::map<uint64_t, std::string>> versions;
  for (int n = 0; n < 200; ++n) {
    const std::string id = absl::StrCat("d", random.Number(0, 5));
    if (random.Number(0, 9) == 0) {
      ASSERT_OK(corpus_->Delete({id}, Deadline::Infinite()));
      versions.erase(id);
      continue;
    }
    Import(id, n);
    auto& kept = versions[id];
    kept[Counts().revision] = absl::StrCat("This is version ", n, " of it.");
    if (kept.size() > 3) kept.erase(kept.begin());
  }
  size_t earlier = 0;
  for (const auto& [id, kept] : versions) {
    for (const auto& [revision, text] : kept) {
      EXPECT_EQ(Get(id, revision)->document.text, text);
    }
    EXPECT_FALSE(Get(id, kept.begin()->first - 1).ok());
    earlier += kept.size() - 1;
  }
  EXPECT_EQ(Counts().earlier_versions, earlier);
  ExpectIntact();
}

}  // namespace
}  // namespace footnote
