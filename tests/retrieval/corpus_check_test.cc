#include "retrieval/corpus_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "retrieval/corpus.h"
#include "retrieval/corpus_files.h"
#include "retrieval/directory_lock.h"
#include "retrieval/index/schema.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::StatusIs;

class CorpusCheckTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    testing::RandomCorpus random(1);
    std::vector<Document> documents;
    for (int i = 0; i < 20; ++i) documents.push_back(random.MakeDocument(i));
    documents[7].metadata = {{"topic", "w7"}};
    ASSERT_OK((*corpus)->Import(documents, Deadline::Infinite()));
    ASSERT_OK((*corpus)->Delete({"d3"}, Deadline::Infinite()));
  }

  // Changes the file behind the corpus's back.
  void Damage(const std::string& sql) {
    const auto database = OpenForWriting(path_);
    ASSERT_OK(database);
    sqlite3_db_config((*database)->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0,
                      nullptr);
    ASSERT_OK((*database)->Execute(sql));
  }

  std::vector<std::string> Damages() {
    const auto check = CheckCorpus(path_);
    EXPECT_OK(check);
    return check.ok() ? check->damages : std::vector<std::string>();
  }

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("c.db");
};

TEST_F(CorpusCheckTest, FindsNothingInAnIntactCorpus) {
  const auto check = CheckCorpus(path_);
  ASSERT_OK(check);
  EXPECT_THAT(check->damages, IsEmpty());
  EXPECT_EQ(check->schema_version, kSchemaVersion);
  EXPECT_EQ(check->counts.documents, 19u);
  EXPECT_EQ(check->counts.revision, 2u);
}

struct DamageCase {
  const char* sql;
  const char* said;  // Part of one of the lines.
};

constexpr DamageCase kDamageCases[] = {
    {"UPDATE document SET text = CAST('x' || substr(text, 2) AS BLOB) "
     "WHERE id = 'd5'",
     "Document \"d5\" is damaged: its text"},
    {"UPDATE document SET text = other.text FROM document AS other "
     "WHERE document.id = 'd5' AND other.id = 'd6'",
     "Document \"d5\" is damaged: its text"},
    {"UPDATE document SET text_bytes = text_bytes + (id = 'd5') - (id = 'd6')",
     "Document \"d5\" is damaged: its text"},
    {"UPDATE document SET title = 'w1 other' WHERE id = 'd5'",
     "Document \"d5\" is damaged: what is stored beside its text"},
    {"UPDATE document SET revision = 2 WHERE id = 'd5'",
     "Document \"d5\" is damaged: what is stored beside its text"},
    {"UPDATE document SET revision = 77 WHERE id = 'd5'",
     "1 documents of a revision that is yet to come"},
    {"DELETE FROM metadata", "Document \"d7\" is damaged"},
    {"INSERT INTO metadata VALUES (999, 'k', 'v')", "1 labels of no document"},
    {"UPDATE passage SET end_byte = end_byte - 1 WHERE number = 9",
     "its passages are not those of its sentences"},
    {"INSERT INTO passage (document, first_sentence, sentence_count, "
     "begin_byte, end_byte) VALUES (999, 0, 1, 0, 5)",
     "1 passages of no document"},
    {"DELETE FROM passage WHERE number = 9", "passages more or fewer"},
    {"UPDATE corpus SET documents = 20", "documents more or fewer"},
    {"UPDATE corpus SET sentences = 1", "sentences more or fewer"},
    {"UPDATE corpus SET text_bytes = 1", "bytes of text more or fewer"},
    {"DELETE FROM corpus", "rows of counts"},
    {"INSERT INTO passage_index (passage_index, rowid, title, text) "
     "SELECT 'delete', number, title, text FROM passage_text "
     "WHERE document = 6",
     "the index of terms does not fit the passages"},
    {"INSERT INTO passage_index (rowid, title, text) "
     "VALUES (5, '', 'w999999')",
     "the index of terms does not fit the passages"},
    {"CREATE TRIGGER t AFTER DELETE ON document BEGIN SELECT 1; END",
     "foreign: trigger \"t\""},
    {"CREATE VIEW v AS SELECT 1", "foreign: view \"v\""},
    {"CREATE TABLE x (a)", "foreign: table \"x\""},
    {"CREATE INDEX i ON document (title)", "foreign: index \"i\""},
    {"DROP INDEX passage_of_document", "lacks index \"passage_of_document\""},
    {"DROP VIEW passage_text; CREATE VIEW passage_text (number, document, "
     "title, text) AS SELECT number, 1, '', zeroblob(1000000000) FROM passage",
     "view \"passage_text\""},
    {"ALTER TABLE metadata ADD COLUMN a", "table \"metadata\""},
    {"UPDATE passage_index_data SET block = zeroblob(20) WHERE id > 1000",
     "the index of terms does not fit the passages"},
};

TEST_F(CorpusCheckTest, FindsWhatContradicts) {
  for (const auto& [sql, said] : kDamageCases) {
    SCOPED_TRACE(sql);
    const std::string intact = directory_.File("intact.db");
    std::filesystem::copy_file(path_, intact);
    Damage(sql);
    EXPECT_THAT(Damages(), Contains(HasSubstr(said)));
    std::filesystem::rename(intact, path_);
  }
}

TEST_F(CorpusCheckTest, LeavesTheFileAsItWas) {
  const std::string before = testing::ReadFile(path_);
  EXPECT_THAT(Damages(), IsEmpty());
  EXPECT_EQ(testing::ReadFile(path_), before);
  const std::filesystem::directory_iterator files(directory_.path());
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST_F(CorpusCheckTest, RefusesWhatIsNotThereOrNoCorpus) {
  EXPECT_THAT(CheckCorpus(directory_.File("no.db")).status(),
              StatusIs(absl::StatusCode::kNotFound));
  std::ofstream(directory_.File("notes.db")) << std::string(5000, 'x');
  EXPECT_THAT(CheckCorpus(directory_.File("notes.db")).status(),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(CorpusCheckTest, TakesACreationCutShortForNothingYet) {
  std::ofstream(directory_.File("new.db")).flush();
  const auto check = CheckCorpus(directory_.File("new.db"));
  ASSERT_OK(check);
  EXPECT_EQ(check->schema_version, 0);
  EXPECT_THAT(check->damages, IsEmpty());
  EXPECT_EQ(std::filesystem::file_size(directory_.File("new.db")), 0u);
  {
    const auto database =
        Database::Open(directory_.File("logged.db"), Database::Mode::kCreate);
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute("PRAGMA journal_mode = WAL"));
  }
  const auto logged = CheckCorpus(directory_.File("logged.db"));
  ASSERT_OK(logged);
  EXPECT_EQ(logged->schema_version, 0);
}

TEST_F(CorpusCheckTest, LeavesTheLogOfAKilledServer) {
  const auto corpus = Corpus::Open(path_);
  ASSERT_OK(corpus);
  testing::RandomCorpus random(2);
  ASSERT_OK((*corpus)->Import({random.MakeDocument(1)}, Deadline::Infinite()));
  const std::string copy = directory_.File("copy.db");
  std::filesystem::copy_file(path_, copy);
  std::filesystem::copy_file(path_ + "-wal", copy + "-wal");
  const auto log_bytes = std::filesystem::file_size(copy + "-wal");
  const auto check = CheckCorpus(copy);
  ASSERT_OK(check);
  EXPECT_THAT(check->damages, IsEmpty());
  EXPECT_EQ(check->counts.revision, 3u);
  EXPECT_EQ(std::filesystem::file_size(copy + "-wal"), log_bytes);
}

TEST(CheckCorporaTest, ChecksCorpusByCorpus) {
  const testing::TemporaryDirectory directory;
  for (const char* const name : {"default", "news"}) {
    ASSERT_OK(Corpus::Open(CorpusPath(directory.path(), name)));
  }
  std::ofstream(CorpusPath(directory.path(), "odd")) << "not a corpus";
  const auto checks = CheckCorpora(directory.path());
  ASSERT_OK(checks);
  ASSERT_EQ(checks->size(), 3u);
  EXPECT_EQ((*checks)[0].corpus, "default");
  EXPECT_OK((*checks)[0].check);
  EXPECT_EQ((*checks)[1].corpus, "news");
  EXPECT_THAT((*checks)[1].check->damages, IsEmpty());
  EXPECT_EQ((*checks)[2].corpus, "odd");
  EXPECT_THAT((*checks)[2].check.status(),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST(CheckCorporaTest, LeavesADirectoryInUseAlone) {
  const testing::TemporaryDirectory directory;
  const auto lock = DirectoryLock::Take(directory.path());
  ASSERT_OK(lock);
  EXPECT_THAT(CheckCorpora(directory.path()).status(),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST(CheckCorporaTest, CreatesNothing) {
  const testing::TemporaryDirectory directory;
  EXPECT_THAT(CheckCorpora(directory.File("missing")).status(),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_FALSE(std::filesystem::exists(directory.File("missing")));
}

}  // namespace
}  // namespace footnote
