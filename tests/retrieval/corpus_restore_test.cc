#include "retrieval/corpus_restore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus.h"
#include "retrieval/corpus_files.h"
#include "retrieval/index/schema.h"
#include "retrieval/text/sha256.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::IsEmpty;
using testing::StatusIs;

class CorpusRestoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto database = OpenForWriting(directory_.File("c.db"));
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute(absl::StrCat("VACUUM INTO '", copy_, "'")));
  }

  testing::TemporaryDirectory directory_;
  const std::string copy_ = directory_.File("copy");
  const std::string data_ = directory_.File("data");
};

TEST_F(CorpusRestoreTest, ACopyThatIsPlacedIsACorpus) {
  {
    const auto copy = StagedCopy::Make(copy_, data_, "news");
    ASSERT_OK(copy);
    EXPECT_EQ((*copy)->sha256(), Sha256Hex(testing::ReadFile(copy_)));
    EXPECT_THAT(*CorpusNames(data_), IsEmpty());
    const auto check = CheckCopy((*copy)->path());
    ASSERT_OK(check);
    EXPECT_THAT(check->damages, IsEmpty());
    ASSERT_OK((*copy)->Place());
  }
  EXPECT_OK(Corpus::Open(CorpusPath(data_, "news")));
}

TEST_F(CorpusRestoreTest, ACopyThatIsNotPlacedIsRemoved) {
  {
    const auto copy = StagedCopy::Make(copy_, data_, "news");
    ASSERT_OK(copy);
    EXPECT_TRUE(std::filesystem::exists((*copy)->path()));
    EXPECT_THAT(DirectoryLock::Take(data_).status(),
                StatusIs(absl::StatusCode::kFailedPrecondition));
  }
  const std::filesystem::directory_iterator files(data_);
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);  // The lock.
}

TEST_F(CorpusRestoreTest, OnlyACopyIsOne) {
  EXPECT_OK(CheckIsCopy(copy_));
  EXPECT_THAT(CheckIsCopy(data_), StatusIs(absl::StatusCode::kUnavailable));
  const auto database =
      Database::Open(directory_.File("other.db"), Database::Mode::kCreate);
  ASSERT_OK(database);
  ASSERT_OK((*database)->Execute("CREATE TABLE mine (a)"));
  EXPECT_THAT(CheckCopy(directory_.File("other.db")).status(),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

}  // namespace
}  // namespace footnote
