#include "retrieval/index/file_header.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "retrieval/index/sqlite.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::StatusIs;

TEST(ReadFileHeaderTest, SaysWhatTheDatabaseWasGiven) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("c.db");
  for (const bool is_logged : {false, true}) {
    SCOPED_TRACE(is_logged);
    {
      const auto database = Database::Open(path, Database::Mode::kCreate);
      ASSERT_OK(database);
      ASSERT_OK((*database)->Execute(
          is_logged ? "PRAGMA journal_mode = WAL"
                    : "PRAGMA page_size = 65536; PRAGMA application_id = 77; "
                      "PRAGMA user_version = 3; CREATE TABLE t (a)"));
    }
    const auto header = ReadFileHeader(path);
    ASSERT_OK(header);
    ASSERT_TRUE(header->has_value());
    EXPECT_TRUE((*header)->is_database);
    EXPECT_EQ((*header)->is_logged, is_logged);
    EXPECT_EQ((*header)->page_bytes, 65536u);
    EXPECT_EQ((*header)->application, 77);
    EXPECT_EQ((*header)->version, 3);
  }
}

TEST(ReadFileHeaderTest, TellsNothingFromSomethingElse) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("c.db");
  EXPECT_EQ(*ReadFileHeader(path), std::nullopt);
  std::ofstream(path).flush();
  EXPECT_EQ(*ReadFileHeader(path), std::nullopt);
  std::ofstream(path) << "notes";
  const auto header = ReadFileHeader(path);
  ASSERT_OK(header);
  EXPECT_FALSE((*header)->is_database);
  EXPECT_THAT(ReadFileHeader(directory.path()).status(),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST(BigEndian32Test, ReadsTheFirstByteAsTheHighest) {
  EXPECT_EQ(BigEndian32(absl::string_view("x\x80\x00\x01\xff", 5), 1),
            0x800001ffu);
}

}  // namespace
}  // namespace footnote
