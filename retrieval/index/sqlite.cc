#include "retrieval/index/sqlite.h"

#include <sqlite3.h>

#include <cerrno>
#include <limits>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Virtual machine instructions between two looks at the deadline: some tens of
// microseconds.
constexpr int kProgressInstructions = 2000;

int StopIfOver(void* deadline) {
  return static_cast<const Deadline*>(deadline)->Check().ok() ? 0 : 1;
}

absl::Status ConnectionStatus(sqlite3* connection, int code) {
  // The one place where SQLite itself does not tell a full disk from a failing
  // one: the file that it maps into memory can't grow.
  if (code == SQLITE_IOERR_SHMSIZE &&
      sqlite3_system_errno(connection) == ENOSPC) {
    code = SQLITE_FULL;
  }
  return SqliteStatus(code, sqlite3_errmsg(connection));
}

// Tells SQLite to count no memory: it would take a lock of the whole process
// for each piece, and threads that answer would wait for one that imports, and
// seldom runs, to let go of it (sqlite.org, "SQLITE_CONFIG_MEMSTATUS"). In a
// process that has used SQLite before it is too late, and does no harm.
void CountNoMemory() {
  static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(code);
}

int OpenFlags(Database::Mode mode) {
  constexpr int kShared = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (mode) {
    case Database::Mode::kReadOnly:
      return kShared | SQLITE_OPEN_READONLY;
    case Database::Mode::kImmutable:
      return kShared | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case Database::Mode::kReadWrite:
      return kShared | SQLITE_OPEN_READWRITE;
    case Database::Mode::kCreate:
      return kShared | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return kShared;
}

// Returns `path` as an immutable file's URI (sqlite.org, "Uniform Resource
// Identifiers"), every other byte than of a plain name as %HH.
std::string ImmutableUri(absl::string_view path) {
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || absl::StrContains("/._-", c)) {
      uri.push_back(c);
    } else {
      absl::StrAppend(&uri, "%", absl::Hex(byte, absl::kZeroPad2));
    }
  }
  return absl::StrCat(uri, "?immutable=1");
}

}  // namespace

absl::Status SqliteStatus(int code, absl::string_view what) {
  switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
      return absl::OkStatus();
    case SQLITE_FULL:
      return WithReason(absl::ResourceExhaustedError(absl::StrCat(
                            "The disk of the data directory is full (", what,
                            "); free some space and send it again.")),
                        "STORAGE_FULL");
    case SQLITE_CORRUPT:
      return StorageCorrupt(absl::StrCat("The corpus file is damaged (", what,
                                         "); restore it from a copy."));
    case SQLITE_NOTADB:
      return StorageUnsupported(
          absl::StrCat("The file is no corpus (", what, ")."));
    case SQLITE_INTERRUPT:
      return WithReason(absl::CancelledError("Stopped."), "CANCELLED");
    case SQLITE_NOMEM:
      return absl::ResourceExhaustedError("Out of memory.");
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_PROTOCOL:
      return StorageFailed(
          absl::StrCat("The storage failed (", what, ", code ", code,
                       "); look at the disk, then send it again."));
    default:
      return WithReason(
          absl::InternalError(absl::StrCat("SQLite: ", what, ", code ", code)),
          "INTERNAL");
  }
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::Note(int code) {
  if (bind_error_ == SQLITE_OK) bind_error_ = code;
}

void Statement::Bind(int parameter, int64_t value) {
  Note(sqlite3_bind_int64(statement_.get(), parameter, value));
}

void Statement::BindText(int parameter, absl::string_view text) {
  // A null pointer would bind NULL.
  Note(sqlite3_bind_text64(statement_.get(), parameter,
                           text.empty() ? "" : text.data(), text.size(),
                           SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::BindBlob(int parameter, absl::string_view bytes) {
  Note(sqlite3_bind_blob64(statement_.get(), parameter,
                           bytes.empty() ? "" : bytes.data(), bytes.size(),
                           SQLITE_TRANSIENT));
}

void Statement::BindNull(int parameter) {
  Note(sqlite3_bind_null(statement_.get(), parameter));
}

absl::StatusOr<bool> Statement::Step() {
  sqlite3* connection = sqlite3_db_handle(statement_.get());
  if (bind_error_ != SQLITE_OK) {
    return ConnectionStatus(connection, std::exchange(bind_error_, SQLITE_OK));
  }
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  if (code == SQLITE_INTERRUPT && *deadline_ != nullptr) {
    FOOTNOTE_RETURN_IF_ERROR((*deadline_)->Check());
  }
  return ConnectionStatus(connection, code);
}

absl::Status Statement::Run() {
  const absl::Status status = Step().status();
  Reset();
  return status;
}

void Statement::Reset() { sqlite3_reset(statement_.get()); }

int64_t Statement::Int64(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

absl::string_view Statement::Text(int column) const {
  const auto* text = sqlite3_column_text(statement_.get(), column);
  return {reinterpret_cast<const char*>(text),
          static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

absl::string_view Statement::Blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(bytes),
          static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

absl::StatusOr<std::unique_ptr<Database>> Database::Open(
    const std::string& path, Mode mode) {
  CountNoMemory();
  sqlite3* connection = nullptr;
  const std::string name = mode == Mode::kImmutable ? ImmutableUri(path) : path;
  const int code =
      sqlite3_open_v2(name.c_str(), &connection, OpenFlags(mode), nullptr);
  // SQLite hands out a connection even when opening fails.
  std::unique_ptr<Database> database(new Database(connection));
  if (code != SQLITE_OK) {
    return SqliteStatus(code, absl::StrCat(path, ": ", sqlite3_errstr(code)));
  }
  if (mode == Mode::kReadOnly) {
    FOOTNOTE_RETURN_IF_ERROR(database->Execute("PRAGMA wal_autocheckpoint=0"));
  }
  return database;
}

void Database::Closer::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

absl::Status Database::Execute(const std::string& sql) {
  return ConnectionStatus(
      connection_.get(),
      sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

absl::StatusOr<Statement> Database::Prepare(absl::string_view sql) {
  sqlite3_stmt* compiled = nullptr;
  const int code = sqlite3_prepare_v3(
      connection_.get(), sql.data(), static_cast<int>(sql.size()),
      SQLITE_PREPARE_PERSISTENT, &compiled, nullptr);
  if (code != SQLITE_OK) return ConnectionStatus(connection_.get(), code);
  Statement statement;
  statement.statement_.reset(compiled);
  statement.deadline_ = &deadline_;
  return statement;
}

absl::Status Database::PrepareAll(const std::vector<StatementSql>& statements) {
  for (const auto& [statement, sql] : statements) {
    FOOTNOTE_ASSIGN_OR_RETURN(*statement, Prepare(sql));
  }
  return absl::OkStatus();
}

absl::StatusOr<int64_t> Database::QueryInt64(absl::string_view sql) {
  FOOTNOTE_ASSIGN_OR_RETURN(Statement statement, Prepare(sql));
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, statement.Step());
  if (!found) return absl::InternalError(absl::StrCat("No row: ", sql));
  return statement.Int64(0);
}

void Database::SetDeadline(const Deadline* deadline) {
  deadline_ = deadline;
  sqlite3_progress_handler(connection_.get(), kProgressInstructions,
                           deadline == nullptr ? nullptr : StopIfOver,
                           const_cast<Deadline*>(deadline));
}

bool Database::InTransaction() const {
  return sqlite3_get_autocommit(connection_.get()) == 0;
}

absl::StatusOr<Transaction> Transaction::Begin(Database& database, Kind kind) {
  FOOTNOTE_RETURN_IF_ERROR(
      database.Execute(kind == Kind::kRead ? "BEGIN" : "BEGIN IMMEDIATE"));
  return Transaction(&database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  // SQLite itself rolls back after some failures.
  if (database_ == nullptr || !database_->InTransaction()) return;
  database_->SetDeadline(nullptr);
  database_->Execute("ROLLBACK").IgnoreError();
}

absl::Status Transaction::Commit() {
  const absl::Status status = database_->Execute("COMMIT");
  if (status.ok()) database_ = nullptr;
  return status;
}

}  // namespace footnote
