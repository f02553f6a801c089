#include "service/child_process.h"

#include <gmock/gmock.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::testing::HasSubstr;
using testing::StatusIs;

constexpr ChildLimits kLimits = {.memory_bytes = 256 << 20, .cpu_seconds = 30};

TEST(RunApartTest, ReturnsWhatTheWorkReturns) {
  // More than a pipe holds at a time.
  const std::string long_text(300'000, 'x');
  const auto returned = RunApart(kLimits, [&] { return long_text; });
  ASSERT_OK(returned);
  EXPECT_EQ(*returned, long_text);
}

TEST(RunApartTest, LeavesOurMemoryAlone) {
  int changed = 0;
  const auto returned = RunApart(kLimits, [&changed] {
    changed = 1;
    return std::string();
  });
  EXPECT_OK(returned);
  EXPECT_EQ(changed, 0);
}

TEST(RunApartTest, OutlivesADeath) {
  const auto returned =
      RunApart(kLimits, []() -> std::string { std::abort(); });
  EXPECT_THAT(returned, StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(returned.status().message(), HasSubstr("signal 6"));
}

TEST(RunApartTest, ReportsAnotherEnd) {
  const auto returned = RunApart(kLimits, []() -> std::string { _exit(7); });
  EXPECT_THAT(returned, StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(returned.status().message(), HasSubstr("status 7"));
}

TEST(RunApartTest, BoundsMemory) {
  const auto map = [](size_t bytes) {
    return RunApart(kLimits, [bytes]() -> std::string {
      void* const mapped = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      return mapped == MAP_FAILED ? "refused" : "given";
    });
  };
  EXPECT_EQ(*map(128 << 20), "given");
  EXPECT_EQ(*map(512 << 20), "refused");
}

TEST(RunApartTest, BoundsTime) {
  const ChildLimits limits = {.memory_bytes = 256 << 20, .cpu_seconds = 1};
  const auto returned = RunApart(limits, []() -> std::string {
    volatile unsigned turns = 0;
    while (true) turns = turns + 1;
  });
  EXPECT_THAT(returned, StatusIs(absl::StatusCode::kAborted));
}

}  // namespace
}  // namespace footnote
