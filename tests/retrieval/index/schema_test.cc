#include "retrieval/index/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "retrieval/status.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::StatusIs;

using ::testing::HasSubstr;

int FilesIn(const std::string& directory) {
  const std::filesystem::directory_iterator files(directory);
  return static_cast<int>(std::distance(begin(files), end(files)));
}

TEST(OpenForWritingTest, CreatesADurableLoggedFile) {
  const testing::TemporaryDirectory directory;
  const auto database = OpenForWriting(directory.File("c.db"));
  ASSERT_OK(database);
  EXPECT_EQ(*(*database)->QueryInt64("PRAGMA synchronous"), 2);  // FULL
  EXPECT_EQ(*(*database)->QueryInt64("PRAGMA user_version"), kSchemaVersion);
  auto mode = (*database)->Prepare("PRAGMA journal_mode");
  ASSERT_OK(mode);
  ASSERT_TRUE(*mode->Step());
  EXPECT_EQ(mode->Text(0), "wal");
}

TEST(OpenForWritingTest, KeepsSettingsWhenOpenedAgain) {
  const testing::TemporaryDirectory directory;
  ASSERT_OK(OpenForWriting(directory.File("c.db")));
  const auto database = OpenForWriting(directory.File("c.db"));
  ASSERT_OK(database);
  EXPECT_EQ(*(*database)->QueryInt64("PRAGMA synchronous"), 2);
  EXPECT_EQ(*(*database)->QueryInt64("SELECT revision FROM corpus"), 0);
}

// As if the process had ended between creating the file and its tables.
TEST(OpenForWritingTest, FinishesAnInterruptedCreation) {
  const testing::TemporaryDirectory directory;
  {
    const auto database =
        Database::Open(directory.File("c.db"), Database::Mode::kCreate);
    ASSERT_OK(database);
    ASSERT_OK(
        (*database)->Execute("PRAGMA journal_mode = WAL; "
                             "CREATE TABLE t (a); DROP TABLE t"));
  }
  EXPECT_OK(OpenForWriting(directory.File("c.db")));
}

TEST(OpenForWritingTest, RefusesWhatIsNotItsOwnAndLeavesIt) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("notes.db");
  std::ofstream(path) << std::string(5000, 'x');
  const std::string before = testing::ReadFile(path);
  const absl::Status status = OpenForWriting(path).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_EQ(ReasonOf(status), "STORAGE_UNSUPPORTED");
  EXPECT_EQ(testing::ReadFile(path), before);
}

struct Refused {
  const char* what;
  const char* sql;
  const char* said;
};

constexpr Refused kRefused[] = {
    {"of someone else", "CREATE TABLE mine (a)", "is no corpus of Footnote"},
    {"of someone else, with a log",
     "PRAGMA journal_mode = WAL; CREATE TABLE mine (a)",
     "is no corpus of Footnote"},
    {"of another application", "PRAGMA application_id = 7; CREATE TABLE m (a)",
     "is no corpus of Footnote"},
    {"newer",
     "PRAGMA application_id = 0x464e6f74; PRAGMA user_version = 1000; "
     "PRAGMA journal_mode = WAL; CREATE TABLE corpus (revision)",
     "use the server that wrote it."},
    {"older",
     "PRAGMA application_id = 0x464e6f74; PRAGMA user_version = 1; "
     "CREATE TABLE corpus (revision)",
     "import anew."},
};

TEST(OpenForWritingTest, RefusesOtherDatabasesAndVersionsAndLeavesThem) {
  for (const Refused& refused : kRefused) {
    SCOPED_TRACE(refused.what);
    const testing::TemporaryDirectory directory;
    const std::string path = directory.File("it's 100% \u00E9?.db");
    {
      const auto database = Database::Open(path, Database::Mode::kCreate);
      ASSERT_OK(database);
      ASSERT_OK((*database)->Execute(refused.sql));
    }
    const std::string before = testing::ReadFile(path);
    const absl::Status status = OpenForWriting(path).status();
    EXPECT_THAT(status, StatusIs(absl::StatusCode::kFailedPrecondition));
    EXPECT_EQ(ReasonOf(status), "STORAGE_UNSUPPORTED");
    EXPECT_THAT(status.message(), HasSubstr(path));
    EXPECT_THAT(status.message(), HasSubstr(refused.said));
    EXPECT_EQ(testing::ReadFile(path), before);
    EXPECT_EQ(FilesIn(directory.path()), 1);
  }
}

// As after a crash.
TEST(OpenForWritingTest, FindsInTheLogWhatIsNotInTheFileYet) {
  const testing::TemporaryDirectory directory;
  const auto first = OpenForWriting(directory.File("c.db"));
  ASSERT_OK(first);
  ASSERT_OK((*first)->Execute("UPDATE corpus SET revision = 5"));
  std::filesystem::copy(directory.File("c.db"), directory.File("d.db"));
  std::filesystem::copy(directory.File("c.db-wal"), directory.File("d.db-wal"));
  const auto second = OpenForWriting(directory.File("d.db"));
  ASSERT_OK(second);
  EXPECT_EQ(*(*second)->QueryInt64("SELECT revision FROM corpus"), 5);
}

TEST(OpenForWritingTest, RefusesAFileThatIsNotLoggedAnyMore) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("c.db");
  ASSERT_OK(OpenForWriting(path));
  std::string bytes = testing::ReadFile(path);
  bytes[19] = 0;
  std::ofstream(path, std::ios::binary) << bytes;
  EXPECT_THAT(OpenForWriting(path).status(),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(IsBlankTest, TellsWhatIsThereFromWhatIsNot) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("c.db");
  EXPECT_EQ(*IsBlank(path), true);
  std::ofstream(path).flush();
  EXPECT_EQ(*IsBlank(path), true);
  ASSERT_OK(OpenForWriting(path));
  EXPECT_EQ(*IsBlank(path), false);
}

}  // namespace
}  // namespace footnote
