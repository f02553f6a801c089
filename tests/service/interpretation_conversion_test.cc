#include "service/interpretation_conversion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "retrieval/text/timestamp.h"
#include "tests/service/expect_message.h"

namespace footnote {
namespace {

using testing::ExpectIs;
using ::testing::IsEmpty;
using testing::UnsetFields;

TEST(InterpretationConversionTest, SaysAllOfIt) {
  Interpretation interpretation;
  interpretation.terms = {{"treati", "treaty", 2.5, 3}};
  interpretation.ignored_words = {"Who", "the"};
  interpretation.answer_type = AnswerType::kPerson;
  interpretation.entities = {"Halden", "HFO"};
  interpretation.speaker = "Ida Brandt";
  interpretation.event = ParsePeriod("2025-02");
  interpretation.published = ParsePeriod("2024");
  interpretation.inferences = {{"answer_type", "ANSWER_TYPE_PERSON", "Who"}};
  interpretation.synonyms = {{"HFO", "Halden Ferry Office"}};
  v1::Interpretation proto;
  ToProto(interpretation, &proto);
  EXPECT_THAT(UnsetFields(proto), IsEmpty());
  ExpectIs(proto, R"(
      terms { term: "treati" word: "treaty" weight: 2.5 passage_frequency: 3 }
      ignored_words: "Who" ignored_words: "the"
      answer_type: ANSWER_TYPE_PERSON entities: "Halden" entities: "HFO"
      speaker: "Ida Brandt" event { begin: "2025-02-01" end: "2025-03-01" }
      published { begin: "2024-01-01" end: "2025-01-01" }
      inferences { field: "answer_type" value: "ANSWER_TYPE_PERSON"
                   words: "Who" }
      synonyms { words: "HFO" stands_for: "Halden Ferry Office" })");
}

TEST(InterpretationConversionTest, LeavesOutWhatIsNotKnown) {
  v1::Interpretation proto;
  ToProto(Interpretation(), &proto);
  ExpectIs(proto, "");
  Interpretation open;
  open.event = TimePeriod{ParsePeriod("2025")->begin, absl::InfiniteFuture()};
  ToProto(open, &proto);
  ExpectIs(proto, R"(event { begin: "2025-01-01" })");
}

TEST(InterpretationConversionTest, GivesEveryTypeItsName) {
  EXPECT_EQ(ToAnswerType(v1::ANSWER_TYPE_UNSPECIFIED), std::nullopt);
  for (int i = 1; i <= v1::AnswerType_MAX; ++i) {
    const auto proto = static_cast<v1::AnswerType>(i);
    const auto type = ToAnswerType(proto);
    ASSERT_TRUE(type.has_value()) << i;
    EXPECT_EQ(AnswerTypeName(*type), v1::AnswerType_Name(proto));
    EXPECT_EQ(ToProto(*type), proto);
  }
}

}  // namespace
}  // namespace footnote
