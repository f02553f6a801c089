#include "retrieval/text/timestamp.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(IsRfc3339Test, TakesDatesAndTimes) {
  for (const char* text :
       {"2025-01-31", "2024-02-29", "2025-01-31T09:30:00Z",
        "2025-01-31T09:30:00.25+09:00", "2025-01-31t09:30:00z",
        "2025-01-31T09:30:00-03:30"}) {
    EXPECT_TRUE(IsRfc3339(text)) << text;
  }
}

TEST(IsRfc3339Test, RefusesEverythingElse) {
  for (const char* text : {"",
                           "2025",
                           "2025-1-31",
                           "2025-02-30",
                           "2023-02-29",
                           "31-01-2025",
                           "2025-01-31 09:30:00Z",
                           "2025-01-31T09:30:00",
                           "2025-01-31T25:00:00Z",
                           "2025-01-31T09:30Z",
                           "2025-01-31Z",
                           " 2025-01-31",
                           "2025-01-31 ",
                           "2025-01-31T09:30:00Z ",
                           "2025-01-31T9:3:0Z",
                           "2025-01-31T09:30:00+0900",
                           "2025-01-31T09:30:00+09",
                           "2025-01-31T09:30:00.Z",
                           "20250-01-31",
                           "yesterday"}) {
    EXPECT_FALSE(IsRfc3339(text)) << text;
  }
}

}  // namespace
}  // namespace footnote
