#include "retrieval/text/reader_prompts.h"

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

TEST(ReaderPromptsTest, MarksPrompts) {
  for (const char* line :
       {"Follow us on X", "Share this article",
        "Share this story with your friends!", "Sign up for our newsletter",
        "Subscribe now", "Share Tweet Print", "You may also like",
        "Click here to subscribe"}) {
    SCOPED_TRACE(line);
    EXPECT_TRUE(IsPrompt(Line(line).Sentence()));
  }
}

TEST(ReaderPromptsTest, LeavesPrompts) {
  for (const char* line :
       {"Share prices fell", "Follow the money.",
        "Subscribe to the idea of peace.", "<share this article",
        "He told us to share this article", "Join forces"}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(IsPrompt(Line(line).Sentence()));
  }
}

TEST(ReaderPromptsTest, MarksPointers) {
  for (const char* line : {"Read more: A port", "Related | A port",
                           "More from Politics", "Watch: Ferry sinks"}) {
    SCOPED_TRACE(line);
    EXPECT_TRUE(IsPointer(Line(line).Sentence()));
  }
}

TEST(ReaderPromptsTest, LeavesPointers) {
  for (const char* line :
       {"Falk: We will not yield", "More is at stake: a port.",
        "Here is what we know:", "More talks fail"}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(IsPointer(Line(line).Sentence()));
  }
}

}  // namespace
}  // namespace footnote
