#include "client/document_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/client/scratch_folder.h"

namespace footnote {
namespace {

using ::footnote::testing::ScratchFolder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Ids(const DocumentFiles& found) {
  std::vector<std::string> ids;
  for (const DocumentFile& file : found.files) ids.push_back(file.id);
  return ids;
}

TEST(FindDocumentFilesTest, WalksFoldersInOrder) {
  const ScratchFolder folder;
  folder.Write("b.txt", "bb");
  folder.Write("a/z.MD", "zzz");
  folder.Write("a/y.x.txt", "y");
  folder.Write("c.jsonl", "{}");
  folder.Write("image.png", "skipped");
  folder.Write("LICENSE", "skipped");
  const DocumentFiles found = FindDocumentFiles({folder.path()});
  EXPECT_THAT(Ids(found), ElementsAre("a/y.x", "a/z", "b", ""));
  EXPECT_EQ(found.files[1].kind, FileKind::kMarkdown);
  EXPECT_EQ(found.files[3].kind, FileKind::kJsonLines);
  EXPECT_EQ(found.skipped, 2);
  EXPECT_EQ(found.bytes, 8u);
  EXPECT_TRUE(found.sized);
  EXPECT_THAT(found.refused, IsEmpty());
}

TEST(FindDocumentFilesTest, NamesAFileByItself) {
  const ScratchFolder folder;
  const std::string path = folder.Write("a/b.txt", "b");
  EXPECT_THAT(Ids(FindDocumentFiles({path})), ElementsAre("b"));
  EXPECT_THAT(Ids(FindDocumentFiles({folder.path() + "/"})),
              ElementsAre("a/b"));
}

TEST(FindDocumentFilesTest, KnowsPagesAndWhatBrowsersSaveBesideThem) {
  const ScratchFolder folder;
  folder.Write("a.html", "x");
  folder.Write("a_files/frame.html", "x");
  folder.Write("b.HTM", "x");
  folder.Write("b_files/c/frame.html", "x");
  folder.Write("d_files/e.html", "x");
  const DocumentFiles found = FindDocumentFiles({folder.path()});
  EXPECT_THAT(Ids(found), ElementsAre("a", "b", "d_files/e"));
  EXPECT_EQ(found.files[0].kind, FileKind::kHtml);
  EXPECT_EQ(found.files[1].kind, FileKind::kHtml);
  EXPECT_THAT(found.refused, IsEmpty());
}

TEST(FindDocumentFilesTest, TakesStandardInput) {
  const DocumentFiles found = FindDocumentFiles({"-"});
  ASSERT_EQ(found.files.size(), 1u);
  EXPECT_EQ(found.files[0].kind, FileKind::kJsonLines);
  EXPECT_FALSE(found.sized);
}

TEST(FindDocumentFilesTest, RefusesWhatCannotBeRead) {
  const ScratchFolder folder;
  const std::string image = folder.Write("image.png", "x");
  const std::string missing = folder.path() + "/missing.txt";
  const DocumentFiles found = FindDocumentFiles({image, missing});
  EXPECT_THAT(found.files, IsEmpty());
  ASSERT_EQ(found.refused.size(), 2u);
  EXPECT_EQ(found.refused[0].path, image);
  EXPECT_EQ(found.refused[0].reason,
            "its ending is none of .jsonl, .txt, .md, .html, .htm");
  EXPECT_EQ(found.refused[1].reason, "there is no such file");
}

TEST(FindDocumentFilesTest, GoesOnBehindAFolderThatCannotBeRead) {
  if (geteuid() == 0) GTEST_SKIP() << "the superuser can read every folder";
  const ScratchFolder folder;
  folder.Write("a/1.txt", "x");
  folder.Write("b/2.txt", "x");
  folder.Write("c/3.txt", "x");
  const std::filesystem::path locked = folder.path() + "/b";
  std::filesystem::permissions(locked, std::filesystem::perms::none);
  const DocumentFiles found = FindDocumentFiles({folder.path()});
  std::filesystem::permissions(locked, std::filesystem::perms::owner_all);
  EXPECT_THAT(Ids(found), ElementsAre("a/1", "c/3"));
  ASSERT_EQ(found.refused.size(), 1u);
  EXPECT_EQ(found.refused[0].path, locked);
}

TEST(FindDocumentFilesTest, SkipsWhatIsHiddenInFolders) {
  const ScratchFolder folder;
  folder.Write("a/1.txt", "x");
  folder.Write("a/.draft.txt", "x");
  folder.Write(".git/2.txt", "x");
  folder.Write(".git/3.txt", "x");
  const DocumentFiles found = FindDocumentFiles({folder.path()});
  EXPECT_THAT(Ids(found), ElementsAre("a/1"));
  EXPECT_EQ(found.skipped, 2);
  EXPECT_THAT(Ids(FindDocumentFiles({folder.path() + "/.git"})),
              ElementsAre("2", "3"));
  EXPECT_THAT(Ids(FindDocumentFiles({folder.path() + "/a/.draft.txt"})),
              ElementsAre(".draft"));
}

TEST(FindDocumentFilesTest, RefusesAPipe) {
  const ScratchFolder folder;
  const std::string pipe = folder.path() + "/pipe.jsonl";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const DocumentFiles found = FindDocumentFiles({pipe});
  EXPECT_THAT(found.files, IsEmpty());
  ASSERT_EQ(found.refused.size(), 1u);
  EXPECT_EQ(found.refused[0].reason,
            "it is no file; give a pipe of JSON Lines as `-`");
}

TEST(FindDocumentFilesTest, FollowsNoLinkToAFolder) {
  const ScratchFolder folder;
  folder.Write("a/1.txt", "x");
  std::filesystem::create_directory_symlink(folder.path(),
                                            folder.path() + "/a/back");
  const DocumentFiles found = FindDocumentFiles({folder.path()});
  EXPECT_THAT(Ids(found), ElementsAre("a/1"));
  EXPECT_THAT(found.refused, IsEmpty());
}

TEST(FindDocumentFilesTest, RefusesTheSecondOfTwoFilesWithOneId) {
  const ScratchFolder folder;
  const std::string first = folder.Write("a.md", "x");
  folder.Write("a.txt", "y");
  const DocumentFiles found = FindDocumentFiles({folder.path()});
  EXPECT_EQ(found.files.size(), 1u);
  ASSERT_EQ(found.refused.size(), 1u);
  EXPECT_EQ(found.refused[0].reason, "its id `a` is that of " + first);
}

}  // namespace
}  // namespace footnote
