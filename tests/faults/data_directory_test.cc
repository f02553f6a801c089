// What the real server does with a data directory that it must not touch.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "retrieval/index/sqlite.h"
#include "tests/end_to_end/server_process.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int kCannotStart = 1;
constexpr int kDamaged = 3;

ProgramResult Check(const std::string& directory) {
  Program check({"--check", directory}, {}, FOOTNOTED_PROGRAM);
  return check.Wait();
}

TEST(DataDirectoryTest, HasOneServer) {
  const TemporaryDirectory directory;
  ServerProcess first(directory.path());
  ASSERT_FALSE(first.address().empty());
  ServerProcess second(directory.path());
  EXPECT_THAT(second.address(), IsEmpty());
  const ProgramResult refused = second.Wait();
  EXPECT_EQ(refused.exit_status, kCannotStart);
  EXPECT_THAT(refused.err, HasSubstr("is in use by another server; stop that "
                                     "one or name another directory"));
  EXPECT_EQ(Check(directory.path()).exit_status, kCannotStart);
  EXPECT_EQ(first.Footnote({"health"}).exit_status, 0);

  first.Kill();
  ServerProcess third(directory.path());
  EXPECT_FALSE(third.address().empty()) << third.Wait().err;
}

TEST(DataDirectoryTest, OfANewerSchemaIsLeftAlone) {
  const TemporaryDirectory directory;
  const std::string path = directory.File("default.footnote.db");
  {
    const auto database = Database::Open(path, Database::Mode::kCreate);
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute(
        "PRAGMA journal_mode = WAL; PRAGMA application_id = 0x464e6f74; "
        "PRAGMA user_version = 1000; CREATE TABLE corpus (revision)"));
  }
  const std::string before = ReadFile(path);
  ServerProcess server(directory.path());
  EXPECT_THAT(server.address(), IsEmpty());
  const ProgramResult refused = server.Wait();
  EXPECT_EQ(refused.exit_status, kCannotStart);
  EXPECT_THAT(refused.err, HasSubstr("has schema version 1000"));
  const ProgramResult checked = Check(directory.path());
  EXPECT_EQ(checked.exit_status, kDamaged);
  EXPECT_THAT(checked.out, HasSubstr("default: NOT CHECKED: "));
  EXPECT_EQ(ReadFile(path), before);
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST(DataDirectoryTest, OfSomeoneElseIsLeftAlone) {
  const TemporaryDirectory directory;
  const std::string path = directory.File("default.footnote.db");
  std::ofstream(path) << "Dear diary, today I learned about databases.\n";
  const std::string before = ReadFile(path);
  ServerProcess server(directory.path());
  EXPECT_THAT(server.address(), IsEmpty());
  const ProgramResult refused = server.Wait();
  EXPECT_EQ(refused.exit_status, kCannotStart);
  EXPECT_THAT(refused.err, HasSubstr(path + " is no corpus of Footnote"));
  EXPECT_EQ(ReadFile(path), before);
}

TEST(DataDirectoryTest, IsCheckedAfterWork) {
  const TemporaryDirectory directory;
  {
    ServerProcess server(directory.path());
    ASSERT_FALSE(server.address().empty());
    ASSERT_EQ(server.Footnote({"import", FOOTNOTE_EXAMPLES_DIR "/corpus"})
                  .exit_status,
              0);
    server.Kill();
  }
  const ProgramResult intact = Check(directory.path());
  EXPECT_EQ(intact.exit_status, 0) << intact.out << intact.err;
  // The line is one of those that docs/operations.md shows.
  const std::string page =
      ReadFile(FOOTNOTE_EXAMPLES_DIR "/../docs/operations.md");
  EXPECT_THAT(page, HasSubstr("\n    " + intact.out + "\n"));
  EXPECT_EQ(Check(directory.File("missing")).exit_status, kCannotStart);
}

}  // namespace
}  // namespace footnote::testing
