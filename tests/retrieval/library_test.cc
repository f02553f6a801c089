#include "retrieval/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
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

class LibraryTest : public ::testing::Test {
 protected:
  std::unique_ptr<Library> Open() {
    auto library = Library::Open(directory_.File("data"));
    EXPECT_OK(library);
    return *std::move(library);
  }

  testing::TemporaryDirectory directory_;
};

TEST_F(LibraryTest, CreatesItsDirectoryAndTheDefaultCorpus) {
  const auto library = Open();
  EXPECT_THAT(*library->Names(), ElementsAre("default"));
  const auto corpus = library->Find("");
  ASSERT_OK(corpus);
  EXPECT_EQ(corpus->get(), library->Find("default")->get());
}

TEST_F(LibraryTest, FindsOnlyWhatThereIs) {
  const auto library = Open();
  const absl::Status status = library->Find("news").status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_EQ(ReasonOf(status), "CORPUS_NOT_FOUND");
  ASSERT_OK(library->FindOrCreate("news"));
  EXPECT_OK(library->Find("news"));
  EXPECT_THAT(*library->Names(), ElementsAre("default", "news"));
}

TEST_F(LibraryTest, RefusesNamesThatAreNone) {
  const auto library = Open();
  const absl::Status status = library->FindOrCreate("../up").status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(ViolationsOf(status)[0].field, "corpus");
}

TEST_F(LibraryTest, KeepsCorporaApart) {
  const auto library = Open();
  Document document;
  document.id = "d";
  document.text = "Only here.";
  ASSERT_OK((*library->FindOrCreate("one"))
                ->Import({document}, Deadline::Infinite()));
  EXPECT_THAT(
      (*library->FindOrCreate("two"))->Get("d", 0, Deadline::Infinite()),
      StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(LibraryTest, LetsOneOwnADirectory) {
  auto first = Open();
  const absl::Status status = Library::Open(directory_.File("data")).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kFailedPrecondition));
  first.reset();
  EXPECT_OK(Library::Open(directory_.File("data")));
}

TEST_F(LibraryTest, RefusesToStartOnAForeignFile) {
  Open();
  std::ofstream(directory_.File("data/default.footnote.db"))
      << std::string(9000, 'z');
  EXPECT_THAT(Library::Open(directory_.File("data")).status(),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(LibraryTest, SaysWhenAFileCannotBeLookedAt) {
  const auto library = Open();
  std::filesystem::create_symlink("loop.footnote.db",
                                  directory_.File("data/loop.footnote.db"));
  EXPECT_THAT(library->Find("loop").status(),
              StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_OK(library->Find("default"));
}

TEST_F(LibraryTest, SaysWhenTheDirectoryIsGone) {
  const auto library = Open();
  std::filesystem::remove_all(directory_.File("data"));
  EXPECT_THAT(library->Names().status(),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST_F(LibraryTest, SaysWhenTheDirectoryCannotBe) {
  std::ofstream(directory_.File("data")) << "a file";
  EXPECT_THAT(Library::Open(directory_.File("data")).status(),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST_F(LibraryTest, OpensOneCorpusForAllThreads) {
  const auto library = Open();
  std::vector<Corpus*> seen(4);
  std::vector<std::thread> threads;
  for (Corpus*& corpus : seen) {
    threads.emplace_back([&library, &corpus] {
      corpus = library->FindOrCreate("shared")->get();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Corpus* corpus : seen) EXPECT_EQ(corpus, seen[0]);
}

TEST_F(LibraryTest, IsCheckedCorpusByCorpus) {
  {
    const auto library = Open();
    ASSERT_OK(library->FindOrCreate("news"));
    EXPECT_THAT(CheckLibrary(directory_.File("data")).status(),
                StatusIs(absl::StatusCode::kFailedPrecondition));
  }
  std::ofstream(directory_.File("data/odd.footnote.db")) << "not a corpus";
  const auto checks = CheckLibrary(directory_.File("data"));
  ASSERT_OK(checks);
  ASSERT_EQ(checks->size(), 3u);
  EXPECT_EQ((*checks)[0].corpus, "default");
  EXPECT_OK((*checks)[0].check);
  EXPECT_EQ((*checks)[1].corpus, "news");
  EXPECT_THAT((*checks)[1].check->damages, ::testing::IsEmpty());
  EXPECT_EQ((*checks)[2].corpus, "odd");
  EXPECT_THAT((*checks)[2].check.status(),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(LibraryTest, IsNotCreatedByACheck) {
  EXPECT_THAT(CheckLibrary(directory_.File("missing")).status(),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_FALSE(std::filesystem::exists(directory_.File("missing")));
}

}  // namespace
}  // namespace footnote
