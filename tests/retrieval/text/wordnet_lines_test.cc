#include "retrieval/text/wordnet_lines.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

constexpr absl::string_view kSorted =
    "  1 A licence.  \n"
    "  2 Its second line.  \n"
    "beck 1\n"
    "beck's 2\n"
    "beck_hall 3\n"
    "brook 4\n"
    "brook 5\n"
    "stream 6\n";

TEST(FindLinesTest, FindsEachLineByItsFirstField) {
  EXPECT_EQ(FindLines(kSorted, "beck"), "beck 1\n");
  EXPECT_EQ(FindLines(kSorted, "beck's"), "beck's 2\n");
  EXPECT_EQ(FindLines(kSorted, "beck_hall"), "beck_hall 3\n");
  EXPECT_EQ(FindLines(kSorted, "stream"), "stream 6\n");
}

TEST(FindLinesTest, FindsAllLinesOfAKey) {
  EXPECT_EQ(FindLines(kSorted, "brook"), "brook 4\nbrook 5\n");
}

TEST(FindLinesTest, FindsNothingElse) {
  for (const absl::string_view key :
       {"", " ", "1", "A", "aaa", "bec", "beck 1", "brooks", "zzz", "\n"}) {
    EXPECT_EQ(FindLines(kSorted, key), "") << key;
  }
  EXPECT_EQ(FindLines("", "beck"), "");
}

TEST(FindLinesTest, FindsTheLastLineWithoutItsEnd) {
  const absl::string_view cut = kSorted.substr(0, kSorted.size() - 1);
  EXPECT_EQ(FindLines(cut, "stream"), "stream 6");
  EXPECT_EQ(FindLines("beck", "beck"), "beck");
}

TEST(FindLinesTest, FindsEachOfManyLines) {
  std::string file;
  for (int i = 1000; i < 2000; ++i) {
    absl::StrAppend(&file, i, std::string(i % 7, ' '), "\n");
  }
  for (int i = 1000; i < 2000; ++i) {
    EXPECT_EQ(FindLines(file, absl::StrCat(i)),
              absl::StrCat(i, std::string(i % 7, ' '), "\n"));
    EXPECT_EQ(FindLines(file, absl::StrCat(i, "x")), "");
  }
}

TEST(LineFieldsTest, TakesFieldsAndBytes) {
  LineFields fields("one 12 ff xyz last");
  EXPECT_EQ(fields.Next(), "one");
  EXPECT_EQ(fields.NextNumber(10), 12U);
  EXPECT_EQ(fields.NextNumber(16), 255U);
  EXPECT_EQ(fields.Take(2), "xy");
  fields.Skip(1);
  EXPECT_EQ(fields.Take(100), "last");
  EXPECT_EQ(fields.Next(), "");
  EXPECT_EQ(fields.NextNumber(10), std::nullopt);
  fields.Skip(1000);
}

TEST(ReadNumberTest, ReadsUpToEightDigits) {
  EXPECT_EQ(ReadNumber("0000000", 10), 0U);
  EXPECT_EQ(ReadNumber("99999999", 10), 99999999U);
  EXPECT_EQ(ReadNumber("ffffffff", 16), 0xffffffffU);
  EXPECT_EQ(ReadNumber("000000001", 10), std::nullopt);
}

TEST(ReadNumberTest, ReadsNothingElse) {
  for (const absl::string_view digits : {"", "-1", "+1", " 1", "1 ", "1a"}) {
    EXPECT_EQ(ReadNumber(digits, 10), std::nullopt) << digits;
  }
  for (const absl::string_view digits : {"g", "FF", "0x1"}) {
    EXPECT_EQ(ReadNumber(digits, 16), std::nullopt) << digits;
  }
}

TEST(TakeLineTest, TakesLinesToTheEnd) {
  absl::string_view lines = "one\n\ntwo";
  EXPECT_EQ(TakeLine(&lines), "one");
  EXPECT_EQ(TakeLine(&lines), "");
  EXPECT_EQ(TakeLine(&lines), "two");
  EXPECT_TRUE(lines.empty());
  EXPECT_EQ(TakeLine(&lines), "");
}

}  // namespace
}  // namespace footnote
