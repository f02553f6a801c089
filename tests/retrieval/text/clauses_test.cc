#include "retrieval/text/clauses.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/testing/statement_units.h"

namespace footnote {
namespace {

using testing::FindWord;
using testing::StatementUnits;
using testing::WordsIn;

struct Case {
  const char* text;
  const char* want;
};

// What stands before the end of the subject of "said", or "none".
std::string SubjectIn(const char* text) {
  const StatementUnits units(text);
  const auto end = SubjectEnd(units[0], FindWord(units[0], "said"));
  return end.has_value() ? WordsIn(units[0], 0, *end) : "none";
}

std::string ContentIn(const char* text, const char* cue) {
  const StatementUnits units(text);
  const size_t begin = ContentBegin(units[0], FindWord(units[0], cue));
  return WordsIn(units[0], begin, units[0].size());
}

TEST(HasWordsTest, CountsQuotationsForAClause) {
  const StatementUnits units("She said, “The quay is short,” at noon.");
  const StatementUnit& unit = units[0];
  ASSERT_TRUE(unit.IsQuotation(3));
  EXPECT_TRUE(HasWords(unit, 0, 3, 2));
  EXPECT_FALSE(HasWords(unit, 0, 3, 3));
  EXPECT_TRUE(HasWords(unit, 3, 4, kMinClause));
  EXPECT_FALSE(HasWords(unit, 3, 4, kMinClause + 1));
  EXPECT_TRUE(HasWords(unit, 0, 0, 0));
  EXPECT_FALSE(HasWords(unit, 2, 2, 1));
}

TEST(IsMostlyQuotedTest, TakesMoreThanHalf) {
  const StatementUnits units(
      "It was said there, “The quay is short,” he said.");
  const StatementUnit& unit = units[0];
  size_t quoted = 0;
  while (!unit.IsQuotation(quoted)) ++quoted;
  EXPECT_TRUE(IsMostlyQuoted(unit, quoted, quoted + 1));
  EXPECT_TRUE(IsMostlyQuoted(unit, quoted, unit.size()));
  EXPECT_FALSE(IsMostlyQuoted(unit, 0, unit.size()));
  EXPECT_FALSE(IsMostlyQuoted(unit, 0, quoted));
}

TEST(SubjectEndTest, GoesBehindTheSubject) {
  for (const Case& c : {
           Case{"The owner said so.", "The owner"},
           {"The owner has also said so.", "The owner"},
           {"The owner quietly said so.", "The owner"},
           {"The owner never said so.", "none"},
           {"The owner may have said so.", "none"},
           {"It was said there.", "none"},
           {"Said and done.", ""},
       }) {
    EXPECT_EQ(SubjectIn(c.text), c.want) << c.text;
  }
}

TEST(ClauseEndTest, StopsWhereAnotherClauseBegins) {
  for (const Case& c : {
           Case{"The quay leaks in storms.", "The quay leaks in storms"},
           {"The quay leaks; it is old.", "The quay leaks"},
           {"The quay leaks, adding to the cost.", "The quay leaks"},
           {"The quay leaks, according to her.", "The quay leaks"},
           {"The quay leaks, she said.", "The quay leaks"},
           {"The quay leaks, said the owner.", "The quay leaks"},
           {"The quay leaks, as we know.", "The quay leaks, as we know"},
       }) {
    const StatementUnits units(c.text);
    EXPECT_EQ(WordsIn(units[0], 0, ClauseEnd(units[0], 0)), c.want) << c.text;
  }
  const StatementUnits units("The quay leaks.");
  EXPECT_EQ(ClauseEnd(units[0], units[0].size()), units[0].size());
}

TEST(ClauseBeginTest, StopsWhereAnotherClauseEnds) {
  for (const Case& c : {
           Case{"The quay leaks, he said.", "The quay leaks"},
           {"But the quay leaks, he said.", "the quay leaks"},
           {"It rained; the quay leaks, he said.", "the quay leaks"},
           {"It is so: and the quay leaks, he said.", "the quay leaks"},
           {"If the quay leaks, he said.", "If the quay leaks"},
       }) {
    const StatementUnits units(c.text);
    const size_t end = FindWord(units[0], "leaks") + 1;
    EXPECT_EQ(WordsIn(units[0], ClauseBegin(units[0], end), end), c.want)
        << c.text;
  }
  EXPECT_EQ(ClauseBegin(StatementUnits("It leaks.")[0], 0), 0u);
}

TEST(AnnouncedQuotationTest, FindsTheNextUnlessAClauseIsBetween) {
  for (const Case& c : {
           Case{"He said, “The quay is too short.”",
                "“The quay is too short.”"},
           {"He said on Monday: “The quay is short.”", "“The quay is short.”"},
           {"He said it leaks.", ""},
           {"He said it; “The quay is too short.”", ""},
           {"He said it, adding, “The quay is short.”", ""},
           {"He said it leaks, she wrote, “The quay is short.”", ""},
       }) {
    const StatementUnits units(c.text);
    const StatementUnit& unit = units[0];
    const size_t found = AnnouncedQuotation(unit, FindWord(unit, "said"));
    EXPECT_EQ(found < unit.size() ? WordsIn(unit, found, found + 1) : "",
              c.want)
        << c.text;
  }
}

TEST(ContentBeginTest, PassesOverHearersAndTimes) {
  EXPECT_EQ(ContentIn("She said the quay leaks.", "said"), "the quay leaks.");
  EXPECT_EQ(ContentIn("She told the old sailors the quay leaks.", "told"),
            "the quay leaks.");
  EXPECT_EQ(ContentIn("She told him the quay leaks.", "told"),
            "the quay leaks.");
  EXPECT_EQ(ContentIn("She said on Monday that it leaks.", "said"),
            "that it leaks.");
  EXPECT_EQ(ContentIn("She asked in Rome whether it leaks.", "asked"),
            "whether it leaks.");
  EXPECT_EQ(ContentIn("She said on Monday, again, it leaks.", "said"),
            "it leaks.");
  EXPECT_EQ(ContentIn("So she said", "said"), "");
}

TEST(IsThingTest, TellsThingsFromClauses) {
  const struct {
    const char* text;
    bool want;
  } kCases[] = {
      {"He claimed the throne in 1271", true},
      {"He claimed the right to fish", true},
      {"He claimed himself king", true},
      {"He claimed the occupied islands", true},
      {"He claimed the quay leaked", false},
      {"He claimed the quay was old", false},
      {"He claimed islands", false},
      {"He claimed the long and old quay “is far too short.”", false},
      {"He claimed the very big old white stone wooden quay", false},
  };
  for (const auto& c : kCases) {
    const StatementUnits units(c.text);
    EXPECT_EQ(IsThing(units[0], 2, units[0].size()), c.want) << c.text;
  }
}

}  // namespace
}  // namespace footnote
