#include "service/admission.h"

#include <gmock/gmock.h>

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

}  // namespace
}  // namespace footnote
