#include "retrieval/index/schema.h"

#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "retrieval/index/fts_tokenizer.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Numbers of documents and passages are never used twice, so that whatever is
// known of one stays true as long as it exists. The text stands once, in
// `document`; the index reads it through the view.
constexpr char kTables[] = R"sql(
CREATE TABLE corpus (
  revision INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  text_bytes INTEGER NOT NULL
);
INSERT INTO corpus VALUES (0, 0, 0, 0, 0);

CREATE TABLE document (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL,
  uri TEXT NOT NULL,
  source TEXT NOT NULL,
  published TEXT NOT NULL,
  language TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  sentence_count INTEGER NOT NULL,
  sentences BLOB NOT NULL,
  text BLOB NOT NULL
);

CREATE TABLE metadata (
  document INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, key)
) WITHOUT ROWID;

CREATE TABLE passage (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL,
  first_sentence INTEGER NOT NULL,
  sentence_count INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL
);
CREATE INDEX passage_of_document ON passage (document);

CREATE VIEW passage_text (number, document, title, text) AS
  SELECT passage.number, passage.document, document.title,
         CAST(substr(document.text, begin_byte + 1, end_byte - begin_byte)
              AS TEXT)
  FROM passage JOIN document ON document.number = passage.document;

CREATE VIRTUAL TABLE passage_index USING fts5 (
  title, text,
  content = 'passage_text', content_rowid = 'number', tokenize = 'footnote'
);
CREATE VIRTUAL TABLE passage_instance
  USING fts5vocab (passage_index, instance);
)sql";

// The wait is for a lock that only a program of someone else could hold.
constexpr char kPragmas[] =
    "PRAGMA busy_timeout = 2000; PRAGMA temp_store = MEMORY;";

bool IsMissingOrEmpty(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error || size == 0;
}

absl::Status CreateTables(Database& database) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction transaction,
      Transaction::Begin(database, Transaction::Kind::kWrite));
  FOOTNOTE_RETURN_IF_ERROR(database.Execute(kTables));
  FOOTNOTE_RETURN_IF_ERROR(database.Execute(
      absl::StrCat("PRAGMA application_id = ", kApplicationId,
                   "; PRAGMA user_version = ", kSchemaVersion)));
  return transaction.Commit();
}

absl::Status CheckVersion(Database& database, const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(const int64_t application,
                            database.QueryInt64("PRAGMA application_id"));
  FOOTNOTE_ASSIGN_OR_RETURN(const int64_t version,
                            database.QueryInt64("PRAGMA user_version"));
  if (application == kApplicationId && version == kSchemaVersion) {
    return absl::OkStatus();
  }
  const std::string what =
      application != kApplicationId
          ? absl::StrCat(path, " is no corpus of Footnote; move it away.")
          : absl::StrCat(path, " has schema version ", version,
                         " and this server knows ", kSchemaVersion,
                         "; use the server that wrote it.");
  return WithReason(absl::FailedPreconditionError(what), "STORAGE_UNSUPPORTED");
}

// Returns whether the file at `path` has no tables yet, as one that is missing
// or whose creation was cut short. Does not write to it.
absl::StatusOr<bool> IsBlank(const std::string& path) {
  if (IsMissingOrEmpty(path)) return true;
  FOOTNOTE_ASSIGN_OR_RETURN(const auto database,
                            Database::Open(path, Database::Mode::kReadOnly));
  FOOTNOTE_ASSIGN_OR_RETURN(
      const int64_t tables,
      database->QueryInt64("SELECT count(*) FROM sqlite_schema"));
  if (tables == 0) return true;
  FOOTNOTE_RETURN_IF_ERROR(CheckVersion(*database, path));
  return false;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Database>> OpenForWriting(
    const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(const bool is_new, IsBlank(path));
  FOOTNOTE_ASSIGN_OR_RETURN(auto database,
                            Database::Open(path, Database::Mode::kCreate));
  FOOTNOTE_RETURN_IF_ERROR(RegisterTokenizer(*database));
  FOOTNOTE_RETURN_IF_ERROR(database->Execute(
      absl::StrCat(kPragmas, is_new ? "PRAGMA journal_mode = WAL;" : "",
                   "PRAGMA synchronous = FULL")));
  if (is_new) FOOTNOTE_RETURN_IF_ERROR(CreateTables(*database));
  return database;
}

absl::StatusOr<std::unique_ptr<Database>> OpenForReading(
    const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(auto database,
                            Database::Open(path, Database::Mode::kReadOnly));
  FOOTNOTE_RETURN_IF_ERROR(RegisterTokenizer(*database));
  FOOTNOTE_RETURN_IF_ERROR(database->Execute(kPragmas));
  return database;
}

}  // namespace footnote
