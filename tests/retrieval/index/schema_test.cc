#include "retrieval/index/schema.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::StatusIs;

std::string Bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
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
  const std::string before = Bytes(path);
  const absl::Status status = OpenForWriting(path).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_EQ(ReasonOf(status), "STORAGE_UNSUPPORTED");
  EXPECT_EQ(Bytes(path), before);
}

TEST(OpenForWritingTest, RefusesOtherDatabasesAndLaterVersions) {
  for (const char* sql :
       {"CREATE TABLE mine (a)",
        "PRAGMA application_id = 0x464e6f74; PRAGMA user_version = 2; "
        "CREATE TABLE corpus (revision)"}) {
    SCOPED_TRACE(sql);
    const testing::TemporaryDirectory directory;
    const std::string path = directory.File("c.db");
    {
      const auto database = Database::Open(path, Database::Mode::kCreate);
      ASSERT_OK(database);
      ASSERT_OK((*database)->Execute(sql));
    }
    const std::string before = Bytes(path);
    EXPECT_THAT(OpenForWriting(path).status(),
                StatusIs(absl::StatusCode::kFailedPrecondition));
    EXPECT_EQ(Bytes(path), before);
  }
}

}  // namespace
}  // namespace footnote
