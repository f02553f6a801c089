// SQLite in our terms: connections, statements and transactions that report
// failures as absl::Status and end with their scope.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_SQLITE_H_
#define FOOTNOTE_RETRIEVAL_INDEX_SQLITE_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/deadline.h"

struct sqlite3;
struct sqlite3_stmt;

namespace footnote {

// Returns the status that `code`, a result code of SQLite, stands for. The one
// place where they are translated.
//
// kResourceExhausted (STORAGE_FULL): no space. kDataLoss (STORAGE_CORRUPT):
// damaged. kFailedPrecondition (STORAGE_UNSUPPORTED): not a database.
// kUnavailable (STORAGE_FAILED): any other failure to read or write.
// kCancelled: interrupted. kInternal: our misuse.
absl::Status SqliteStatus(int code, absl::string_view what);

// A prepared statement. Parameters count from 1, columns from 0. Not
// thread-safe.
class Statement {
 public:
  Statement() = default;
  Statement(Statement&&) = default;
  Statement& operator=(Statement&&) = default;

  // Bind a parameter. What they are given is copied; a failure is returned by
  // the next Step().
  void Bind(int parameter, int64_t value);
  void BindText(int parameter, absl::string_view text);
  void BindBlob(int parameter, absl::string_view bytes);
  void BindNull(int parameter);

  // Moves to the next row and returns true, or returns false when there is
  // none.
  //
  // Errors: as SqliteStatus(); by the connection's deadline, as
  // Deadline::Check().
  absl::StatusOr<bool> Step();

  // Runs a statement that returns no rows, then resets it. Errors: as Step().
  absl::Status Run();

  // Makes the statement ready to run again. Bindings stay.
  void Reset();

  // Return a column of the current row. Views live until the next Step(),
  // Reset() or the statement's end.
  int64_t Int64(int column) const;
  absl::string_view Text(int column) const;
  absl::string_view Blob(int column) const;

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };

  // Remembers the first failure of a binding.
  void Note(int code);

  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  const Deadline* const* deadline_ = nullptr;
  int bind_error_ = 0;
};

// A statement to prepare, and its SQL.
struct StatementSql {
  Statement* statement;
  std::string sql;
};

// Resets a statement when a scope ends, so that it holds no snapshot open.
class StatementReset {
 public:
  explicit StatementReset(Statement& statement) : statement_(statement) {}
  ~StatementReset() { statement_.Reset(); }
  StatementReset(const StatementReset&) = delete;
  StatementReset& operator=(const StatementReset&) = delete;

 private:
  Statement& statement_;
};

// One connection to a database file. Not thread-safe: one thread at a time.
class Database {
 public:
  enum class Mode {
    kReadOnly,   // Never writes, never checkpoints.
    kImmutable,  // As kReadOnly, and no other file is made beside it. Only for
                 // a file that nobody changes and that has no log.
    kReadWrite,  // Writes and checkpoints; the file must exist.
    kCreate,     // As kReadWrite, but creates the file if it is missing.
  };

  // Opens the file at `path`.
  //
  // Errors: as SqliteStatus().
  static absl::StatusOr<std::unique_ptr<Database>> Open(const std::string& path,
                                                        Mode mode);

  ~Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Runs `sql`, one or more statements without parameters. Errors: as
  // SqliteStatus().
  absl::Status Execute(const std::string& sql);

  // Compiles one statement, which must not outlive this connection.
  absl::StatusOr<Statement> Prepare(absl::string_view sql);

  // Compiles each of `statements`, likewise.
  absl::Status PrepareAll(const std::vector<StatementSql>& statements);

  // Returns the first column of the first row of `sql`, or kInternal if there
  // is none.
  absl::StatusOr<int64_t> QueryInt64(absl::string_view sql);

  // Stops statements by `*deadline` from now on; null: never. The deadline has
  // to stay where it is until the next call.
  void SetDeadline(const Deadline* deadline);

  // Returns whether a transaction is open.
  bool InTransaction() const;

  // The connection, for what this class does not offer.
  sqlite3* handle() const { return connection_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
  };

  explicit Database(sqlite3* connection) : connection_(connection) {}

  std::unique_ptr<sqlite3, Closer> connection_;
  const Deadline* deadline_ = nullptr;
};

// Bounds a connection's statements by a deadline for as long as it lives.
class DeadlineScope {
 public:
  DeadlineScope(Database& database, const Deadline& deadline)
      : database_(database), deadline_(deadline) {
    database_.SetDeadline(&deadline_);
  }
  ~DeadlineScope() { database_.SetDeadline(nullptr); }
  DeadlineScope(const DeadlineScope&) = delete;
  DeadlineScope& operator=(const DeadlineScope&) = delete;

 private:
  Database& database_;
  const Deadline deadline_;
};

// A transaction that is rolled back unless it was committed.
class Transaction {
 public:
  enum class Kind {
    kRead,   // One snapshot, taken by the first statement that reads.
    kWrite,  // Takes the write lock at once.
  };

  static absl::StatusOr<Transaction> Begin(Database& database, Kind kind);

  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // Makes the changes durable. After a failure nothing was changed, or, if the
  // status is kUnavailable, it is unknown whether something was.
  absl::Status Commit();

 private:
  explicit Transaction(Database* database) : database_(database) {}

  Database* database_;  // Null once committed or moved from.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_SQLITE_H_
