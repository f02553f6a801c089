#include "client/html_text.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/html_page.h"
#include "client/html_words.h"

namespace footnote {
namespace {

// Returns the blocks of a page with `|` between them.
std::string Text(absl::string_view body) {
  const auto page =
      HtmlPage::Parse(absl::StrCat("<meta charset=utf-8><body>", body));
  EXPECT_TRUE(page.ok()) << page.status();
  const auto blocks = TextBlocks(page->root(), [](const xmlNode& element) {
    return IsUnseen(ElementName(element));
  });
  return absl::StrJoin(blocks, "|",
                       [](std::string* out, const TextBlock& block) {
                         out->append(block.text);
                       });
}

TEST(TextBlocksTest, CollapsesWhiteSpace) {
  EXPECT_EQ(Text(" <p> a\r\n\t b <b> c</b>d <p>e"), "a b cd|e");
  EXPECT_EQ(Text("<p>a<b> </b>b</p>\n\n<p> </p><p>&nbsp;</p>c"), "a b|c");
  EXPECT_EQ(Text("<p>&nbsp;a&nbsp;b&nbsp;"), "a\u00A0b");
}

TEST(TextBlocksTest, BreaksLines) {
  EXPECT_EQ(Text("a<br>b<br/>c"), "a\nb\nc");
  EXPECT_EQ(Text("a<br><br>b <br>\n<br> c"), "a|b|c");
  EXPECT_EQ(Text("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e"), "a\nb\nc\nd|e");
  EXPECT_EQ(Text("<h2>a</h2>b<div>c</div>d"), "a|b|c|d");
  EXPECT_EQ(Text("a<hr>b"), "a|b");
}

TEST(TextBlocksTest, WritesRowsAsLines) {
  EXPECT_EQ(Text("<table><tr><th>a</th><th>b c</th></tr>\n<tr>\n<td>d</td>\n"
                 "<td> e </td></tr></table>"),
            "a\tb c\nd\te");
  EXPECT_EQ(Text("<table><tr><td>a<br>b</td><td><p>c</p><p>d</p></td></tr>"
                 "</table>"),
            "a\nb|c|d");
}

TEST(TextBlocksTest, KeepsPreformattedText) {
  EXPECT_EQ(Text("<p>x</p><pre>\n a  b\n\n  c \n</pre>y"), "x| a  b\n\n  c|y");
}

TEST(TextBlocksTest, DecodesEntities) {
  EXPECT_EQ(Text("AT&amp;T &lt;b&gt; &eacute;&#233;&#xe9; &hellip; &#150;"),
            "AT&T <b> ééé … –");
  EXPECT_EQ(Text("&amp;amp; 5 < 6 & 7"), "&amp; 5 < 6 & 7");
}

TEST(TextBlocksTest, DropsWhatIsNotShown) {
  EXPECT_EQ(Text("a&shy;b&#8203;c&#xFEFF;d&#1;&#127;e&#0;f"), "abcdef");
  EXPECT_EQ(Text("a<!-- b --><script>c</script>d"), "ad");
}

TEST(TextBlocksTest, KeepsATimeWithinASentenceAlone) {
  EXPECT_EQ(Text("<p><time>9:05</time></p><p>At <time>9:05</time> it was.</p>"),
            "At 9:05 it was.");
}

TEST(TextBlocksTest, QuotesWhatIsMarkedAsAQuotation) {
  EXPECT_EQ(Text("He said <q>no</q>."), "He said “no”.");
}

TEST(TextBlocksTest, TellsHeadingsAndWords) {
  const auto page =
      HtmlPage::Parse("<h2>One two</h2><p>Three <a>four-five, six's</a>");
  ASSERT_TRUE(page.ok());
  const auto blocks =
      TextBlocks(page->root(), [](const xmlNode&) { return false; });
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_TRUE(blocks[0].is_heading);
  EXPECT_EQ(blocks[0].words, 2);
  EXPECT_EQ(blocks[0].link_words, 0);
  EXPECT_FALSE(blocks[1].is_heading);
  EXPECT_EQ(blocks[1].words, 3);
  EXPECT_EQ(blocks[1].link_words, 2);
  EXPECT_EQ(ElementName(*blocks[1].element), "p");
}

TEST(CountWordsTest, CountsScriptsWithoutSpaces) {
  EXPECT_EQ(CountWords(""), 0);
  EXPECT_EQ(CountWords(" - "), 0);
  EXPECT_EQ(CountWords("don't re-open 3 cafés"), 4);
  EXPECT_EQ(CountWords("北浜市は７日"), 4);
}

}  // namespace
}  // namespace footnote
