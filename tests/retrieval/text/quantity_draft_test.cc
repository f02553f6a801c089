#include "retrieval/text/quantity_draft.h"

#include <gtest/gtest.h>

#include <utility>

namespace footnote {
namespace {

using Kind = QuantityKind;

// The draft of the number at token `at`, without a unit.
QuantityDraft DraftAt(const QuantityTokens& tokens, size_t at) {
  QuantityDraft draft;
  const auto numeral = ReadNumeral(tokens, at, NumeralContext());
  EXPECT_TRUE(numeral.has_value());
  if (!numeral.has_value()) return draft;
  draft.number = at;
  draft.begin = at;
  draft.end = numeral->end;
  draft.number_end = numeral->end;
  draft.numeral = *numeral;
  draft.value = numeral->value;
  return draft;
}

// Likewise, with the word behind the number for its unit.
QuantityDraft MeasureAt(const QuantityTokens& tokens, size_t at) {
  QuantityDraft draft = DraftAt(tokens, at);
  draft.kind = Kind::kMeasure;
  draft.unit = tokens.Lower(draft.end++);
  return draft;
}

struct Case {
  const char* text;
  size_t at;  // The token where the number begins.
  bool want;
};

TEST(StandsApartTest, TellsCodesFromNumbers) {
  for (const Case& c : {
           Case{"10 boats", 0, true},
           {"10", 0, true},
           {"10, then", 0, true},
           {"10%", 0, true},
           {"10° east", 0, true},
           {"3D film", 0, false},
           {"the 1990s", 1, false},
           {"10-something", 0, false},
           {"10_a", 0, false},
           {"10@sea", 0, false},
           {"10#", 0, false},
       }) {
    const QuantityTokens tokens(c.text);
    EXPECT_EQ(StandsApart(tokens, DraftAt(tokens, c.at)), c.want) << c.text;
  }
}

TEST(StandsApartTest, TakesAHyphenBehindAUnit) {
  const QuantityTokens tokens("10-something");
  QuantityDraft draft = DraftAt(tokens, 0);
  draft.kind = Kind::kMeasure;
  EXPECT_TRUE(StandsApart(tokens, draft));
}

TEST(IsSureQuantityTest, TakesABareNumberInProse) {
  for (const Case& c : {
           Case{"with 40 left", 1, true},
           {"Some 40 left", 1, true},
           {"of two-thirds", 1, true},
           {"Falk 3 million", 1, true},
           {"with two left", 1, false},
           {"with two of them", 1, true},
           {"Room 40 is", 1, false},
           {"bought at 40", 2, false},
           {"won 50 to 30", 1, false},
           {"won 50 to 30", 3, false},
           {"with 1234567 left", 1, false},
           {"3 + 50", 2, false},
           {"in 1987 it", 1, false},
           {"with 40X", 1, false},
       }) {
    const QuantityTokens tokens(c.text);
    EXPECT_EQ(IsSureQuantity(tokens, DraftAt(tokens, c.at)), c.want)
        << c.text << " at " << c.at;
  }
}

TEST(IsSureQuantityTest, TakesWhatHasAUnit) {
  for (const Case& c : {
           Case{"Room 40 metres", 1, true},
           {"3 + 50 metres", 2, true},
           {"for one day", 1, true},
           {"one day he left", 0, false},
           {"came one day", 1, false},
           {"came two day", 1, true},
           {"came 1 day", 1, true},
       }) {
    const QuantityTokens tokens(c.text);
    EXPECT_EQ(IsSureQuantity(tokens, MeasureAt(tokens, c.at)), c.want)
        << c.text;
  }
}

TEST(IsSureQuantityTest, TakesACountedNoun) {
  const QuantityTokens tokens("Room 40");
  QuantityDraft draft = DraftAt(tokens, 1);
  EXPECT_FALSE(IsSureQuantity(tokens, draft));
  draft.unit = "boat";
  EXPECT_TRUE(IsSureQuantity(tokens, draft));
}

TEST(IsSureQuantityTest, WantsARangeToRise) {
  const QuantityTokens tokens("with 40 metres");
  QuantityDraft draft = MeasureAt(tokens, 1);
  for (const auto& [upper, want] :
       {std::pair(39.0, false), std::pair(40.0, false),
        std::pair(41.0, true)}) {
    draft.upper = upper;
    EXPECT_EQ(IsSureQuantity(tokens, draft), want) << upper;
  }
}

TEST(IsSureQuantityTest, WantsAUnitBehindAHyphen) {
  const QuantityTokens tokens("with 40 left");
  QuantityDraft draft = DraftAt(tokens, 1);
  draft.hyphen_range = true;
  EXPECT_FALSE(IsSureQuantity(tokens, draft));
  draft.unit = "boat";
  EXPECT_TRUE(IsSureQuantity(tokens, draft));
}

}  // namespace
}  // namespace footnote
