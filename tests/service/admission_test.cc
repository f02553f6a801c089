#include "service/admission.h"

#include <gmock/gmock.h>

#include <chrono>
#include <memory>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

TEST(AdmissionTest, LetsInBetweenOpenAndClose) {
  const testing::TemporaryDirectory directory;
  const auto library = Library::Open(directory.path());
  ASSERT_OK(library);
  Admission admission;
  EXPECT_EQ(ReasonOf(admission.Enter().status()), "NOT_SERVING");
  EXPECT_EQ(admission.Uptime(), absl::ZeroDuration());
  admission.Open(library->get());
  const absl::StatusOr<Library*> entered = admission.Enter();
  ASSERT_OK(entered);
  EXPECT_EQ(*entered, library->get());
  EXPECT_GT(admission.Uptime(), absl::ZeroDuration());
  EXPECT_FALSE(admission.closed());
  admission.Close();
  EXPECT_TRUE(admission.closed());
  EXPECT_THAT(admission.Enter(),
              testing::StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_EQ(ReasonOf(admission.Enter().status()), "NOT_SERVING");
}

TEST(AdmissionTest, IsQuietWhenAllCallsHaveLeft) {
  using std::chrono::milliseconds;
  using std::chrono::steady_clock;
  constexpr std::chrono::seconds kLong(60);
  Admission admission;
  EXPECT_TRUE(admission.WaitUntilQuiet(kLong, steady_clock::now()));
  admission.Arrive();
  EXPECT_FALSE(admission.WaitUntilQuiet(milliseconds(0), steady_clock::now()));
  const auto arrived = steady_clock::now();
  admission.Arrive();
  admission.Leave();
  admission.Leave();
  EXPECT_FALSE(admission.WaitUntilQuiet(kLong, steady_clock::now()));
  EXPECT_TRUE(admission.WaitUntilQuiet(milliseconds(20), arrived + kLong));
  EXPECT_GE(steady_clock::now() - arrived, milliseconds(20));
}

TEST(AdmissionTest, IsEmptiedByTheLastCallThatWasLetIn) {
  Admission admission;
  admission.Arrive();
  admission.Leave();
  EXPECT_FALSE(admission.emptied());
  admission.Arrive();
  admission.Close();
  EXPECT_FALSE(admission.emptied());
  admission.Leave();
  EXPECT_TRUE(admission.emptied());
  admission.Arrive();  // To be refused.
  EXPECT_TRUE(admission.emptied());
  admission.Leave();

  Admission idle;
  idle.Close();
  EXPECT_TRUE(idle.emptied());
}

}  // namespace
}  // namespace footnote
