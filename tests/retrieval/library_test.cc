#include "retrieval/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/index_segments.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::StartsWith;
using testing::StatusIs;

const Deadline kNoLimit = Deadline::Infinite();
const Deadline kOver = Deadline(absl::InfinitePast());

Document SomeDocument(const std::string& id) {
  Document document;
  document.id = id;
  document.text = "Only here.";
  return document;
}

class LibraryTest : public ::testing::Test {
 protected:
  std::unique_ptr<Library> Open(int max_open = 32) {
    LibraryOptions options;
    options.max_open_corpora = max_open;
    auto library = Library::Open(directory_.File("data"), options);
    EXPECT_OK(library);
    return *std::move(library);
  }

  // Returns the path of a file in the data directory.
  std::string File(const std::string& name) const {
    return directory_.File("data/" + name);
  }

  // Imports a document into a corpus, created if there is none.
  static void Put(Library& library, const std::string& corpus,
                  const std::string& id) {
    const auto found = library.FindOrCreate(corpus, kNoLimit);
    ASSERT_OK(found);
    ASSERT_OK((*found)->Import({SomeDocument(id)}, kNoLimit));
  }

  // Returns the number of documents in a corpus.
  static uint64_t Documents(Library& library, const std::string& corpus) {
    const auto found = library.Find(corpus, kNoLimit);
    EXPECT_OK(found);
    const auto counts = (*found)->Counts(kNoLimit);
    EXPECT_OK(counts);
    return counts->documents;
  }

  testing::TemporaryDirectory directory_;
};

TEST_F(LibraryTest, TidiesEachCorpusThatIsOpen) {
  const auto library = Open(3);
  for (const std::string corpus : {"a", "b"}) {
    for (int i = 0; i < 7; ++i) Put(*library, corpus, absl::StrCat("d", i));
  }
  int steps = 0;
  auto tidied = library->Tidy();
  for (; tidied.ok() && *tidied; tidied = library->Tidy()) ++steps;
  ASSERT_OK(tidied);
  EXPECT_GE(steps, 2);
  for (const std::string corpus : {"a", "b"}) {
    const auto found = library->Find(corpus, kNoLimit);
    ASSERT_OK(found);
    EXPECT_FALSE(*(*found)->Tidy());
    EXPECT_EQ(testing::CountSegments(File(corpus + ".footnote.db")), 1)
        << corpus;
  }
}

// Of those that nobody uses, the one used least recently makes room.
TEST_F(LibraryTest, TidyingIsNoUse) {
  const auto library = Open(2);
  Put(*library, "a", "d");
  Put(*library, "b", "d");
  ASSERT_THAT(library->OpenNames(), ElementsAre("a", "b"));
  for (int i = 0; i < 7; ++i) Put(*library, "a", absl::StrCat("d", i));
  // It comes to "b" last.
  while (*library->Tidy()) {
  }
  Put(*library, "c", "d");
  EXPECT_THAT(library->OpenNames(), ElementsAre("a", "c"));
}

TEST_F(LibraryTest, CreatesItsDirectoryAndTheDefaultCorpus) {
  const auto library = Open();
  EXPECT_THAT(library->Names(), ElementsAre("default"));
  const auto corpus = library->Find("", kNoLimit);
  ASSERT_OK(corpus);
  EXPECT_EQ(corpus->get(), library->Find("default", kNoLimit)->get());
}

TEST_F(LibraryTest, FindsOnlyWhatThereIs) {
  const auto library = Open();
  const absl::Status status = library->Find("news", kNoLimit).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_EQ(ReasonOf(status), "CORPUS_NOT_FOUND");
  ASSERT_OK(library->FindOrCreate("news", kNoLimit));
  EXPECT_OK(library->Find("news", kNoLimit));
  EXPECT_THAT(library->Names(), ElementsAre("default", "news"));
}

TEST_F(LibraryTest, RefusesNamesThatAreNone) {
  const auto library = Open();
  const absl::Status status = library->FindOrCreate("../up", kNoLimit).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(ViolationsOf(status)[0].field, "corpus");
}

TEST_F(LibraryTest, KeepsCorporaApart) {
  const auto library = Open();
  Put(*library, "one", "d");
  EXPECT_THAT((*library->FindOrCreate("two", kNoLimit))->Get("d", 0, kNoLimit),
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

TEST_F(LibraryTest, KeepsTheFaultOfAFileToItsCorpus) {
  Open();
  std::filesystem::create_symlink("loop.footnote.db", File("loop.footnote.db"));
  std::ofstream(File("odd.footnote.db")) << "not a corpus";
  const auto library = Open();
  EXPECT_THAT(library->Find("loop", kNoLimit).status(),
              StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(library->FindOrCreate("odd", kNoLimit).status(),
              StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_OK(library->Find("default", kNoLimit));
  EXPECT_THAT(library->Names(), ElementsAre("default", "loop", "odd"));
  EXPECT_EQ(testing::ReadFile(File("odd.footnote.db")), "not a corpus");
}

TEST_F(LibraryTest, ForgetsACorpusWhoseFileIsGone) {
  Put(*Open(), "news", "d");
  const auto library = Open();
  std::filesystem::remove(File("news.footnote.db"));
  EXPECT_THAT(library->Find("news", kNoLimit).status(),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(library->Names(), ElementsAre("default"));
}

TEST_F(LibraryTest, SaysWhenTheDirectoryIsGone) {
  const auto library = Open();
  std::filesystem::remove_all(directory_.File("data"));
  EXPECT_THAT(library->FindOrCreate("news", kNoLimit).status(),
              StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(library->Names(), ElementsAre("default"));
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
      corpus = library->FindOrCreate("shared", kNoLimit)->get();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Corpus* corpus : seen) EXPECT_EQ(corpus, seen[0]);
}

TEST_F(LibraryTest, CreatesWhatThereIsNot) {
  const auto library = Open();
  ASSERT_OK(library->Create("news", {}, kNoLimit));
  EXPECT_EQ(Documents(*library, "news"), 0u);
  for (const std::string name : {"news", "default"}) {
    const absl::Status status = library->Create(name, {}, kNoLimit).status();
    EXPECT_THAT(status, StatusIs(absl::StatusCode::kAlreadyExists));
    EXPECT_EQ(ReasonOf(status), "CORPUS_EXISTS");
  }
  EXPECT_THAT(library->Create("", {}, kNoLimit).status(),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(library->Count(), 2u);
}

TEST_F(LibraryTest, DoesNotCreateOverAFile) {
  const auto library = Open();
  std::ofstream(File("news.footnote.db")) << "put here since";
  EXPECT_THAT(library->Create("news", {}, kNoLimit).status(),
              StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(library->FindOrCreate("news", kNoLimit).status(),
              StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_EQ(testing::ReadFile(File("news.footnote.db")), "put here since");
}

TEST_F(LibraryTest, ClosesWhatWasUsedLeastRecently) {
  const auto library = Open(/*max_open=*/2);
  Put(*library, "a", "1");
  Put(*library, "b", "1");
  EXPECT_THAT(library->OpenNames(), ElementsAre("a", "b"));
  EXPECT_FALSE(std::filesystem::exists(File("default.footnote.db-wal")));
  EXPECT_EQ(Documents(*library, "a"), 1u);
  EXPECT_EQ(Documents(*library, "default"), 0u);
  EXPECT_THAT(library->OpenNames(), ElementsAre("a", "default"));
  EXPECT_EQ(library->OpenCount(), 2u);
  EXPECT_EQ(library->Count(), 3u);
  EXPECT_EQ(Documents(*library, "b"), 1u);
}

TEST_F(LibraryTest, ANameThatIsNoneClosesNothing) {
  const auto library = Open(/*max_open=*/1);
  EXPECT_THAT(library->Find("news", kNoLimit).status(),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(library->OpenNames(), ElementsAre("default"));
}

TEST_F(LibraryTest, WaitsForAPlaceByTheDeadline) {
  const auto library = Open(/*max_open=*/1);
  auto held = library->Find("default", kNoLimit);
  ASSERT_OK(held);
  EXPECT_THAT(library->FindOrCreate("news", kOver).status(),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_THAT(library->Names(), ElementsAre("default"));
  std::thread other([&library] { Put(*library, "news", "d"); });
  held->reset();
  other.join();
  EXPECT_THAT(library->OpenNames(), ElementsAre("news"));
}

TEST_F(LibraryTest, ACallerThatGoesAwayWaitsNoLonger) {
  const auto library = Open(/*max_open=*/1);
  const auto held = library->Find("default", kNoLimit);
  std::atomic<bool> is_gone = false;
  const Deadline until_gone(absl::InfiniteFuture(), &is_gone);
  std::thread other([&] {
    EXPECT_THAT(library->FindOrCreate("news", until_gone).status(),
                StatusIs(absl::StatusCode::kCancelled));
  });
  is_gone = true;
  other.join();
}

TEST_F(LibraryTest, DeletesACorpusWithItsFiles) {
  const auto library = Open();
  Put(*library, "news", "d");
  ASSERT_OK(library->Delete("news", kNoLimit));
  EXPECT_THAT(library->Names(), ElementsAre("default"));
  for (const auto& entry :
       std::filesystem::directory_iterator(directory_.File("data"))) {
    EXPECT_THAT(entry.path().filename().string(),
                AnyOf(StartsWith("default."), "LOCK"));
  }
  const absl::Status status = library->Delete("news", kNoLimit);
  EXPECT_EQ(ReasonOf(status), "CORPUS_NOT_FOUND");
  ASSERT_OK(library->Create("news", {}, kNoLimit));
  EXPECT_EQ(Documents(*library, "news"), 0u);
}

TEST_F(LibraryTest, DeletesACorpusThatIsClosed) {
  Put(*Open(), "news", "d");
  const auto library = Open();
  ASSERT_OK(library->Delete("news", kOver));
  EXPECT_EQ(library->OpenCount(), 1u);
  EXPECT_FALSE(std::filesystem::exists(File("news.footnote.db")));
}

TEST_F(LibraryTest, LeavesTheDefaultCorpusBehindEmpty) {
  const auto library = Open();
  Put(*library, "", "d");
  ASSERT_OK(library->Delete("default", kNoLimit));
  EXPECT_EQ(Documents(*library, "default"), 0u);
}

TEST_F(LibraryTest, DeletesOnceAllHaveLetGo) {
  const auto library = Open();
  Put(*library, "news", "d");
  auto held = library->Find("news", kNoLimit);
  ASSERT_OK(held);
  std::thread other([&] { EXPECT_OK(library->Delete("news", kNoLimit)); });
  // From now on nobody finds it, and who has it goes on.
  while (library->Find("news", kOver).ok()) std::this_thread::yield();
  EXPECT_OK((*held)->Get("d", 0, kNoLimit));
  EXPECT_TRUE(std::filesystem::exists(File("news.footnote.db")));
  held->reset();
  other.join();
  EXPECT_FALSE(std::filesystem::exists(File("news.footnote.db")));
}

TEST_F(LibraryTest, ServesOnWhatCouldNotBeDeletedInTime) {
  const auto library = Open();
  Put(*library, "news", "d");
  const auto held = library->Find("news", kNoLimit);
  EXPECT_THAT(library->Delete("news", kOver),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_EQ(Documents(*library, "news"), 1u);
}

TEST_F(LibraryTest, ServesOnWhatCannotBeRemoved) {
  const auto library = Open();
  Put(*library, "news", "d");
  std::filesystem::create_directories(File(".deleted-news"));
  EXPECT_THAT(library->Delete("news", kNoLimit),
              StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_EQ(Documents(*library, "news"), 1u);
}

TEST_F(LibraryTest, FinishesADeletionThatWasCutShort) {
  Put(*Open(), "news", "d");
  std::filesystem::rename(File("news.footnote.db"), File(".deleted-news"));
  std::ofstream(File("news.footnote.db-wal")) << "old";
  // One that was created anew keeps its log.
  std::ofstream(File(".deleted-default")) << "old";
  std::ofstream(File("default.footnote.db-wal")) << "short";
  std::ofstream(File(".restoring-news")) << "half";
  const auto library = Open();
  EXPECT_THAT(library->Names(), ElementsAre("default"));
  for (const char* const gone : {".deleted-news", "news.footnote.db-wal",
                                 ".deleted-default", ".restoring-news"}) {
    EXPECT_FALSE(std::filesystem::exists(File(gone))) << gone;
  }
  EXPECT_TRUE(std::filesystem::exists(File("default.footnote.db-wal")));
}

TEST_F(LibraryTest, KeepsCountWhenManyWantMoreThanMayBeOpen) {
  static constexpr size_t kMaxOpen = 2;
  static constexpr int kThreads = 4;
  static constexpr int kRounds = 12;
  const auto library = Open(kMaxOpen);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&library, thread] {
      for (int round = 0; round < kRounds; ++round) {
        const std::string corpus = absl::StrCat("c", (thread + round) % 3);
        Put(*library, corpus, absl::StrCat(thread, "-", round));
        EXPECT_LE(library->OpenCount(), kMaxOpen);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  uint64_t documents = 0;
  for (const char* const name : {"c0", "c1", "c2"}) {
    documents += Documents(*library, name);
  }
  EXPECT_EQ(documents, uint64_t{kThreads * kRounds});
}

TEST_F(LibraryTest, CreatesAndDeletesSideBySide) {
  const auto library = Open();
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&library, thread] {
      for (int round = 0; round < 12; ++round) {
        if (thread % 2 == 0) {
          Put(*library, "news", absl::StrCat(thread, "-", round));
          continue;
        }
        const absl::Status status = library->Delete("news", kNoLimit);
        EXPECT_TRUE(status.ok() || absl::IsNotFound(status)) << status;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  ASSERT_OK(library->FindOrCreate("news", kNoLimit));
  EXPECT_LE(Documents(*library, "news"), 24u);
  ASSERT_OK(library->Delete("news", kNoLimit));
  EXPECT_THAT(library->Names(), ElementsAre("default"));
}

TEST_F(LibraryTest, TellsTheSizeOfAFileWithoutOpeningIt) {
  Put(*Open(), "news", "d");
  const auto library = Open();
  EXPECT_EQ(library->FileBytes("news"),
            std::filesystem::file_size(File("news.footnote.db")));
  EXPECT_EQ(library->FileBytes("none"), 0u);
  EXPECT_EQ(library->FileBytes("../data/news"), 0u);
  EXPECT_THAT(library->OpenNames(), ElementsAre("default"));
}

}  // namespace
}  // namespace footnote
