#include "client/text_layout.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace footnote {
namespace {

TEST(FirstInvalidUtf8Test, FindsTheFirstBadByte) {
  const struct {
    std::string text;
    std::optional<size_t> want;
  } kCases[] = {
      {"", std::nullopt},
      {"Zürich, 東京 😀", std::nullopt},
      {"ab\xff", 2},
      {"\xc0\xaf", 0},           // Overlong.
      {"a\xed\xa0\x80", 1},      // A surrogate.
      {"a\xf4\x90\x80\x80", 1},  // Above U+10FFFF.
      {"caf\xc3", 3},            // Cut short.
      {std::string("a\0b", 3), std::nullopt},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(FirstInvalidUtf8(c.text), c.want);
  }
}

TEST(PrintableTest, ShowsWhatSteersATerminal) {
  const struct {
    std::string text;
    std::string want;
  } kCases[] = {
      {"plain – text", "plain – text"},
      {"\x1b[31mred", "\\u{1b}[31mred"},
      {"a\rb\nc\td", "a\\u{d}b\\u{a}c\\u{9}d"},
      {"\xc2\x9b"
       "31m",
       "\\u{9b}31m"},
      {"\x7f", "\\u{7f}"},
      {"\u202egpj.exe", "\\u{202e}gpj.exe"},
      {"a\xff"
       "b",
       "a\uFFFDb"},
      {std::string("\0", 1), "\\u{0}"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.want);
    EXPECT_EQ(Printable(c.text), c.want);
  }
  EXPECT_EQ(PrintableLines("a\n\tb\x1b\r"), "a\n\tb\\u{1b}\\u{d}");
}

TEST(DisplayWidthTest, CountsColumns) {
  EXPECT_EQ(DisplayWidth("Zürich"), 6);
  EXPECT_EQ(DisplayWidth("Zu\u0308rich"), 6);
  EXPECT_EQ(DisplayWidth("東京"), 4);
  EXPECT_EQ(DisplayWidth(""), 0);
}

TEST(WrapTextTest, BreaksAtWhiteSpace) {
  const struct {
    std::string text;
    int width;
    int indent;
    std::string suffix;
    std::string want;
  } kCases[] = {
      {"one two three", 80, 0, "", "one two three\n"},
      {"one two three", 7, 0, "", "one two\nthree\n"},
      {"one  two\n\nthree", 80, 0, "[1]", "one two three [1]\n"},
      {"one two", 7, 0, "[1]", "one two\n[1]\n"},
      {"a longestword b", 5, 2, "", "  a\n  longestword\n  b\n"},
      {"東京 東京", 8, 0, "", "東京\n東京\n"},
      {"", 10, 0, "", "\n"},
      {"a\x1b[2Jb c", 80, 0, "", "a\\u{1b}[2Jb c\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.want);
    EXPECT_EQ(WrapText(c.text, {}, c.indent, c.suffix, {.width = c.width}),
              c.want);
  }
}

TEST(WrapTextTest, EmphasisesOnlyWhereColourIsAllowed) {
  const std::string text = "The court ruled.";
  const std::vector<TextRange> court = {{4, 9}};
  EXPECT_EQ(WrapText(text, court, 0, "", {.color = true}),
            "The \x1b[1mcourt\x1b[22m ruled.\n");
  EXPECT_EQ(WrapText(text, court, 0, "", {.color = false}), text + "\n");
}

TEST(WrapTextTest, EmphasisesPartsOfWordsAndRunsOfThem) {
  EXPECT_EQ(
      WrapText("Japan-U.S. pact", {{0, 5}, {6, 15}}, 0, "", {.color = true}),
      "\x1b[1mJapan\x1b[22m-\x1b[1mU.S.\x1b[22m "
      "\x1b[1mpact\x1b[22m\n");
}

TEST(WrapTextTest, EmphasisTakesNoColumns) {
  EXPECT_EQ(WrapText("one two", {{0, 3}}, 0, "", {.width = 7, .color = true}),
            "\x1b[1mone\x1b[22m two\n");
}

TEST(FaintLinesTest, LeavesMarginsAsTheyAre) {
  EXPECT_EQ(FaintLines("  one\n\n    two\n", {.color = true}),
            "  \x1b[2mone\x1b[22m\n\n    \x1b[2mtwo\x1b[22m\n");
  EXPECT_EQ(FaintLines("  one\n", {}), "  one\n");
  EXPECT_EQ(FaintLines("", {.color = true}), "");
}

TEST(SideBySideTest, FillsUpTheLeftColumn) {
  const struct {
    std::string left;
    std::string right;
    std::string want;
  } kCases[] = {
      {"a\nbcd\n", "x\n", "a    x\nbcd\n"},
      {"a\n", "x\ny\n", "a    x\n     y\n"},
      {"東\n", "x\n", "東   x\n"},
      {"\x1b[1mab\x1b[22m\n", "x\n", "\x1b[1mab\x1b[22m   x\n"},
      {"", "x\n", "     x\n"},
      {"abc\n", "", "abc\n"},
      {"", "", ""},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.want);
    EXPECT_EQ(SideBySide(c.left, c.right, 3, 2), c.want);
  }
}

TEST(SideBySideTest, FitsNoLineThatIsTooLong) {
  EXPECT_EQ(SideBySide("abc\n", "x\n", 3, 2), "abc  x\n");
  EXPECT_EQ(SideBySide("a\nabcd\n", "x\n", 3, 2), std::nullopt);
}

}  // namespace
}  // namespace footnote
