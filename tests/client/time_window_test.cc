#include "client/time_window.h"

#include <gtest/gtest.h>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::footnote::testing::StatusIs;

TEST(ParseTimeWindowTest, TakesTwoTimesOrOne) {
  const struct {
    const char* text;
    const char* begin;
    const char* end;
  } kCases[] = {
      {"2025-01..2025-03", "2025-01", "2025-03"},
      {"2025-01..", "2025-01", ""},
      {"..2025-01-31T09:30:00Z", "", "2025-01-31T09:30:00Z"},
      {"2025", "2025", "2026"},
      {"0999", "0999", "1000"},
      {"9999", "9999", ""},
      {"2025-01", "2025-01", "2025-02"},
      {"2025-12", "2025-12", "2026-01"},
      {"2024-02-28", "2024-02-28", "2024-02-29"},
      {"2025-02-28", "2025-02-28", "2025-03-01"},
      {"9999-12-31", "9999-12-31", ""},
      // The server knows what is a time.
      {"a..b", "a", "b"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const auto window = ParseTimeWindow(c.text);
    ASSERT_OK(window);
    EXPECT_EQ(window->begin(), c.begin);
    EXPECT_EQ(window->end(), c.end);
  }
}

TEST(ParseTimeWindowTest, RefusesWhatNamesNoTime) {
  for (const char* text :
       {"", "..", "25", "20255", "2025-1", "2025-13", "2025-02-30",
        "2025-01-31T09:30:00Z", " 202", "-202", "January"}) {
    SCOPED_TRACE(text);
    EXPECT_THAT(ParseTimeWindow(text),
                StatusIs(absl::StatusCode::kInvalidArgument));
  }
}

}  // namespace
}  // namespace footnote
