#include "retrieval/question/statement_conditions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ContentTermsTest, AreThoseOfTheIndexWithoutFunctionWords) {
  EXPECT_THAT(ContentTerms("Status of Forces Agreement"),
              ElementsAre("status", "forc", "agreement"));
  EXPECT_THAT(ContentTerms("Ines Falk’s"), ElementsAre("ine", "falk"));
  EXPECT_THAT(ContentTerms("the 2nd Fleet"), ElementsAre("2nd", "fleet"));
}

TEST(ContentTermsTest, OfNothing) {
  for (const char* name : {"", " ", "...", "the", "of the", "\xff"}) {
    EXPECT_THAT(ContentTerms(name), IsEmpty()) << name;
  }
}

TEST(StatementConditionsTest, AreEmptyOnlyWithoutAny) {
  EXPECT_TRUE(StatementConditions().empty());
  EXPECT_FALSE((StatementConditions{{{{"Falk"}}}, "", std::nullopt}).empty());
  EXPECT_FALSE((StatementConditions{{}, "Falk", std::nullopt}).empty());
  EXPECT_FALSE((StatementConditions{{}, "", TimePeriod()}).empty());
}

}  // namespace
}  // namespace footnote
