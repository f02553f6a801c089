// Matchers for absl::Status and absl::StatusOr. There is no "is not OK": a test
// names the code that it expects.

#ifndef FOOTNOTE_TESTS_TESTING_STATUS_MATCHERS_H_
#define FOOTNOTE_TESTS_TESTING_STATUS_MATCHERS_H_

#include <gmock/gmock.h>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace footnote::testing {

// Returns the status of a Status or a StatusOr.
inline const absl::Status& StatusOf(const absl::Status& status) {
  return status;
}
template <typename T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

// Matches an OK status, or a StatusOr that holds a value.
MATCHER(IsOk, "is OK") {
  *result_listener << StatusOf(arg);
  return StatusOf(arg).ok();
}

// Matches a status of `code`.
MATCHER_P(StatusIs, code, "has code " + absl::StatusCodeToString(code)) {
  *result_listener << StatusOf(arg);
  return StatusOf(arg).code() == code;
}

}  // namespace footnote::testing

#define ASSERT_OK(expr) ASSERT_THAT((expr), ::footnote::testing::IsOk())
#define EXPECT_OK(expr) EXPECT_THAT((expr), ::footnote::testing::IsOk())

#endif  // FOOTNOTE_TESTS_TESTING_STATUS_MATCHERS_H_
