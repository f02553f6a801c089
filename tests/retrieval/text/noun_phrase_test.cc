#include "retrieval/text/noun_phrase.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tests/testing/statement_units.h"

namespace footnote {
namespace {

using testing::FindWord;
using testing::StatementUnits;
using testing::WordsIn;

struct Case {
  const char* text;
  const char* phrase;
  PhraseHead head;
};

void ExpectPhrase(const StatementUnit& unit,
                  const std::optional<NounPhrase>& found, const Case& want) {
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(WordsIn(unit, found->begin, found->end), want.phrase);
  EXPECT_EQ(found->head, want.head);
  EXPECT_EQ(found->mention >= 0, want.head == PhraseHead::kName);
  EXPECT_LT(found->begin, found->head_end);
  EXPECT_LE(found->head_end, found->end);
}

TEST(PhraseBeforeTest, FindsWhoActs) {
  for (const Case& c : {
           Case{"Prime Minister Ines Falk said it leaks.",
                "Prime Minister Ines Falk", PhraseHead::kName},
           {"On Monday she said it leaks.", "she", PhraseHead::kPronoun},
           {"A senior official said it leaks.", "A senior official",
            PhraseHead::kHuman},
           {"Then the ministry said it leaks.", "the ministry",
            PhraseHead::kBody},
           {"The decision said it leaks.", "The decision", PhraseHead::kOther},
           {"A spokesman for the port said it leaks.",
            "A spokesman for the port", PhraseHead::kHuman},
           {"The café owner said it leaks.", "The café owner",
            PhraseHead::kHuman},
       }) {
    SCOPED_TRACE(c.text);
    const StatementUnits units(c.text);
    const StatementUnit& unit = units[0];
    ExpectPhrase(unit, PhraseBefore(unit, FindWord(unit, "said")), c);
  }
}

TEST(PhraseBeforeTest, TakesAnAppositionAlong) {
  for (const Case& c : {
           Case{"Ines Falk, the minister, said it leaks.",
                "Ines Falk, the minister,", PhraseHead::kName},
           {"Ines Falk (the minister) said it leaks.",
            "Ines Falk (the minister)", PhraseHead::kName},
           {"In Rome, the minister, a sailor, said it leaks.",
            "the minister, a sailor,", PhraseHead::kHuman},
       }) {
    SCOPED_TRACE(c.text);
    const StatementUnits units(c.text);
    const StatementUnit& unit = units[0];
    ExpectPhrase(unit, PhraseBefore(unit, FindWord(unit, "said")), c);
  }
}

TEST(PhraseBeforeTest, FindsNoneWhereNobodyStands) {
  for (const char* text : {"Said nobody.", "It leaks and said so.",
                           "The owner's said it leaks.", "“It leaks,” said."}) {
    const StatementUnits units(text);
    const StatementUnit& unit = units[0];
    EXPECT_FALSE(PhraseBefore(unit, FindWord(unit, "said")).has_value())
        << text;
  }
}

TEST(PhraseAtTest, FindsWhoFollows) {
  for (const Case& c : {
           Case{"So said Ines Falk of the port.", "Ines Falk of the port",
                PhraseHead::kName},
           {"So said him.", "him", PhraseHead::kPronoun},
           {"So said the prime minister on Monday.", "the prime minister",
            PhraseHead::kHuman},
           {"So said a union of sailors.", "a union of sailors",
            PhraseHead::kBody},
           {"So said the old sign.", "the old sign", PhraseHead::kOther},
       }) {
    SCOPED_TRACE(c.text);
    const StatementUnits units(c.text);
    const StatementUnit& unit = units[0];
    ExpectPhrase(unit, PhraseAt(unit, FindWord(unit, "said") + 1), c);
  }
}

TEST(NounPhraseTest, TellsTheHeadFromWhatBelongsToIt) {
  const StatementUnits units("A spokesman for the port said it leaks.");
  const StatementUnit& unit = units[0];
  const auto before = PhraseBefore(unit, FindWord(unit, "said"));
  ASSERT_TRUE(before.has_value());
  EXPECT_EQ(WordsIn(unit, before->begin, before->head_end), "A spokesman");
  const auto at = PhraseAt(unit, 0);
  ASSERT_TRUE(at.has_value());
  EXPECT_EQ(WordsIn(unit, at->begin, at->head_end), "A spokesman");
  EXPECT_EQ(WordsIn(unit, at->begin, at->end), "A spokesman for the port");
}

TEST(PhraseAtTest, TellsAPersonFromThatOnesAide) {
  const StatementUnits units("We met Ines Falk. So said Falk's aide.");
  const StatementUnit& unit = units[1];
  ExpectPhrase(unit, PhraseAt(unit, FindWord(unit, "falk")),
               {"", "Falk's aide", PhraseHead::kHuman});
}

TEST(NounPhraseTest, TakesAnyPlace) {
  const StatementUnits units("“It leaks,” Ines Falk, who left, said of him.");
  const StatementUnit& unit = units[0];
  EXPECT_FALSE(PhraseBefore(unit, 0).has_value());
  EXPECT_FALSE(PhraseBefore(unit, unit.size() + 1).has_value());
  EXPECT_FALSE(PhraseAt(unit, unit.size()).has_value());
  for (size_t i = 0; i < unit.size(); ++i) {
    if (const auto before = PhraseBefore(unit, i)) {
      EXPECT_LT(before->begin, i);
      EXPECT_EQ(before->end, i);
    }
    if (const auto at = PhraseAt(unit, i)) {
      EXPECT_EQ(at->begin, i);
      EXPECT_LE(at->end, unit.size());
    }
  }
}

}  // namespace
}  // namespace footnote
