#include "retrieval/text/page_stamps.h"

#include <gtest/gtest.h>

#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/page_words.h"

namespace footnote {
namespace {

// A line by itself, at the edge of its document.
struct Line {
  explicit Line(absl::string_view line) : text(line) {
    ReadPageWords(text, 100, words);
  }
  PageSentence Sentence() const {
    return {.text = text,
            .words = words,
            .alone = true,
            .at_edge = true,
            .kinds = AllKinds(words)};
  }

  absl::string_view text;
  std::vector<PageWord> words;
};

TEST(PageStampsTest, MarksStamps) {
  for (const char* line :
       {"By Jane Doe",
        "By Jane Doe and John Marsh, Staff Writers | Updated 5:12 PM",
        "Jane Doe, Staff Writer", "Updated 5:12 PM",
        "Jan 24, 2025, 05:12 PM IST", "12 comments", "2 hours ago",
        "jane@courier.example"}) {
    SCOPED_TRACE(line);
    EXPECT_TRUE(IsStamp(Line(line).Sentence()));
  }
}

TEST(PageStampsTest, LeavesStamps) {
  for (const char* line :
       {"By Monday, it was over.", "By the numbers", "Monday, May 18, 2015",
        "12 people", "5 minutes", "Updated figures are due.", "and/or"}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(IsStamp(Line(line).Sentence()));
  }
}

}  // namespace
}  // namespace footnote
