#include "retrieval/text/letters.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace footnote {
namespace {

TEST(LettersTest, ReadsCodePointsForwardsAndBackwards) {
  struct Case {
    const char* text;
    char32_t value;
    size_t size;
  };
  for (const Case& c :
       {Case{"a", U'a', 1}, Case{"\u00E9", 0xE9, 2}, Case{"\u2019", 0x2019, 3},
        Case{"\U0001F6A2", 0x1F6A2, 4}, Case{"", 0, 0}}) {
    SCOPED_TRACE(c.text);
    const std::string text = std::string("x") + c.text;
    EXPECT_EQ(CodePointAt(c.text, 0).value, c.value);
    EXPECT_EQ(CodePointAt(c.text, 0).size, c.size);
    if (c.size == 0) continue;
    EXPECT_EQ(CodePointBefore(text, text.size()).value, c.value);
    EXPECT_EQ(CodePointBefore(text, text.size()).size, c.size);
  }
}

TEST(LettersTest, ReadsAByteThatIsNoUtf8AsReplacement) {
  for (const char* text : {"\x80", "\xC3", "\xE2\x80", "\xFF", "\xC3z"}) {
    SCOPED_TRACE(::testing::PrintToString(text));
    EXPECT_EQ(CodePointAt(text, 0).value, char32_t{0xFFFD});
    EXPECT_EQ(CodePointAt(text, 0).size, size_t{1});
  }
}

TEST(LettersTest, TellsKinds) {
  for (const char32_t c : {U' ', U'\n', U'\u00A0', U'\u3000', U'\u2028'}) {
    EXPECT_TRUE(IsWhiteSpace(c)) << static_cast<uint32_t>(c);
  }
  EXPECT_FALSE(IsWhiteSpace(U'\u200B'));
  EXPECT_TRUE(IsLineBreak(U'\u2029'));
  EXPECT_FALSE(IsLineBreak(U'\t'));
  EXPECT_TRUE(IsUpper(U'\u00C9'));
  EXPECT_TRUE(IsLower(U'\u00E9'));
  EXPECT_TRUE(IsLetter(U'\u6E2F'));
  EXPECT_FALSE(IsUpper(U'\u6E2F'));
  EXPECT_TRUE(IsOpening(U'\u201C'));
  EXPECT_FALSE(IsOpening(U'\u201D'));
  EXPECT_TRUE(IsClosing(U')'));
  EXPECT_TRUE(IsBullet(U'\u2022'));
}

TEST(LettersTest, TrimsWhiteSpaceOfAnyKind) {
  const std::string text = "\u00A0 port \n\u3000";
  const ByteRange all{0, static_cast<uint32_t>(text.size())};
  EXPECT_EQ(Slice(text, Trim(text, all)), "port");
  EXPECT_TRUE(Trim(text, ByteRange{0, 3}).empty());
}

TEST(LettersTest, LowersAsciiAndApostrophes) {
  char buffer[8];
  EXPECT_EQ(LowerAscii("Don\u2019t", buffer, sizeof(buffer)), "don't");
  EXPECT_EQ(LowerAscii("\u00C9A", buffer, sizeof(buffer)), "\u00C9a");
  EXPECT_EQ(LowerAscii("too long for it", buffer, sizeof(buffer)), "");
}

}  // namespace
}  // namespace footnote
