#include "service/sentence_conversion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "retrieval/text/timestamp.h"
#include "tests/service/expect_message.h"

namespace footnote {
namespace {

using testing::ExpectIs;
using ::testing::IsEmpty;
using testing::UnsetFields;

// Returns a span of which each number tells which it is.
TextSpan SpanAt(uint32_t n) { return {{n, n + 1}, n + 2, n + 3, n + 4, n + 5}; }

Citation SomeCitation() {
  return {"d1", 4, "T", "u:1", "S", "2025-01-31", SpanAt(10), 2, "ab", "cd"};
}

TimeExpression SomeTime() {
  TimeExpression time;
  time.value = "2025-02";
  time.period = ParsePeriod("2025-02");
  time.precision = TimePrecision::kMonth;
  time.bound = TimeBound::kBy;
  return time;
}

Quantity SomeQuantity() {
  Quantity quantity;
  quantity.value = 5;
  quantity.upper = 10;
  quantity.unit = "km";
  quantity.bound = QuantityBound::kAtLeast;
  return quantity;
}

// Returns a sentence of which everything is known.
CitedSentence WholeSentence() {
  CitedSentence sentence;
  sentence.text = "It was.";
  sentence.citation = SomeCitation();
  sentence.score = 0.5;
  sentence.matches = {{"treati", SpanAt(20)}};
  sentence.explanation = {
      {{"coverage", 1, 2, 3}},
      {SpanAt(30), 1.5, {{"treati", 1.5, 2, 0.25}}, 30, 20.5}};
  sentence.answer_span = {"by February", SpanAt(40), AnswerType::kDate,
                          "2025-02",     SomeTime(), {}};
  sentence.speaker = {"Ida Brandt", "Mayor", true, SpanAt(50), SpanAt(60)};
  sentence.events = {{"February", SpanAt(70), SomeTime()}};
  sentence.time = {"2025-01-31", ParsePeriod("2025-01-31")->begin, true};
  sentence.context_before = {{"Before.", SpanAt(80)}};
  sentence.context_after = {{"Behind.", SpanAt(90)}};
  sentence.corroborations = {{"It was so.", SomeCitation(), true}};
  sentence.independent_sources = 3;
  return sentence;
}

std::string SpanText(const std::string& field, int n) {
  const auto number = [n](int i) { return std::to_string(n + i); };
  return field + " { begin_byte: " + number(0) + " end_byte: " + number(1) +
         " begin_code_point: " + number(2) + " end_code_point: " + number(3) +
         " begin_utf16: " + number(4) + " end_utf16: " + number(5) + " } ";
}

std::string CitationText() {
  return R"(citation { document_id: "d1" document_revision: 4 title: "T"
      uri: "u:1" source: "S" published: "2025-01-31" sentence_index: 2
      sha256: "ab" document_sha256: "cd" )" +
         SpanText("span", 10) + "} ";
}

constexpr char kTime[] = R"(time { value: "2025-02" begin: "2025-02-01"
    end: "2025-03-01" precision: TIME_PRECISION_MONTH bound: TIME_BOUND_BY } )";

TEST(SentenceConversionTest, SaysAllOfASentence) {
  v1::CitedSentence proto;
  ToProto(WholeSentence(), &proto);
  EXPECT_THAT(UnsetFields(proto), IsEmpty());
  ExpectIs(
      proto,
      R"(text: "It was." score: 0.5 independent_sources: 3 )" + CitationText() +
          R"(matches { term: "treati" )" + SpanText("span", 20) +
          R"(} explanation {
                features { feature: "coverage" value: 1 weight: 2
                           contribution: 3 }
                passage { score: 1.5 term_count: 30 average_term_count: 20.5
                  terms { term: "treati" score: 1.5 frequency: 2
                          inverse_document_frequency: 0.25 } )" +
          SpanText("span", 30) +
          R"(} } answer_span { text: "by February" value: "2025-02"
                type: ANSWER_TYPE_DATE )" +
          SpanText("span", 40) + kTime +
          R"(} speaker { name: "Ida Brandt" title: "Mayor" is_direct: true )" +
          SpanText("content_span", 50) + SpanText("source_span", 60) +
          R"(} events { text: "February" )" + SpanText("span", 70) + kTime +
          R"(} time { value: "2025-01-31" begin: "2025-01-31"
                      is_publication: true }
             context_before { text: "Before." )" +
          SpanText("span", 80) + R"(} context_after { text: "Behind." )" +
          SpanText("span", 90) +
          R"(} corroborations { text: "It was so." is_copy: true )" +
          CitationText() + "}");
}

TEST(SentenceConversionTest, GivesNoWeightWhereThereIsNone) {
  CitedSentence sentence = WholeSentence();
  sentence.explanation->features[0].weight.reset();
  v1::CitedSentence proto;
  ToProto(sentence, &proto);
  const v1::FeatureShare& share = proto.explanation().features(0);
  EXPECT_FALSE(share.has_weight());
  EXPECT_EQ(share.contribution(), 3);
}

TEST(SentenceConversionTest, LeavesOutWhatIsNotKnown) {
  CitedSentence sentence;
  sentence.text = "It was.";
  v1::CitedSentence proto;
  ToProto(sentence, &proto);
  ExpectIs(proto, R"(text: "It was." citation { span {} } score: 0
                     independent_sources: 1)");
  sentence.speaker = {"Ida", "", false, SpanAt(50), {}};
  proto.Clear();
  ToProto(sentence, &proto);
  EXPECT_FALSE(proto.speaker().has_source_span());
}

TEST(SentenceConversionTest, SaysAllOfAnAmount) {
  CitedSentence sentence;
  sentence.answer_span = {"5 to 10 km", SpanAt(0), AnswerType::kQuantity,
                          "5..10 km",   {},        SomeQuantity()};
  v1::CitedSentence proto;
  ToProto(sentence, &proto);
  ExpectIs(proto.answer_span(), R"(text: "5 to 10 km" value: "5..10 km"
      type: ANSWER_TYPE_QUANTITY
      quantity { number: 5 upper_number: 10 unit: "km"
                 bound: QUANTITY_BOUND_AT_LEAST } )" +
                                    SpanText("span", 0));
  sentence.answer_span->quantity->upper.reset();
  proto.Clear();
  ToProto(sentence, &proto);
  EXPECT_FALSE(proto.answer_span().quantity().has_upper_number());
}

TEST(SentenceConversionTest, SaysATimeThatIsNoneOfTheCalendar) {
  CitedSentence sentence;
  TimeExpression duration;
  duration.kind = TimeKind::kDuration;
  duration.value = "P2D";
  TimeExpression end_of_range = SomeTime();
  end_of_range.interval = "2019/2025-02";
  sentence.events = {{"two days", SpanAt(0), duration},
                     {"February", SpanAt(9), end_of_range}};
  v1::CitedSentence proto;
  ToProto(sentence, &proto);
  ASSERT_EQ(proto.events_size(), 2);
  ExpectIs(proto.events(0).time(), R"(value: "P2D" bound: TIME_BOUND_WITHIN)");
  EXPECT_EQ(proto.events(1).time().value(), "2019/2025-02");
}

TEST(SentenceConversionTest, SaysEveryPrecisionAndBound) {
  CitedSentence sentence;
  TimeExpression time = SomeTime();
  for (int i = v1::TIME_PRECISION_INSTANT; i <= v1::TimePrecision_MAX; ++i) {
    time.precision = static_cast<TimePrecision>(i - 1);
    time.bound = static_cast<TimeBound>((i - 1) % (v1::TimeBound_MAX));
    sentence.events.push_back({"then", SpanAt(0), time});
  }
  v1::CitedSentence proto;
  ToProto(sentence, &proto);
  EXPECT_EQ(proto.events(1).time().precision(), v1::TIME_PRECISION_DAY);
  EXPECT_EQ(proto.events(4).time().precision(), v1::TIME_PRECISION_SEASON);
  EXPECT_EQ(proto.events(7).time().precision(), v1::TIME_PRECISION_CENTURY);
  EXPECT_EQ(proto.events(0).time().bound(), v1::TIME_BOUND_WITHIN);
  EXPECT_EQ(proto.events(2).time().bound(), v1::TIME_BOUND_SINCE);
  EXPECT_EQ(proto.events(4).time().bound(), v1::TIME_BOUND_AFTER);
}

TEST(SentenceConversionTest, SaysAllOfAConflict) {
  Conflict conflict;
  conflict.kind = ConflictKind::kClaims;
  conflict.subject = "sell the pier";
  conflict.positions = {{"affirmed", {WholeSentence()}, 2, true},
                        {"denied", {}, 1, false}};
  v1::Conflict proto;
  ToProto(conflict, &proto);
  EXPECT_THAT(UnsetFields(proto), IsEmpty());
  EXPECT_EQ(proto.kind(), v1::CONFLICT_KIND_CLAIMS);
  EXPECT_EQ(proto.subject(), "sell the pier");
  ASSERT_EQ(proto.positions_size(), 2);
  EXPECT_EQ(proto.positions(0).value(), "affirmed");
  EXPECT_EQ(proto.positions(0).independent_sources(), 2u);
  EXPECT_TRUE(proto.positions(0).is_later());
  v1::CitedSentence sentence;
  ToProto(WholeSentence(), &sentence);
  ExpectIs(proto.positions(0).sentences(0), sentence.DebugString());
  ExpectIs(proto.positions(1), R"(value: "denied" independent_sources: 1)");
  conflict.kind = ConflictKind::kValues;
  proto.Clear();
  ToProto(conflict, &proto);
  EXPECT_EQ(proto.kind(), v1::CONFLICT_KIND_VALUES);
}

}  // namespace
}  // namespace footnote
