#include "retrieval/text/image_credits.h"

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

TEST(ImageCreditsTest, MarksCredits) {
  for (const char* line :
       {"Photo: Ana Lind", "Image Source : AP Ana Lind",
        "Follow us on Image Source : AP", "(AP Photo/Ana Lind)",
        "AFP/Getty Images", "Illustration by Ana Lind",
        "Courtesy of the Harbour Authority", "(Kyodo)", "Editing by Ana Lind",
        "The port at dusk (Photo: Ana Lind)"}) {
    SCOPED_TRACE(line);
    EXPECT_TRUE(IsCredit(Line(line).Sentence()));
  }
}

TEST(ImageCreditsTest, LeavesCredits) {
  for (const char* line : {"The photo shows a port.",
                           "Picture this: it was shut.", "Reuters said so.",
                           "Source of pride", "He was photographed (in Dover).",
                           "The ferry sank (see image).", "From Bloomberg:"}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(IsCredit(Line(line).Sentence()));
  }
}

}  // namespace
}  // namespace footnote
