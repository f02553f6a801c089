#include "client/question_scope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NarrowTest, FillsBothMessagesAlike) {
  QuestionScope scope;
  scope.document_ids = {"a", "b"};
  scope.sources = {"Post"};
  scope.languages = {"en"};
  scope.published.set_begin("2025");
  scope.as_of = "2025-01";
  scope.required_terms = {"bridge"};
  scope.excluded_terms = {"tunnel"};
  scope.phrases = {"opened in May"};
  const auto expect_all = [](const auto& narrowed) {
    EXPECT_THAT(narrowed.filter().document_ids(), ElementsAre("a", "b"));
    EXPECT_THAT(narrowed.filter().sources(), ElementsAre("Post"));
    EXPECT_THAT(narrowed.filter().languages(), ElementsAre("en"));
    EXPECT_EQ(narrowed.published().begin(), "2025");
    EXPECT_EQ(narrowed.as_of(), "2025-01");
    EXPECT_THAT(narrowed.required_terms(), ElementsAre("bridge"));
    EXPECT_THAT(narrowed.excluded_terms(), ElementsAre("tunnel"));
    EXPECT_THAT(narrowed.phrases(), ElementsAre("opened in May"));
  };
  v1::Question question;
  Narrow(scope, question);
  expect_all(question);
  v1::SearchRequest request;
  Narrow(scope, request);
  expect_all(request);
}

TEST(NarrowTest, KeepsToWhatAnAnswerHasToHold) {
  AnswerScope scope;
  scope.type = v1::ANSWER_TYPE_DATE;
  scope.entities = {"Ishiba", "SOFA"};
  scope.speaker = "Nakatani";
  scope.event.set_begin("2025");
  v1::Question question;
  Narrow(scope, question);
  EXPECT_EQ(question.answer_type(), v1::ANSWER_TYPE_DATE);
  EXPECT_THAT(question.entities(), ElementsAre("Ishiba", "SOFA"));
  EXPECT_EQ(question.speaker(), "Nakatani");
  EXPECT_EQ(question.event().begin(), "2025");
}

TEST(NarrowTest, LeavesAbsentWhatIsNotNarrowed) {
  v1::Question question;
  Narrow(QuestionScope(), question);
  Narrow(AnswerScope(), question);
  EXPECT_EQ(question.ByteSizeLong(), 0u);
}

TEST(NarrowTest, GathersTheValuesOfOneKey) {
  QuestionScope scope;
  scope.metadata = {"topic=a", "desk", "topic=b=c", "desk=", "topic"};
  v1::Question question;
  Narrow(scope, question);
  const auto& metadata = question.filter().metadata();
  ASSERT_EQ(metadata.size(), 2);
  EXPECT_EQ(metadata[0].key(), "topic");
  EXPECT_THAT(metadata[0].values(), ElementsAre("a", "b=c"));
  EXPECT_EQ(metadata[1].key(), "desk");
  EXPECT_THAT(metadata[1].values(), ElementsAre(""));
  scope.metadata = {"desk"};
  v1::Question any_value;
  Narrow(scope, any_value);
  EXPECT_THAT(any_value.filter().metadata(0).values(), IsEmpty());
}

}  // namespace
}  // namespace footnote
