#include "client/import_report.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(SummaryTextTest, CountsWhatBecameOfDocuments) {
  const ImportCounts counts = {
      .added = 3, .replaced = 1, .unchanged = 0, .refused = 2};
  EXPECT_EQ(SummaryText(counts, 0, absl::Milliseconds(1234)),
            "3 added, 1 replaced, 0 unchanged, 2 refused in 1.2s");
  EXPECT_EQ(SummaryText({}, 2, absl::Microseconds(12345)),
            "0 added, 0 replaced, 0 unchanged, 0 refused in 12ms; 2 "
            "skipped: hidden, or with an ending that is not imported");
  EXPECT_EQ(SummaryText({}, 0, absl::Microseconds(999)),
            "0 added, 0 replaced, 0 unchanged, 0 refused in 0s");
}

}  // namespace
}  // namespace footnote
