#include "retrieval/index/sqlite.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <string>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::IsOk;
using testing::StatusIs;

class SqliteTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened =
        Database::Open(directory_.File("test.db"), Database::Mode::kCreate);
    ASSERT_OK(opened);
    database_ = *std::move(opened);
    ASSERT_OK(database_->Execute("CREATE TABLE t (a, b)"));
  }

  Statement Prepare(absl::string_view sql) {
    absl::StatusOr<Statement> statement = database_->Prepare(sql);
    EXPECT_OK(statement);
    return *std::move(statement);
  }

  int64_t Count() { return *database_->QueryInt64("SELECT count(*) FROM t"); }

  testing::TemporaryDirectory directory_;
  std::unique_ptr<Database> database_;
};

TEST_F(SqliteTest, BindsAndReadsBytesAsTheyAre) {
  const std::string bytes("a\0b\xff", 4);
  Statement insert = Prepare("INSERT INTO t VALUES (?1, ?2)");
  insert.BindBlob(1, bytes);
  insert.BindText(2, "");
  ASSERT_OK(insert.Run());
  Statement select = Prepare("SELECT a, b, typeof(b) FROM t");
  ASSERT_TRUE(*select.Step());
  EXPECT_EQ(select.Blob(0), bytes);
  EXPECT_EQ(select.Text(1), "");
  EXPECT_EQ(select.Text(2), "text");
  EXPECT_FALSE(*select.Step());
}

TEST_F(SqliteTest, ReportsABindingThatFails) {
  Statement insert = Prepare("INSERT INTO t VALUES (?1, 1)");
  insert.Bind(2, 5);
  EXPECT_THAT(insert.Run(), StatusIs(absl::StatusCode::kInternal));
  EXPECT_EQ(Count(), 0);
}

TEST_F(SqliteTest, RollsBackWhatIsNotCommitted) {
  {
    auto transaction =
        Transaction::Begin(*database_, Transaction::Kind::kWrite);
    ASSERT_OK(transaction);
    ASSERT_OK(database_->Execute("INSERT INTO t VALUES (1, 1)"));
  }
  EXPECT_EQ(Count(), 0);
  {
    auto transaction =
        Transaction::Begin(*database_, Transaction::Kind::kWrite);
    ASSERT_OK(transaction);
    ASSERT_OK(database_->Execute("INSERT INTO t VALUES (1, 1)"));
    ASSERT_OK(transaction->Commit());
  }
  EXPECT_EQ(Count(), 1);
  EXPECT_FALSE(database_->InTransaction());
}

constexpr char kEndless[] =
    "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) "
    "SELECT count(*) FROM n";

TEST_F(SqliteTest, StopsAtTheDeadline) {
  Statement endless = Prepare(kEndless);
  const DeadlineScope scope(*database_,
                            Deadline(absl::Now() + absl::Milliseconds(20)));
  EXPECT_THAT(endless.Step(), StatusIs(absl::StatusCode::kDeadlineExceeded));
}

TEST_F(SqliteTest, StopsWhenCancelled) {
  const std::atomic<bool> cancelled = true;
  Statement endless = Prepare(kEndless);
  const DeadlineScope scope(*database_,
                            Deadline(absl::InfiniteFuture(), &cancelled));
  EXPECT_THAT(endless.Step(), StatusIs(absl::StatusCode::kCancelled));
}

TEST_F(SqliteTest, ReadersDoNotWrite) {
  auto reader =
      Database::Open(directory_.File("test.db"), Database::Mode::kReadOnly);
  ASSERT_OK(reader);
  EXPECT_THAT((*reader)->Execute("INSERT INTO t VALUES (1, 1)"),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST(SqliteStatusTest, TellsFailuresApart) {
  const struct {
    int code;
    absl::StatusCode want;
    const char* reason;
  } kCases[] = {
      {SQLITE_FULL, absl::StatusCode::kResourceExhausted, "STORAGE_FULL"},
      {SQLITE_CORRUPT, absl::StatusCode::kDataLoss, "STORAGE_CORRUPT"},
      {SQLITE_CORRUPT_VTAB, absl::StatusCode::kDataLoss, "STORAGE_CORRUPT"},
      {SQLITE_NOTADB, absl::StatusCode::kFailedPrecondition,
       "STORAGE_UNSUPPORTED"},
      {SQLITE_IOERR_FSYNC, absl::StatusCode::kUnavailable, "STORAGE_FAILED"},
      {SQLITE_INTERRUPT, absl::StatusCode::kCancelled, "CANCELLED"},
      {SQLITE_MISUSE, absl::StatusCode::kInternal, "INTERNAL"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.reason);
    const absl::Status status = SqliteStatus(c.code, "test");
    EXPECT_THAT(status, StatusIs(c.want));
    EXPECT_EQ(ReasonOf(status), c.reason);
  }
  EXPECT_OK(SqliteStatus(SQLITE_DONE, "test"));
}

}  // namespace
}  // namespace footnote
