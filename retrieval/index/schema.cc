#include "retrieval/index/schema.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <system_error>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "retrieval/index/file_header.h"
#include "retrieval/index/fts_tokenizer.h"
#include "retrieval/index/log_check.h"
#include "retrieval/index/stored_text.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Numbers of documents and passages are never used twice, so that whatever is
// known of one stays true as long as it exists. The text stands once, in
// `document`, as CompressText() has it, of `text_bytes` before that; the index
// reads it through the view. A document that is replaced
// moves to `earlier_document`, and its labels stay under its number.
// `published_at` is in microseconds since 1970, null without a date. The tables
// from `name` to `acronym` repeat the annotations of the current documents, so
// that passages are found by them; times in them are in microseconds, too.
// `passage_length` repeats what FTS5 counts of each passage, many in a row.
constexpr char kTables[] = R"sql(
CREATE TABLE corpus (
  revision INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  text_bytes INTEGER NOT NULL,
  earlier_versions INTEGER NOT NULL,
  revisions_kept INTEGER NOT NULL
);

CREATE TABLE document (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL,
  uri TEXT NOT NULL,
  source TEXT NOT NULL,
  published TEXT NOT NULL,
  published_at INTEGER,
  language TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  seal BLOB NOT NULL,
  sentence_count INTEGER NOT NULL,
  sentences BLOB NOT NULL,
  annotations BLOB NOT NULL,
  text_bytes INTEGER NOT NULL,
  text BLOB NOT NULL
);
CREATE INDEX document_filter
  ON document (published_at, source, language);

CREATE TABLE earlier_document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL,
  uri TEXT NOT NULL,
  source TEXT NOT NULL,
  published TEXT NOT NULL,
  published_at INTEGER,
  language TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  seal BLOB NOT NULL,
  sentence_count INTEGER NOT NULL,
  sentences BLOB NOT NULL,
  annotations BLOB NOT NULL,
  text_bytes INTEGER NOT NULL,
  text BLOB NOT NULL
);
CREATE INDEX version_of_document ON earlier_document (id, revision);

CREATE TABLE metadata (
  document INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, key)
) WITHOUT ROWID;
CREATE INDEX document_of_label ON metadata (key, value);

CREATE TABLE passage (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL,
  first_sentence INTEGER NOT NULL,
  sentence_count INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL
);
CREATE INDEX passage_of_document ON passage (document);

CREATE TABLE name (
  number INTEGER PRIMARY KEY,
  full_name TEXT NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (full_name, title)
);
CREATE TABLE name_word (
  word TEXT NOT NULL,
  name INTEGER NOT NULL,
  PRIMARY KEY (word, name)
) WITHOUT ROWID;
CREATE TABLE mention (
  name INTEGER NOT NULL,
  passage INTEGER NOT NULL,
  speaks INTEGER NOT NULL,
  PRIMARY KEY (name, passage)
) WITHOUT ROWID;
CREATE TABLE event (
  begin_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  passage INTEGER NOT NULL,
  PRIMARY KEY (begin_at, end_at, passage)
) WITHOUT ROWID;
CREATE TABLE acronym (
  acronym_key TEXT NOT NULL,
  long_form_key TEXT NOT NULL,
  document INTEGER NOT NULL,
  acronym TEXT NOT NULL,
  long_form TEXT NOT NULL,
  PRIMARY KEY (acronym_key, long_form_key, document)
) WITHOUT ROWID;
CREATE INDEX acronym_of_long_form ON acronym (long_form_key);

CREATE VIEW passage_text (number, document, title, text) AS
  SELECT passage.number, passage.document, document.title,
         stored_text(document.text, begin_byte, end_byte)
  FROM passage JOIN document ON document.number = passage.document;

CREATE VIRTUAL TABLE passage_index USING fts5 (
  title, text,
  content = 'passage_text', content_rowid = 'number', tokenize = 'footnote'
);
CREATE TABLE passage_length (
  block INTEGER PRIMARY KEY,
  lengths BLOB NOT NULL
);
)sql";

// FTS5 writes each change as a segment and, while it writes, merges segments
// once there are so many of a level. With more than its usual four, less of an
// import goes into merging the same words again and again; MergeFtsSegments()
// does the rest when nothing else is to be done.
constexpr char kIndexSettings[] =
    "INSERT INTO passage_index (passage_index, rank) VALUES ('automerge', 8)";

// A page holds whole rows of `document`, some of three kilobytes each: of
// SQLite's usual 4096 bytes, much would be left empty behind the last one.
constexpr char kNewFilePragmas[] =
    "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL;";

// The wait is for a lock that only a program of someone else could hold. Cells
// are looked at before they are believed: a damaged page is an error. Views and
// triggers may call nothing that does more than compute.
constexpr char kPragmas[] =
    "PRAGMA busy_timeout = 2000; PRAGMA temp_store = MEMORY; "
    "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF;";

// A thing of the schema: type, name, table, and how it was created.
using SchemaRow = std::array<std::string, 4>;

// Gives a connection what the tables of a corpus call.
absl::Status RegisterAll(Database& database,
                         const CutTerms* const* ahead = nullptr) {
  FOOTNOTE_RETURN_IF_ERROR(RegisterTokenizer(database, ahead));
  return RegisterStoredText(database);
}

// Prepares a connection for a file that may be damaged or hostile.
absl::Status Harden(Database& database) {
  const int code = sqlite3_db_config(database.handle(),
                                     SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  FOOTNOTE_RETURN_IF_ERROR(SqliteStatus(code, "defensive mode"));
  return database.Execute(kPragmas);
}

// Returns the rows of the schema, sorted.
absl::StatusOr<std::vector<SchemaRow>> ReadSchema(Database& database) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      Statement read,
      database.Prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema"));
  std::vector<SchemaRow> rows;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, read.Step());
    if (!found) break;
    SchemaRow& row = rows.emplace_back();
    for (int column = 0; column < 4; ++column) {
      row[static_cast<size_t>(column)] = std::string(read.Text(column));
    }
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

// Returns the schema that this version creates.
absl::StatusOr<std::vector<SchemaRow>> FreshSchema() {
  FOOTNOTE_ASSIGN_OR_RETURN(
      const auto fresh, Database::Open(":memory:", Database::Mode::kCreate));
  FOOTNOTE_RETURN_IF_ERROR(RegisterTokenizer(*fresh));
  FOOTNOTE_RETURN_IF_ERROR(fresh->Execute(kTables));
  return ReadSchema(*fresh);
}

// Returns the row as it is spoken of, whatever a stranger has for names.
std::string Named(const SchemaRow& row) {
  return absl::StrCat(absl::CHexEscape(row[0]), " \"", absl::CHexEscape(row[1]),
                      "\"");
}

absl::Status CreateTables(Database& database, const CorpusSettings& settings) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction transaction,
      Transaction::Begin(database, Transaction::Kind::kWrite));
  FOOTNOTE_RETURN_IF_ERROR(database.Execute(kTables));
  FOOTNOTE_RETURN_IF_ERROR(database.Execute(kIndexSettings));
  FOOTNOTE_RETURN_IF_ERROR(database.Execute(absl::StrCat(
      "INSERT INTO corpus VALUES (0, 0, 0, 0, 0, 0, ", settings.revisions_kept,
      "); PRAGMA application_id = ", kApplicationId,
      "; PRAGMA user_version = ", kSchemaVersion)));
  FOOTNOTE_RETURN_IF_ERROR(transaction.Commit());
  // From the log into the file, whose first bytes say from now on what it is.
  return database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

absl::Status Foreign(const std::string& path) {
  return StorageUnsupported(absl::StrCat(
      path,
      " is no corpus of Footnote; move it away. If it was one, its "
      "first bytes are damaged: restore it from a copy."));
}

absl::Status OtherVersion(const std::string& path, int64_t version) {
  return StorageUnsupported(absl::StrCat(
      path, " has schema version ", version, " and this server knows ",
      kSchemaVersion, "; use the server that wrote it",
      version < kSchemaVersion ? ", or move it away and import anew." : "."));
}

absl::Status CheckVersion(int64_t application, int64_t version,
                          const std::string& path) {
  if (application != kApplicationId) return Foreign(path);
  if (version != kSchemaVersion) return OtherVersion(path, version);
  return absl::OkStatus();
}

// Returns whether the database at `path`, whose header names no owner, has no
// tables either, as one whose creation was cut short. The tables may stand in
// the log alone; without a log the file is looked at and nothing else.
absl::StatusOr<bool> IsUnfinished(const std::string& path) {
  std::error_code error;
  const bool has_log = std::filesystem::exists(path + "-wal", error);
  FOOTNOTE_ASSIGN_OR_RETURN(
      const auto database,
      Database::Open(path, has_log ? Database::Mode::kReadOnly
                                   : Database::Mode::kImmutable));
  FOOTNOTE_ASSIGN_OR_RETURN(
      const int64_t tables,
      database->QueryInt64("SELECT count(*) FROM sqlite_schema"));
  if (tables == 0) return true;
  FOOTNOTE_ASSIGN_OR_RETURN(const int64_t application,
                            database->QueryInt64("PRAGMA application_id"));
  FOOTNOTE_ASSIGN_OR_RETURN(const int64_t version,
                            database->QueryInt64("PRAGMA user_version"));
  FOOTNOTE_RETURN_IF_ERROR(CheckVersion(application, version, path));
  return false;
}

}  // namespace

absl::StatusOr<bool> IsBlank(const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::optional<FileHeader> header,
                            ReadFileHeader(path));
  if (!header.has_value()) return true;
  if (!header->is_database) return Foreign(path);
  if (header->application == 0 && header->version == 0) {
    return IsUnfinished(path);
  }
  FOOTNOTE_RETURN_IF_ERROR(
      CheckVersion(header->application, header->version, path));
  if (!header->is_logged) {
    return StorageCorrupt(absl::StrCat(
        path,
        " is damaged in its first bytes; restore the corpus from a copy."));
  }
  return false;
}

absl::Status CheckSchema(Database& database) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto rows, ReadSchema(database));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto fresh, FreshSchema());
  const auto [row, expected] =
      std::mismatch(rows.begin(), rows.end(), fresh.begin(), fresh.end());
  const bool is_whole = expected == fresh.end();
  if (row == rows.end() && is_whole) return absl::OkStatus();
  if (row == rows.end() || (!is_whole && *expected < *row)) {
    return StorageCorrupt(absl::StrCat("The schema lacks ", Named(*expected),
                                       " as this version creates it."));
  }
  return StorageCorrupt(
      absl::StrCat("The schema holds what is foreign: ", Named(*row), "."));
}

absl::Status StartLog(const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto database,
                            Database::Open(path, Database::Mode::kReadWrite));
  FOOTNOTE_RETURN_IF_ERROR(Harden(*database));
  return database->Execute("PRAGMA journal_mode = WAL");
}

absl::StatusOr<std::unique_ptr<Database>> OpenForWriting(
    const std::string& path, const CorpusSettings& settings_if_new,
    const CutTerms* const* ahead) {
  FOOTNOTE_ASSIGN_OR_RETURN(const bool is_new, IsBlank(path));
  if (!is_new) FOOTNOTE_RETURN_IF_ERROR(CheckLog(path));
  FOOTNOTE_ASSIGN_OR_RETURN(auto database,
                            Database::Open(path, Database::Mode::kCreate));
  FOOTNOTE_RETURN_IF_ERROR(RegisterAll(*database, ahead));
  FOOTNOTE_RETURN_IF_ERROR(Harden(*database));
  FOOTNOTE_RETURN_IF_ERROR(database->Execute(absl::StrCat(
      is_new ? kNewFilePragmas : "", "PRAGMA synchronous = FULL")));
  if (is_new) {
    FOOTNOTE_RETURN_IF_ERROR(CreateTables(*database, settings_if_new));
  }
  return database;
}

absl::StatusOr<std::unique_ptr<Database>> OpenForReading(
    const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(auto database,
                            Database::Open(path, Database::Mode::kReadOnly));
  FOOTNOTE_RETURN_IF_ERROR(RegisterAll(*database));
  FOOTNOTE_RETURN_IF_ERROR(Harden(*database));
  return database;
}

}  // namespace footnote
