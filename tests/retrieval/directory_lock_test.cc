#include "retrieval/directory_lock.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::StatusIs;

TEST(DirectoryLockTest, IsHeldByOneAtATime) {
  const testing::TemporaryDirectory directory;
  {
    const auto lock = DirectoryLock::Take(directory.path());
    ASSERT_OK(lock);
    const absl::Status second = DirectoryLock::Take(directory.path()).status();
    EXPECT_THAT(second, StatusIs(absl::StatusCode::kFailedPrecondition));
    EXPECT_EQ(ReasonOf(second), "STORAGE_UNSUPPORTED");
  }
  EXPECT_OK(DirectoryLock::Take(directory.path()));
}

TEST(DirectoryLockTest, EndsWithItsProcess) {
  const testing::TemporaryDirectory directory;
  const pid_t child = fork();
  if (child == 0) {
    const auto lock = DirectoryLock::Take(directory.path());
    _exit(lock.ok() ? 0 : 1);  // Without letting go.
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  EXPECT_OK(DirectoryLock::Take(directory.path()));
}

TEST(DirectoryLockTest, SaysWhatIsWrongWithTheDirectory) {
  const testing::TemporaryDirectory directory;
  const absl::Status status =
      DirectoryLock::Take(directory.File("missing")).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_EQ(ReasonOf(status), "STORAGE_FAILED");
}

}  // namespace
}  // namespace footnote
