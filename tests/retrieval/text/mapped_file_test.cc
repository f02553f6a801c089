#include "retrieval/text/mapped_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <utility>

#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::footnote::testing::StatusIs;
using ::footnote::testing::TemporaryDirectory;

std::string Write(const TemporaryDirectory& directory,
                  const std::string& bytes) {
  const std::string path = directory.File("mapped");
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

TEST(MappedFileTest, HoldsTheBytesOfAFile) {
  const TemporaryDirectory directory;
  const std::string bytes("one\0two\n", 8);
  const auto file = MappedFile::Open(Write(directory, bytes));
  ASSERT_OK(file.status());
  EXPECT_EQ(file->bytes(), bytes);
}

TEST(MappedFileTest, HoldsNothingOfAnEmptyFile) {
  const TemporaryDirectory directory;
  const auto file = MappedFile::Open(Write(directory, ""));
  ASSERT_OK(file.status());
  EXPECT_EQ(file->bytes(), "");
}

TEST(MappedFileTest, HoldsWhatItHeldWhenAnotherTakesItsPath) {
  const TemporaryDirectory directory;
  auto file = MappedFile::Open(Write(directory, "before"));
  ASSERT_OK(file.status());
  std::ofstream(directory.File("new"), std::ios::binary) << "behind";
  ASSERT_EQ(std::rename(directory.File("new").c_str(),
                        directory.File("mapped").c_str()),
            0);
  EXPECT_EQ(file->bytes(), "before");
}

TEST(MappedFileTest, MovesItsBytes) {
  const TemporaryDirectory directory;
  auto opened = MappedFile::Open(Write(directory, "moved"));
  ASSERT_OK(opened.status());
  MappedFile file;
  file = *std::move(opened);
  const MappedFile last(std::move(file));
  EXPECT_EQ(last.bytes(), "moved");
}

TEST(MappedFileTest, TellsWhatCannotBeMapped) {
  const TemporaryDirectory directory;
  EXPECT_THAT(MappedFile::Open(directory.File("missing")).status(),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(MappedFile::Open(directory.path()).status(),
              StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace footnote
