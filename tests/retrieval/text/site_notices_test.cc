#include "retrieval/text/site_notices.h"

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

TEST(SiteNoticesTest, MarksLegalNotices) {
  for (const char* line :
       {"All rights reserved.", "\u00A9 2025 The Courier",
        "Copyright 2025 The Courier", "We use cookies on this site.",
        "Terms of Use", "Reproduction without permission is prohibited."}) {
    SCOPED_TRACE(line);
    EXPECT_TRUE(IsLegalNotice(Line(line).Sentence()));
  }
}

TEST(SiteNoticesTest, LeavesLegalNotices) {
  for (const char* line :
       {"Copyright law is old.", "Terms of the deal",
        "The firm changed its cookie policy.", "We agree on the terms."}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(IsLegalNotice(Line(line).Sentence()));
  }
}

TEST(SiteNoticesTest, MarksWidgetErrors) {
  for (const char* line :
       {"JavaScript is disabled", "MAPPR API key not set", "An error occurred.",
        "Video unavailable", "Your browser does not support video"}) {
    SCOPED_TRACE(line);
    EXPECT_TRUE(IsWidgetError(Line(line).Sentence()));
  }
}

TEST(SiteNoticesTest, LeavesWidgetErrors) {
  for (const char* line :
       {"The video is not available to the public.",
        "The app failed on Monday.", "The key was not found.",
        "Not found guilty, he wept."}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(IsWidgetError(Line(line).Sentence()));
  }
}

}  // namespace
}  // namespace footnote
