#include "client/interpretation_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

void Infer(const std::string& field, const std::string& value,
           const std::string& words, v1::Interpretation* interpretation) {
  v1::Inference& inference = *interpretation->add_inferences();
  inference.set_field(field);
  inference.set_value(value);
  inference.set_words(words);
}

TEST(InterpretationLinesTest, TellsWhatWasTakenFromTheQuestion) {
  v1::Interpretation interpretation;
  EXPECT_THAT(InterpretationLines(interpretation), IsEmpty());
  Infer("answer_type", "ANSWER_TYPE_YES_NO", "Did", &interpretation);
  Infer("entities[0]", "Ishiba", "Ishiba", &interpretation);
  Infer("speaker", "Gen Nakatani", "Nakatani", &interpretation);
  Infer("event", "2024..2025", "last year", &interpretation);
  Infer("later", "x", "", &interpretation);
  EXPECT_THAT(InterpretationLines(interpretation),
              ElementsAre("taken from the question: answer type yes-no "
                          "(\"Did\"), entity \"Ishiba\", speaker \"Gen "
                          "Nakatani\" (\"Nakatani\"), event 2024..2025 (\"last "
                          "year\"), later x"));
}

TEST(InterpretationLinesTest, TellsWhatElseWasSearchedFor) {
  v1::Interpretation interpretation;
  v1::Synonym& synonym = *interpretation.add_synonyms();
  synonym.set_words("SOFA");
  synonym.set_stands_for("Status of Forces Agreement");
  EXPECT_THAT(InterpretationLines(interpretation),
              ElementsAre("searched for, too: \"Status of Forces Agreement\" "
                          "(\"SOFA\")"));
}

TEST(GivenEntitiesTest, LeavesOutWhatWasInferred) {
  v1::Interpretation interpretation;
  interpretation.add_entities("SOFA");
  interpretation.add_entities("Ishiba");
  interpretation.add_entities("Okinawa");
  EXPECT_THAT(GivenEntities(interpretation),
              ElementsAre("SOFA", "Ishiba", "Okinawa"));
  Infer("entities[1]", "Ishiba", "Ishiba", &interpretation);
  EXPECT_THAT(GivenEntities(interpretation), ElementsAre("SOFA", "Okinawa"));
}

}  // namespace
}  // namespace footnote
