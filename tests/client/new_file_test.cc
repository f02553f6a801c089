#include "client/new_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/client/scratch_folder.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::footnote::testing::ReadFile;
using ::footnote::testing::ScratchFolder;
using ::footnote::testing::StatusIs;

int FilesIn(const ScratchFolder& folder) {
  const std::filesystem::directory_iterator files(folder.path());
  return static_cast<int>(std::distance(begin(files), end(files)));
}

TEST(NewFileTest, AppearsOnlyWhenItIsWhole) {
  const ScratchFolder folder;
  const std::string path = folder.path() + "/copy";
  {
    auto file = NewFile::Create(path, OldFile::kKeep);
    ASSERT_OK(file);
    EXPECT_OK((*file)->Write("one "));
    EXPECT_OK((*file)->Write("two"));
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_OK((*file)->Finish());
  }
  EXPECT_EQ(ReadFile(path), "one two");
  EXPECT_EQ(FilesIn(folder), 1);
}

TEST(NewFileTest, LeavesNothingBehindUnfinished) {
  const ScratchFolder folder;
  const std::string path = folder.Write("copy", "old");
  {
    auto file = NewFile::Create(path, OldFile::kReplace);
    ASSERT_OK(file);
    EXPECT_OK((*file)->Write("new"));
  }
  EXPECT_EQ(ReadFile(path), "old");
  EXPECT_EQ(FilesIn(folder), 1);
}

TEST(NewFileTest, ReplacesAFileIfToldTo) {
  const ScratchFolder folder;
  const std::string path = folder.Write("copy", "old");
  auto file = NewFile::Create(path, OldFile::kReplace);
  ASSERT_OK(file);
  EXPECT_OK((*file)->Write("new"));
  EXPECT_OK((*file)->Finish());
  EXPECT_EQ(ReadFile(path), "new");
  EXPECT_EQ(FilesIn(folder), 1);
}

TEST(NewFileTest, KeepsAFileThatIsThereOrComesMeanwhile) {
  const ScratchFolder folder;
  const std::string path = folder.path() + "/copy";
  {
    auto file = NewFile::Create(path, OldFile::kKeep);
    ASSERT_OK(file);
    folder.Write("copy", "old");
    EXPECT_THAT((*file)->Finish(), StatusIs(absl::StatusCode::kAlreadyExists));
  }
  EXPECT_THAT(NewFile::Create(path, OldFile::kKeep),
              StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_EQ(ReadFile(path), "old");
  EXPECT_EQ(FilesIn(folder), 1);
}

TEST(NewFileTest, ReplacesNothingButFiles) {
  const ScratchFolder folder;
  EXPECT_THAT(NewFile::Create(folder.path(), OldFile::kReplace),
              StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(NewFile::Create("/dev/null", OldFile::kReplace),
              StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(NewFile::Create(folder.path() + "/none/copy", OldFile::kKeep),
              StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace footnote
