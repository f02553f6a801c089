#include "retrieval/text/quotation_marks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

using Strings = std::vector<std::string>;

Strings Find(absl::string_view text) {
  Strings found;
  for (const ByteRange& range : FindQuotations(text)) {
    found.emplace_back(Slice(text, range));
  }
  return found;
}

TEST(QuotationMarksTest, TakesEveryKindOfMarks) {
  EXPECT_EQ(Find("“The quay is too short,” he said."),
            (Strings{"“The quay is too short,”"}));
  EXPECT_EQ(Find("She said, \"The quay is too short.\" He left."),
            (Strings{"\"The quay is too short.\""}));
  EXPECT_EQ(Find("``The quay is too short,'' he said."),
            (Strings{"``The quay is too short,''"}));
  EXPECT_EQ(Find("''The quay is too short,'' he said."),
            (Strings{"''The quay is too short,''"}));
  EXPECT_EQ(Find("‘The quay isn’t long enough,’ he said."),
            (Strings{"‘The quay isn’t long enough,’"}));
  EXPECT_EQ(Find("He said “the quay is too short\" twice."),
            (Strings{"“the quay is too short\""}));
}

TEST(QuotationMarksTest, RunsOverSentencesAndWrappedLines) {
  EXPECT_EQ(Find("“It is short. It is old.” He left."),
            (Strings{"“It is short. It is old.”"}));
  EXPECT_EQ(Find("“It is short and\nit is old,” he said."),
            (Strings{"“It is short and\nit is old,”"}));
}

TEST(QuotationMarksTest, PartsAtParagraphs) {
  EXPECT_EQ(Find("“It is far too short.\n\n“It is old as well,” he said."),
            (Strings{"“It is far too short.", "“It is old as well,”"}));
  EXPECT_EQ(Find("He said \"it is far\n\nNext day he left."), Strings());
}

TEST(QuotationMarksTest, KeepsWhatIsQuotedInside) {
  EXPECT_EQ(Find("“He told me, ‘The quay is short,’ and left,” she said."),
            (Strings{"“He told me, ‘The quay is short,’ and left,”"}));
}

TEST(QuotationMarksTest, LeavesWhatIsNoQuotation) {
  for (const char* text :
       {"The “dreamers” came.", "A so-called \"soft power\" plan.",
        "They read “The Long Way to the Harbour” aloud.", "It is 5'10\" high.",
        "A 27\" screen and a 30\" screen.", "Rock 'n' roll isn't dead.",
        "The ships' crews and the boats' owners.", "\"\"", "\"", "“”", ""}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Find(text), Strings());
  }
}

TEST(QuotationMarksTest, KeepsShortSentences) {
  EXPECT_EQ(Find("“No,” he said."), (Strings{"“No,”"}));
}

TEST(QuotationMarksTest, BeginsAnewWhereAClosingMarkIsMissing) {
  EXPECT_EQ(Find("He said “it is far and “the quay is too short,” she said."),
            (Strings{"“the quay is too short,”"}));
}

TEST(QuotationMarksTest, TakesHostileText) {
  EXPECT_EQ(Find(std::string(100'000, '"')), Strings());
  std::string opens;
  for (int i = 0; i < 50'000; ++i) absl::StrAppend(&opens, " “a");
  EXPECT_LE(Find(opens).size(), 1u);
  EXPECT_EQ(Find("\xE2\x80 \xFF"), Strings());
}

}  // namespace
}  // namespace footnote
