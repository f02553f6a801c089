#include "retrieval/index/log_check.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "retrieval/index/sqlite.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::StatusIs;

constexpr size_t kFrame = 24 + 4096;
constexpr size_t kHeader = 32;

// A database whose log holds three changes of one frame each.
class CheckLogTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string original = directory_.File("original.db");
    const auto database = Database::Open(original, Database::Mode::kCreate);
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute(
        "PRAGMA journal_mode = WAL; CREATE TABLE t (a); "
        "INSERT INTO t VALUES (0); PRAGMA wal_checkpoint(TRUNCATE)"));
    for (int i = 1; i <= 3; ++i) {
      ASSERT_OK((*database)->Execute(absl::StrCat("UPDATE t SET a = ", i)));
    }
    std::filesystem::copy_file(original, path_);
    log_ = testing::ReadFile(original + "-wal");
    ASSERT_EQ(log_.size(), kHeader + 3 * kFrame);
  }

  absl::Status CheckFlipped(size_t at) {
    std::string flipped = log_;
    flipped[at] = static_cast<char>(flipped[at] ^ 4);
    return Check(flipped);
  }

  absl::Status Check(const std::string& log) {
    std::ofstream(path_ + "-wal", std::ios::binary) << log;
    return CheckLog(path_);
  }

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("c.db");
  std::string log_;
};

TEST_F(CheckLogTest, PassesWhatIsWhole) {
  EXPECT_OK(CheckLog(path_));  // No log.
  EXPECT_OK(Check(""));
  EXPECT_OK(Check(log_));
}

TEST_F(CheckLogTest, PassesWhatACrashLeaves) {
  for (size_t bytes = 0; bytes < log_.size(); bytes += 512) {
    EXPECT_OK(Check(log_.substr(0, bytes))) << bytes;
  }
  // The last change was written in part.
  EXPECT_OK(CheckFlipped(kHeader + 2 * kFrame + 100));
  // Behind the log's end stands what an older one has left.
  std::string older = log_;
  for (size_t i = 1; i < 3; ++i) {
    older[kHeader + i * kFrame + 8] ^= 1;
  }
  EXPECT_OK(Check(older));
}

TEST_F(CheckLogTest, FindsDamageBeforeTheLastChange) {
  for (const size_t at :
       {size_t{0}, size_t{9}, size_t{17}, size_t{27}, kHeader + 2,
        kHeader + 500, kHeader + kFrame - 1, kHeader + 13}) {
    EXPECT_THAT(CheckFlipped(at), StatusIs(absl::StatusCode::kDataLoss)) << at;
  }
}

}  // namespace
}  // namespace footnote
