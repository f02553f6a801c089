#include "bench/training/model_training.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "retrieval/answer/learned_model.h"
#include "tests/bench/drawn_questions.h"
#include "tests/testing/status_matchers.h"

namespace footnote::bench {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using testing::StatusIs;

const std::vector<QuestionSet>& Sets() {
  static const auto* const kSets = new std::vector<QuestionSet>{
      DrawSet("one", 75, false, 1), DrawSet("other", 45, true, 2)};
  return *kSets;
}

ModelOrigin Origin() {
  ModelOrigin origin;
  origin.created = "2031-05-20";
  origin.command = "test";
  origin.seed = 7;
  return origin;
}

TrainingPlan SomePlan() {
  TrainingPlan plan;
  plan.min_confidence = 0.25;
  return plan;
}

absl::StatusOr<TrainedModel> Learn(const TrainingPlan& plan) {
  return TrainModel(Sets(), plan, Origin());
}

// Returns what SomePlan() brings, which is learned once.
const absl::StatusOr<TrainedModel>& Learned() {
  static const auto* const kLearned =
      new absl::StatusOr<TrainedModel>(Learn(SomePlan()));
  return *kLearned;
}

TEST(TrainModelTest, LearnsWhatTellsRightFromWrong) {
  ASSERT_OK(Learned());
  EXPECT_EQ(Learned()->model.origin(), Origin());
  EXPECT_EQ(Learned()->model.min_confidence(), 0.25);
  const auto& figures = Learned()->figures;
  ASSERT_THAT(figures, SizeIs(2));
  EXPECT_EQ(figures[0].set, "one");
  EXPECT_EQ(figures[1].set, "other");
  for (const OutOfFold& set : figures) {
    EXPECT_GT(set.first_right, 0.9) << set.set;
    EXPECT_LE(set.first_right, 1) << set.set;
    EXPECT_GE(set.calibration_error, 0) << set.set;
    EXPECT_LT(set.calibration_error, 0.2) << set.set;
  }
  EXPECT_GT(figures[0].area_under_roc, 0.8);
  // Nothing to tell apart.
  EXPECT_EQ(figures[1].area_under_roc, 0);
}

TEST(TrainModelTest, MakesAModelThatRanks) {
  ASSERT_OK(Learned());
  const auto model = LearnedModel::Create(Learned()->model, nullptr);
  ASSERT_OK(model);
  // Of a seed of its own.
  const QuestionSet unseen = DrawSet("unseen", 40, true, 3);
  size_t right = 0;
  for (const QuestionRows& question : unseen.questions) {
    const std::vector<double> scores = model->Score(question.sentences);
    const auto best =
        std::max_element(scores.begin(), scores.end()) - scores.begin();
    right += question.is_right[static_cast<size_t>(best)];
  }
  EXPECT_GE(right, 36u);
}

TEST(RehearseTest, BringsTheFiguresOfTheModel) {
  ASSERT_OK(Learned());
  const auto figures = Rehearse(Sets(), SomePlan());
  ASSERT_OK(figures);
  ASSERT_THAT(*figures, SizeIs(2));
  for (size_t i = 0; i < figures->size(); ++i) {
    EXPECT_EQ((*figures)[i].first_right, Learned()->figures[i].first_right);
    EXPECT_EQ((*figures)[i].area_under_roc,
              Learned()->figures[i].area_under_roc);
    EXPECT_EQ((*figures)[i].calibration_error,
              Learned()->figures[i].calibration_error);
  }
}

TEST(RehearseTest, TellsNothingRightWhereNothingIsAnswerable) {
  std::mt19937 random(5);
  QuestionSet silent = {"silent", "", {}};
  for (uint64_t fold = 0; fold < kInnerFolds; ++fold) {
    silent.questions.push_back(DrawQuestion(fold, false, &random));
  }
  const auto figures = Rehearse({Sets()[0], silent}, SomePlan());
  ASSERT_OK(figures);
  EXPECT_EQ((*figures)[1].first_right, 0);
}

TEST(TrainModelTest, BringsTheSameBytesForTheSameSeed) {
  TrainingPlan plan = SomePlan();
  const auto again = Learn(plan);
  plan.seed = 8;
  const auto other = Learn(plan);
  ASSERT_OK(Learned());
  ASSERT_OK(again);
  ASSERT_OK(other);
  EXPECT_EQ(Learned()->model.Format(), again->model.Format());
  EXPECT_NE(Learned()->model.Format(), other->model.Format());
}

TEST(TrainModelTest, LeavesFeaturesOutOfTheRanker) {
  ASSERT_OK(Learned());
  EXPECT_THAT(Learned()->model.ranker().features, SizeIs(AllFeatures().size()));
  TrainingPlan plan;
  plan.without_features = {"length", "passage_fill"};
  const auto without = Learn(plan);
  ASSERT_OK(without);
  const auto& features = without->model.ranker().features;
  EXPECT_THAT(features, SizeIs(AllFeatures().size() - 2));
  EXPECT_THAT(features, Not(Contains("length")));
  EXPECT_THAT(features, Not(Contains("passage_fill")));
  // The decision has its own.
  EXPECT_EQ(without->model.decision().features,
            Learned()->model.decision().features);
  EXPECT_THAT(without->model.decision().features, Contains("passage_fill"));
}

TEST(TrainModelTest, RefusesToLeaveOutWhatItDoesNotKnow) {
  TrainingPlan plan;
  plan.without_features = {"length", "weather"};
  const auto trained = Learn(plan);
  EXPECT_THAT(trained, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(std::string(trained.status().message()), HasSubstr("weather"));
}

TEST(TrainModelTest, NeedsQuestionsWithARightSentence) {
  EXPECT_THAT(TrainModel({}, {}, Origin()),
              StatusIs(absl::StatusCode::kInvalidArgument));
  std::mt19937 random(4);
  QuestionSet set = {"none", "", {DrawQuestion(0, false, &random)}};
  EXPECT_THAT(TrainModel({set}, {}, Origin()),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace footnote::bench
