#include "retrieval/corpus_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::StatusIs;

TEST(IsCorpusNameTest, KnowsTheRule) {
  for (const std::string& name :
       {std::string("a"), std::string("default"), std::string("news-2025_x"),
        std::string("0"), std::string(63, 'x')}) {
    EXPECT_TRUE(IsCorpusName(name)) << name;
  }
  for (const std::string& name :
       {std::string(), std::string("News"), std::string("-a"),
        std::string("_a"), std::string("a/b"), std::string("../a"),
        std::string("a.b"), std::string("caf\u00E9"), std::string("a b"),
        std::string("a\0b", 3), std::string(64, 'x')}) {
    EXPECT_FALSE(IsCorpusName(name)) << name;
  }
}

TEST(CorpusNamesTest, AreThoseOfCorpusFilesAlone) {
  const testing::TemporaryDirectory directory;
  for (const char* const file :
       {"b.footnote.db", "a.footnote.db", "a.footnote.db-wal", "LOCK",
        ".deleted-c", "C.footnote.db", ".footnote.db", "notes.db"}) {
    std::ofstream(directory.File(file)) << "x";
  }
  const auto names = CorpusNames(directory.path());
  ASSERT_OK(names);
  EXPECT_THAT(*names, ElementsAre("a", "b"));
  EXPECT_THAT(CorpusNames(directory.File("missing")).status(),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST(CorpusFileBytesTest, CountTheLog) {
  const testing::TemporaryDirectory directory;
  const std::string path = CorpusPath(directory.path(), "a");
  EXPECT_EQ(CorpusFileBytes(path), 0u);
  std::ofstream(path) << "12345";
  std::ofstream(path + "-wal") << "678";
  EXPECT_EQ(CorpusFileBytes(path), 8u);
}

TEST(MakeEmptyFileTest, LeavesAFileAlone) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("a");
  EXPECT_EQ(*MakeEmptyFile(path), true);
  EXPECT_EQ(*MakeEmptyFile(path), false);
  EXPECT_THAT(MakeEmptyFile(directory.File("no/a")).status(),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST(RemoveCorpusTest, LeavesNothingOfIt) {
  const testing::TemporaryDirectory directory;
  for (const char* const ending : {"", "-wal", "-shm"}) {
    std::ofstream(CorpusPath(directory.path(), "a") + ending) << "x";
  }
  ASSERT_OK(RemoveCorpus(directory.path(), "a"));
  EXPECT_TRUE(std::filesystem::is_empty(directory.path()));
  EXPECT_THAT(RemoveCorpus(directory.path(), "a"),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST(RemoveLeftoversTest, TouchesNothingElse) {
  const testing::TemporaryDirectory directory;
  std::ofstream(directory.File(".deleted-A b")) << "someone else's";
  std::ofstream(directory.File("a.footnote.db-wal")) << "a log";
  ASSERT_OK(RemoveLeftovers(directory.path()));
  EXPECT_TRUE(std::filesystem::exists(directory.File(".deleted-A b")));
  EXPECT_TRUE(std::filesystem::exists(directory.File("a.footnote.db-wal")));
}

}  // namespace
}  // namespace footnote
