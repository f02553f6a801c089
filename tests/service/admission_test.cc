#include "service/admission.h"

#include <gmock/gmock.h>

#include <memory>

#include "absl/time/clock.h"
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

TEST(AdmissionTest, IsQuietWhenNobodyAsksToEnter) {
  Admission admission;
  EXPECT_TRUE(admission.WaitUntilQuiet(absl::Seconds(60), absl::Now()));
  EXPECT_FALSE(admission.Enter().ok());
  EXPECT_FALSE(admission.WaitUntilQuiet(absl::Seconds(60), absl::Now()));
  const absl::Time asked = absl::Now();
  EXPECT_TRUE(admission.WaitUntilQuiet(absl::Milliseconds(20),
                                       asked + absl::Seconds(60)));
  EXPECT_GE(absl::Now() - asked, absl::Milliseconds(15));
}

}  // namespace
}  // namespace footnote
