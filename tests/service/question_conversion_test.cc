#include "service/question_conversion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "absl/time/time.h"
#include "retrieval/text/timestamp.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(QuestionConversionTest, TakesWhatStatementsAreAskedFor) {
  v1::AskRequest request;
  v1::Question* proto = request.mutable_question();
  proto->set_answer_type(v1::ANSWER_TYPE_MONEY);
  proto->add_entities("Ida");
  proto->add_entities("HFO");
  proto->set_speaker("Falk");
  proto->mutable_event()->set_begin("2025-02");
  proto->mutable_event()->set_end("2025-03-04");
  proto->mutable_published()->set_begin("2024");
  const Question question = ToQuestion(request);
  EXPECT_EQ(question.answer_type, AnswerType::kMoney);
  EXPECT_THAT(question.entities, ElementsAre("Ida", "HFO"));
  EXPECT_EQ(question.speaker, "Falk");
  EXPECT_EQ(question.event, (TimePeriod{ParsePeriod("2025-02-01")->begin,
                                        ParsePeriod("2025-03-04")->begin}));
  EXPECT_EQ(question.filter.published,
            (TimePeriod{ParsePeriod("2024")->begin, absl::InfiniteFuture()}));
}

TEST(QuestionConversionTest, AsksForNothingThatIsAbsent) {
  v1::AskRequest request;
  request.mutable_question()->mutable_event();
  const Question question = ToQuestion(request);
  EXPECT_EQ(question.answer_type, std::nullopt);
  EXPECT_THAT(question.entities, IsEmpty());
  EXPECT_EQ(question.speaker, "");
  EXPECT_EQ(question.event, std::nullopt);
}

TEST(QuestionConversionTest, TakesEveryOption) {
  v1::AskOptions proto;
  proto.set_max_sentences(7);
  proto.set_min_confidence(0.25);
  proto.set_explain(true);
  proto.set_include_rejected(true);
  proto.set_context_sentences(2);
  proto.set_max_sentences_per_document(5);
  proto.set_order(v1::SENTENCE_ORDER_TIME);
  const AskOptions options = ToAskOptions(proto);
  EXPECT_EQ(options.max_sentences, 7);
  EXPECT_EQ(options.min_confidence, 0.25);
  EXPECT_TRUE(options.explain);
  EXPECT_TRUE(options.include_rejected);
  EXPECT_EQ(options.context_sentences, 2);
  EXPECT_EQ(options.max_sentences_per_document, 5);
  EXPECT_EQ(options.order, SentenceOrder::kTime);
}

TEST(QuestionConversionTest, FillsInTheDefaultsOfOptions) {
  v1::AskOptions proto;
  EXPECT_EQ(ToAskOptions(proto).context_sentences, 0);
  EXPECT_EQ(ToAskOptions(proto).max_sentences_per_document, 0);
  EXPECT_EQ(ToAskOptions(proto).order, SentenceOrder::kRelevance);
  proto.set_order(v1::SENTENCE_ORDER_RELEVANCE);
  EXPECT_EQ(ToAskOptions(proto).order, SentenceOrder::kRelevance);
}

}  // namespace
}  // namespace footnote
