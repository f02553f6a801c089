#include "client/markdown.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(EscapeMarkdownTest, ShowsTextAsItIs) {
  const struct {
    const char* text;
    const char* want;
  } kCases[] = {
      {"Plain text, 3.5 %.", "Plain text, 3.5 %."},
      {"*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"},
      {"<script>", "\\<script\\>"},
      {"[^1]: x", "\\[^1\\]: x"},
      {"a\n# b", "a \\# b"},
      {"- item - item", "\\- item - item"},
      {"12. May", "12\\. May"},
      {"12 May.", "12 May."},
      {"\x1b[1m", "\\\\u\\{1b\\}\\[1m"},
      {"", ""},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(EscapeMarkdown(c.text), c.want);
  }
}

TEST(PassagesMarkdownTest, NumbersPassages) {
  v1::SearchResponse response;
  EXPECT_EQ(PassagesMarkdown(response, 1), "**No passage matches.**\n");
  v1::ScoredPassage& passage = *response.add_passages();
  passage.set_score(1.25);
  passage.set_text("It opened.");
  passage.mutable_citation()->set_document_id("a");
  passage.mutable_citation()->mutable_span()->set_end_byte(10);
  EXPECT_EQ(PassagesMarkdown(response, 1),
            "1. **1.250** a. Document a, bytes 0–10.\n\n"
            "   > It opened.\n\n");
  EXPECT_EQ(PassagesMarkdown(response, 100),
            "100. **1.250** a. Document a, bytes 0–10.\n\n"
            "     > It opened.\n\n");
}

}  // namespace
}  // namespace footnote
