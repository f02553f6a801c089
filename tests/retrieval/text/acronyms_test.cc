#include "retrieval/text/acronyms.h"

#include <gtest/gtest.h>

#include <string>

namespace footnote {
namespace {

using Definitions = std::vector<AcronymDefinition>;

TEST(AcronymsTest, FindsTheLongFormBeforeTheBrackets) {
  EXPECT_EQ(FindAcronyms("They will revise the Status of Harbours Agreement "
                         "(SOHA) next year."),
            (Definitions{{"SOHA", "Status of Harbours Agreement"}}));
  EXPECT_EQ(FindAcronyms("The European Union (EU) and the World Fish "
                         "Organization (WFO; founded in 1987) met."),
            (Definitions{{"EU", "European Union"},
                         {"WFO", "World Fish Organization"}}));
}

TEST(AcronymsTest, FindsTheLongFormInsideTheBrackets) {
  EXPECT_EQ(FindAcronyms("The WFO (World Fish Organization) met."),
            (Definitions{{"WFO", "World Fish Organization"}}));
}

TEST(AcronymsTest, LeavesOtherBrackets) {
  for (const char* text :
       {"Ines Falk (R-Tex.) voted.", "The ferry (built in 1998) sank.",
        "It fell (2) twice.", "He left (AP).", "Nothing here (XQZ).", "(", "()",
        "a (", ")(", "The WFO (see below) met."}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(FindAcronyms(text), Definitions());
  }
}

TEST(AcronymsTest, DoesNotReachOverALineBreak) {
  EXPECT_EQ(FindAcronyms("World Fish\n\nOrganization (WFO) met."),
            Definitions());
}

TEST(AcronymsTest, TakesBracketsWithoutEnd) {
  const std::string text(100'000, '(');
  EXPECT_EQ(FindAcronyms(text), Definitions());
}

}  // namespace
}  // namespace footnote
