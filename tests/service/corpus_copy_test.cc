#include "service/corpus_copy.h"

#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "retrieval/text/sha256.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::IsEmpty;
using testing::StatusIs;
using ::testing::UnorderedElementsAre;

std::vector<std::string> NamesIn(const std::string& directory) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    names.push_back(entry.path().filename());
  }
  return names;
}

class CorpusCopyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    absl::StatusOr<std::unique_ptr<Corpus>> corpus =
        Corpus::Open(corpora_.File("c.footnote.db"));
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
    ASSERT_OK(corpus_->Import(testing::RandomCorpus(3).MakeDocuments(0, 50),
                              Deadline::Infinite()));
  }

  testing::TemporaryDirectory corpora_;
  testing::TemporaryDirectory directory_;
  std::unique_ptr<Corpus> corpus_;
};

TEST_F(CorpusCopyTest, IsReadInPiecesAndHasNoName) {
  const auto copy =
      CorpusCopy::Make(*corpus_, directory_.path(), Deadline::Infinite());
  ASSERT_OK(copy);
  EXPECT_THAT(NamesIn(directory_.path()), IsEmpty());
  EXPECT_EQ((*copy)->revision(), 1u);
  std::string bytes;
  while (!(*copy)->AtEnd()) {
    const auto piece = (*copy)->Read(5000);
    ASSERT_OK(piece);
    bytes += *piece;
    EXPECT_EQ(piece->size() < 5000, (*copy)->AtEnd());
  }
  EXPECT_EQ(bytes.size(), (*copy)->size_bytes());
  EXPECT_EQ(Sha256Hex(bytes), (*copy)->sha256());
  EXPECT_EQ(bytes.substr(0, 15), "SQLite format 3");
}

TEST_F(CorpusCopyTest, LeavesNothingWhereItFails) {
  const std::atomic<bool> cancelled = true;
  EXPECT_THAT(CorpusCopy::Make(*corpus_, directory_.path(),
                               Deadline(absl::InfiniteFuture(), &cancelled)),
              StatusIs(absl::StatusCode::kCancelled));
  EXPECT_THAT(NamesIn(directory_.path()), IsEmpty());
  EXPECT_THAT(
      CorpusCopy::Make(*corpus_, directory_.File("none"), Deadline::Infinite()),
      StatusIs(absl::StatusCode::kUnavailable));
}

TEST_F(CorpusCopyTest, RemovesWhatACrashLeft) {
  for (const char* const name : {".snapshot-Ab3xYz", ".snapshot-Ab3xYz-journal",
                                 ".hidden", "snapshot-1", "c.footnote.db"}) {
    std::ofstream(directory_.File(name)) << "x";
  }
  EXPECT_OK(RemoveUnfinishedCopies(directory_.path()));
  EXPECT_THAT(NamesIn(directory_.path()),
              UnorderedElementsAre(".hidden", "snapshot-1", "c.footnote.db"));
  EXPECT_THAT(RemoveUnfinishedCopies(directory_.File("none")),
              StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace footnote
