#include "client/html_encoding.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

std::string Declared(absl::string_view name, absl::string_view bytes) {
  return HtmlAsUtf8(absl::StrCat("<meta charset=\"", name, "\">", bytes));
}

std::string Text(absl::string_view name, absl::string_view bytes) {
  const std::string text = Declared(name, bytes);
  return text.substr(text.find('>') + 1);
}

TEST(DeclaredEncodingTest, FindsEveryWayOfDeclaring) {
  EXPECT_EQ(DeclaredEncoding("<meta charset=UTF-8>"), "utf-8");
  EXPECT_EQ(DeclaredEncoding("<META CharSet = 'Shift_JIS' />"), "shift_jis");
  EXPECT_EQ(
      DeclaredEncoding("<meta http-equiv=Content-Type content=\"text/html;"
                       " charset=euc-jp\">"),
      "euc-jp");
  EXPECT_EQ(DeclaredEncoding("<?xml version='1.0' encoding='ISO-8859-2'?>"),
            "iso-8859-2");
  EXPECT_EQ(DeclaredEncoding("<meta name=a><meta charset='koi8-r'>"), "koi8-r");
}

TEST(DeclaredEncodingTest, FindsNoneElsewhere) {
  EXPECT_EQ(DeclaredEncoding(""), "");
  EXPECT_EQ(DeclaredEncoding("<p>charset=utf-8</p>"), "");
  EXPECT_EQ(DeclaredEncoding("<meta name=a> charset=utf-8"), "");
  EXPECT_EQ(DeclaredEncoding("<meta charset"), "");
  EXPECT_EQ(DeclaredEncoding("<meta charset="), "");
  EXPECT_EQ(DeclaredEncoding("<meta charset=\""), "");
  EXPECT_EQ(DeclaredEncoding(std::string(65'536, ' ') + "<meta charset=a>"),
            "");
}

TEST(HtmlAsUtf8Test, DecodesWhatIsDeclared) {
  EXPECT_EQ(Text("iso-8859-1", "\x80 \x93q\x94 \xE9"), "€ “q” é");
  EXPECT_EQ(Text("us-ascii", "\x96"), "–");
  EXPECT_EQ(Text("iso-8859-2", "\xB1"), "ą");
  EXPECT_EQ(Text("Shift_JIS", "\x8B\xB4\x87\x40"), "橋①");
  EXPECT_EQ(Text("euc-jp", "\xB6\xB6"), "橋");
  EXPECT_EQ(Text("gb2312", "\xC7\xC5"), "桥");
  EXPECT_EQ(Text("utf-8", "\xE6\xA9\x8B"), "橋");
  // Whoever can read this declares UTF-16 in vain.
  EXPECT_EQ(Text("utf-16", "é"), "é");
}

TEST(HtmlAsUtf8Test, ObeysAByteOrderMarkFirst) {
  EXPECT_EQ(HtmlAsUtf8("\xEF\xBB\xBF<meta charset=iso-8859-1>é"),
            "<meta charset=iso-8859-1>é");
  EXPECT_EQ(HtmlAsUtf8(std::string("\xFF\xFE<\0\xE9\0", 6)), "<é");
  EXPECT_EQ(HtmlAsUtf8(std::string("\xFE\xFF\0<\0\xE9", 6)), "<é");
}

TEST(HtmlAsUtf8Test, ReadsTheBytesWhereNothingIsDeclared) {
  EXPECT_EQ(HtmlAsUtf8("caf\xC3\xA9"), "café");
  EXPECT_EQ(HtmlAsUtf8("caf\xE9"), "café");
  EXPECT_EQ(HtmlAsUtf8(""), "");
}

TEST(HtmlAsUtf8Test, TakesNoEncodingThatHidesTags) {
  for (const char* name : {"utf-7x", "no-such", "utf-32", "ibm-037", "x"}) {
    EXPECT_EQ(Text(name, "é"), "é") << name;
  }
}

TEST(HtmlAsUtf8Test, ReplacesWhatIsMalformedOrControls) {
  EXPECT_EQ(Text("utf-8", "a\xE9z"), "a\uFFFDz");
  EXPECT_EQ(Text("utf-8", absl::string_view("a\0b\x01\f\x7F\t\n\r", 9)),
            "a b   \t\n\r");
}

TEST(HtmlAsUtf8Test, AlwaysGivesUtf8) {
  std::string bytes;
  for (int c = 0; c < 256; ++c) {
    absl::StrAppend(&bytes, std::string(1, static_cast<char>(c)),
                    std::string(1, static_cast<char>(255 - c)));
  }
  for (const char* name : {"", "utf-8", "utf-16", "shift_jis", "gbk", "big5",
                           "euc-kr", "iso-2022-jp", "windows-1252"}) {
    EXPECT_EQ(FirstInvalidUtf8(Declared(name, bytes)), std::nullopt) << name;
  }
}

}  // namespace
}  // namespace footnote
