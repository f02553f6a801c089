#include "retrieval/text/counted_nouns.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

std::string NameAt(absl::string_view text) {
  const std::optional<CountedNoun> noun =
      CountedNounAt(QuantityTokens(text), 1);
  return noun ? noun->name : "";
}

TEST(CountedNounAtTest, PassesWhatDescribes) {
  EXPECT_EQ(NameAt("5 troops"), "troop");
  EXPECT_EQ(NameAt("5 more people"), "person");
  EXPECT_EQ(NameAt("5 U.S. Marines"), "marine");
  EXPECT_EQ(NameAt("5 foreign military advisers"), "adviser");
  EXPECT_EQ(NameAt("5 randomly-selected adults"), "adult");
  EXPECT_EQ(NameAt("5 first-graders"), "grader");
}

TEST(CountedNounAtTest, IsNotMisled) {
  for (const char* text : {"5", "5 is", "5 says", "5 of them", "5 and ships",
                           "5 kept ships", "5 ship", "5 big old grey ships",
                           "5\n\nships", "5, ships", "5 two ships", "5s"}) {
    EXPECT_EQ(NameAt(text), "") << text;
  }
}

TEST(SingleNounAtTest, KnowsAList) {
  EXPECT_EQ(SingleNounAt(QuantityTokens("one soldier"), 1)->name, "soldier");
  EXPECT_FALSE(SingleNounAt(QuantityTokens("one thing"), 1).has_value());
  EXPECT_FALSE(SingleNounAt(QuantityTokens("one Soldier"), 1).has_value());
}

TEST(CompoundNounAtTest, KnowsAList) {
  EXPECT_EQ(CompoundNounAt(QuantityTokens("6-party"), 2)->name, "party");
  EXPECT_FALSE(CompoundNounAt(QuantityTokens("6-sided"), 2).has_value());
}

TEST(SingularOfTest, KnowsTheUsualEndings) {
  const struct {
    const char* noun;
    const char* want;
  } kCases[] = {
      {"troops", "troop"},
      {"cities", "city"},
      {"matches", "match"},
      {"houses", "house"},
      {"boxes", "box"},
      {"classes", "class"},
      {"buses", "bus"},
      {"women", "woman"},
      {"lives", "life"},
      {"species", "species"},
      {"series", "series"},
      {"virus", "virus"},
      {"people", "person"},
      {"ship", "ship"},
      {"class", "class"},
      {"ties", "tie"},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(SingularOf(c.noun), c.want) << c.noun;
}

}  // namespace
}  // namespace footnote
