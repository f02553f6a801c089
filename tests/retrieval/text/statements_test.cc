#include "retrieval/text/statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/testing/statement_units.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::StatementUnits;
using testing::WordsIn;

// The statements of the only unit of `text` as "source|cue|content", with "!"
// in front of a direct one.
std::vector<std::string> Find(const char* text) {
  const StatementUnits units(text);
  EXPECT_EQ(units.size(), 1u);
  std::vector<std::string> found;
  for (const Statement& statement : FindStatements(units[0])) {
    found.push_back(absl::StrCat(
        statement.is_direct ? "!" : "",
        WordsIn(units[0], statement.source.begin, statement.source.end), "|",
        Slice(text, statement.cue), "|", Slice(text, statement.content)));
  }
  return found;
}

TEST(FindStatementsTest, FindsASourceOnEitherSide) {
  EXPECT_THAT(Find("“The quay is short,” she said."),
              ElementsAre("!she|said|“The quay is short,”"));
  EXPECT_THAT(Find("“The quay is short,” said the owner."),
              ElementsAre("!the owner|said|“The quay is short,”"));
  EXPECT_THAT(Find("She said, “The quay is short.”"),
              ElementsAre("!She|said|“The quay is short.”"));
  EXPECT_THAT(Find("The quay leaks in storms, she said."),
              ElementsAre("she|said|The quay leaks in storms"));
  EXPECT_THAT(Find("She said that the café leaks."),
              ElementsAre("She|said|that the café leaks"));
}

TEST(FindStatementsTest, GivesThemInOrderOfTheirCues) {
  EXPECT_THAT(Find("“It is too short,” she said, “and it is too old.”"),
              ElementsAre("!she|said|“It is too short,”",
                          "!she|said|“and it is too old.”"));
  EXPECT_THAT(
      Find("She said the quay leaks, adding that it is old."),
      ElementsAre("She|said|the quay leaks", "She|adding|that it is old"));
}

TEST(FindStatementsTest, KnowsCuesThatAreNoVerbs) {
  EXPECT_THAT(Find("According to the owner, the quay leaks."),
              ElementsAre("the owner|According to|the quay leaks"));
  EXPECT_THAT(Find("The quay leaks in storms, according to the owner."),
              ElementsAre("the owner|according to|The quay leaks in storms"));
  EXPECT_THAT(Find("Ines Falk: “The quay is too short.”"),
              ElementsAre("!Ines Falk|:|“The quay is too short.”"));
}

TEST(FindStatementsTest, LeavesContentToTheNextUnit) {
  EXPECT_THAT(Find("She went on and said:"), IsEmpty());
  EXPECT_THAT(Find("Then she said in Rome:"), ElementsAre("!she|said|"));
}

TEST(FindStatementsTest, FindsNoneWhereNothingIsSaid) {
  for (const char* text :
       {"The quay leaks.", "She never said the quay leaks.",
        "It was said by the owner.", "She may have said the quay leaks.",
        "She claimed the throne in 1271.", "He read the long letter.",
        "“The quay is short.”", "Said.", "The table highlighted the cost."}) {
    EXPECT_THAT(Find(text), IsEmpty()) << text;
  }
  EXPECT_THAT(FindStatements(StatementUnit()), IsEmpty());
}

// Whatever a text says, its statements lie in it, and each has a source.
TEST(FindStatementsTest, StaysInTheUnit) {
  for (const char* text :
       {"“It is short,” she said, “and old,” he said, adding: “It leaks.”",
        "She said he said it leaks, adding that she said so, he said:",
        "According to according to the owner, said the owner, said:",
        "said: “It is far too short,” : said, saying “It is too old.”"}) {
    const StatementUnits units(text);
    for (size_t i = 0; i < units.size(); ++i) {
      const StatementUnit& unit = units[i];
      for (const Statement& found : FindStatements(unit)) {
        EXPECT_LT(found.source.begin, found.source.end) << text;
        EXPECT_LE(found.source.end, unit.size()) << text;
        EXPECT_LE(unit.range.begin, found.content.begin) << text;
        EXPECT_LE(found.content.begin, found.content.end) << text;
        EXPECT_LE(found.content.end, unit.range.end) << text;
      }
    }
  }
}

}  // namespace
}  // namespace footnote
