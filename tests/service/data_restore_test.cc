#include "service/data_restore.h"

#include <gmock/gmock.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/stored_text.h"
#include "retrieval/library.h"
#include "retrieval/text/sha256.h"
#include "service/child_process.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kText[] = "One thing. Another thing.";

class DataRestoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto corpus = Corpus::Open(corpus_);
    ASSERT_OK(corpus);
    Document document;
    document.id = "a";
    document.text = kText;
    ASSERT_OK((*corpus)->Import({document}, Deadline::Infinite()));
    const auto database = OpenForWriting(corpus_);
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute(absl::StrCat("VACUUM INTO '", copy_, "'")));
    options_.file = copy_;
  }

  ExitStatus Restore(const CopyCheck& check = CheckCopy) {
    out_.str("");
    err_.str("");
    return RestoreData(options_, data_, out_, err_, check);
  }

  // Expects that `options_` are refused with `said`, and nothing is left.
  void ExpectNotRestored(const std::string& said) {
    EXPECT_EQ(Restore(), kDamaged) << err_.str();
    EXPECT_THAT(out_.str(), HasSubstr("default: NOT RESTORED: " + copy_));
    EXPECT_THAT(out_.str(), HasSubstr(said));
    EXPECT_THAT(Left(), IsEmpty());
  }

  // Returns what is in the data directory beside its lock.
  std::vector<std::string> Left() const {
    std::vector<std::string> names;
    std::error_code missing;
    for (const auto& entry :
         std::filesystem::directory_iterator(data_, missing)) {
      const std::string name = entry.path().filename();
      if (name != "LOCK") names.push_back(name);
    }
    return names;
  }

  // Changes the copy as a stranger might.
  void Change(const std::string& sql) const {
    const auto database = Database::Open(copy_, Database::Mode::kReadWrite);
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute(sql));
  }

  void Write(const std::string& bytes) const {
    std::ofstream(copy_, std::ios::binary | std::ios::trunc) << bytes;
  }

  testing::TemporaryDirectory directory_;
  const std::string corpus_ = directory_.File("c.db");
  const std::string copy_ = directory_.File("copy");
  const std::string data_ = directory_.File("data");
  RestoreOptions options_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(DataRestoreTest, ServesWhatItRestores) {
  options_.corpus = "news";
  const std::string sha256 = Sha256Hex(testing::ReadFile(copy_));
  options_.sha256 = absl::AsciiStrToUpper(sha256);
  EXPECT_EQ(Restore(), kStopped) << out_.str() << err_.str();
  EXPECT_EQ(out_.str(), "news: restored: revision 1, 1 documents, SHA-256 " +
                            sha256 + "\n");
  EXPECT_THAT(Left(), ::testing::ElementsAre("news.footnote.db"));
  const auto library = Library::Open(data_);
  ASSERT_OK(library);
  const auto corpus = (*library)->Find("news", Deadline::Infinite());
  ASSERT_OK(corpus);
  EXPECT_EQ(
      (*corpus)->Get("a", 0, Deadline::Infinite())->document.document.text,
      kText);
}

TEST_F(DataRestoreTest, TakesTheFileOfAStoppedServer) {
  options_.file = corpus_;
  EXPECT_EQ(Restore(), kStopped) << out_.str() << err_.str();
  EXPECT_THAT(Left(), ::testing::ElementsAre("default.footnote.db"));
}

TEST_F(DataRestoreTest, LeavesTheFileAsItWas) {
  const std::string before = testing::ReadFile(copy_);
  EXPECT_EQ(Restore(), kStopped);
  EXPECT_EQ(testing::ReadFile(copy_), before);
}

TEST_F(DataRestoreTest, RefusesADirectoryThatHoldsAnything) {
  std::filesystem::create_directory(data_);
  std::ofstream(data_ + "/notes") << "mine";
  EXPECT_EQ(Restore(), kCannotStart);
  EXPECT_THAT(err_.str(), HasSubstr("is not empty: it holds notes"));
  EXPECT_THAT(Left(), ::testing::ElementsAre("notes"));
}

TEST_F(DataRestoreTest, RefusesADirectoryInUse) {
  std::filesystem::create_directory(data_);
  const auto lock = DirectoryLock::Take(data_);
  ASSERT_OK(lock);
  EXPECT_EQ(Restore(), kCannotStart);
  EXPECT_THAT(err_.str(), HasSubstr("is in use"));
}

TEST_F(DataRestoreTest, SaysWhenThereIsNoFile) {
  options_.file = directory_.File("missing");
  EXPECT_EQ(Restore(), kCannotStart);
  EXPECT_THAT(err_.str(), HasSubstr("is no file that can be read"));
  EXPECT_FALSE(std::filesystem::exists(data_));
}

TEST_F(DataRestoreTest, RefusesAnotherFileThanWasMeant) {
  options_.sha256 = Sha256Hex("another");
  ExpectNotRestored("not the one that was named");
}

TEST_F(DataRestoreTest, RefusesWhatIsNoCopy) {
  for (const std::string& bytes :
       {std::string(), std::string("Dear diary"), std::string(9000, 'z'),
        testing::ReadFile(copy_).substr(0, 40)}) {
    SCOPED_TRACE(bytes.size());
    Write(bytes);
    ExpectNotRestored("is no copy of a corpus of Footnote");
  }
}

TEST_F(DataRestoreTest, RefusesAnotherVersion) {
  Change("PRAGMA user_version = 1000");
  ExpectNotRestored("has schema version 1000");
}

TEST_F(DataRestoreTest, RefusesAPartOfACorpus) {
  std::ofstream(copy_ + "-wal") << "the rest";
  ExpectNotRestored("-wal beside it holds the rest");
}

TEST_F(DataRestoreTest, FindsWhatIsCutOff) {
  const std::string bytes = testing::ReadFile(copy_);
  constexpr size_t kPage = 16'384;
  for (const size_t kept : {size_t{100}, kPage, bytes.size() / 2,
                            bytes.size() - kPage, bytes.size() - 1}) {
    SCOPED_TRACE(kept);
    Write(bytes.substr(0, kept));
    ExpectNotRestored("");
  }
}

TEST_F(DataRestoreTest, FindsAFlippedBit) {
  std::string bytes = testing::ReadFile(copy_);
  const auto stored = CompressText(kText);
  ASSERT_OK(stored);
  const size_t place = bytes.find(*stored) + stored->size() / 2;
  ASSERT_LT(place, bytes.size());
  bytes[place] = static_cast<char>(bytes[place] ^ 1);
  Write(bytes);
  ExpectNotRestored("Document \"a\" is damaged");
}

TEST_F(DataRestoreTest, FindsWhatIsClaimedToBeHuge) {
  std::string bytes = testing::ReadFile(copy_);
  bytes.replace(28, 4, "\xff\xff\xff\xf0");  // Pages of the database.
  Write(bytes);
  ExpectNotRestored("\n  ");
}

TEST_F(DataRestoreTest, RunsNothingThatAStrangerWroteIntoTheFile) {
  const std::string bytes = testing::ReadFile(copy_);
  for (const char* const sql :
       {"CREATE TRIGGER t AFTER INSERT ON metadata BEGIN "
        "DELETE FROM document; END",
        "CREATE VIEW v AS SELECT load_extension('evil')",
        "CREATE TABLE \"x\u001b[2J\" (a)",
        "DROP VIEW passage_text; "
        "CREATE VIEW passage_text (number, document, title, text) AS "
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
        "SELECT i, i, i, i FROM n"}) {
    SCOPED_TRACE(sql);
    Write(bytes);
    Change(sql);
    ExpectNotRestored("The schema");
    EXPECT_EQ(out_.str().find('\x1b'), std::string::npos);
  }
}

TEST_F(DataRestoreTest, OutlivesAFileThatKillsItsCheck) {
  const CopyCheck dies = [](const std::string&) -> absl::StatusOr<CorpusCheck> {
    std::abort();
  };
  EXPECT_EQ(Restore(dies), kDamaged);
  EXPECT_THAT(
      out_.str(),
      HasSubstr("is damaged or hostile: checking it ended with signal"));
  EXPECT_THAT(Left(), IsEmpty());
}

TEST_F(DataRestoreTest, IsNoCorpusUntilItWasChecked) {
  // As if the process were killed before the copy is placed.
  const auto killed = RunApart(
      {.memory_bytes = 256 << 20, .cpu_seconds = 30}, [this]() -> std::string {
        const auto copy = StagedCopy::Make(copy_, data_, "default");
        _exit(copy.ok() ? 7 : 8);
      });
  EXPECT_THAT(killed.status().message(), HasSubstr("status 7"));
  EXPECT_THAT(Left(), ::testing::ElementsAre(".restoring-default"));
  {
    const auto library = Library::Open(data_);
    ASSERT_OK(library);
    EXPECT_THAT((*library)->Names(), ::testing::ElementsAre("default"));
    const auto corpus = (*library)->Find("", Deadline::Infinite());
    ASSERT_OK(corpus);
    EXPECT_EQ((*corpus)->Counts(Deadline::Infinite())->documents, 0u);
  }
  EXPECT_THAT(Left(), ::testing::ElementsAre("default.footnote.db"));
}

TEST_F(DataRestoreTest, BeginsAnewBehindOneThatWasKilled) {
  std::filesystem::create_directory(data_);
  std::ofstream(data_ + "/.restoring-default-wal") << "left";
  EXPECT_EQ(Restore(), kStopped) << out_.str() << err_.str();
  EXPECT_THAT(Left(), ::testing::ElementsAre("default.footnote.db"));
}

}  // namespace
}  // namespace footnote
