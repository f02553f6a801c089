#include "bench/training/ablation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "retrieval/answer/features.h"
#include "tests/bench/drawn_questions.h"
#include "tests/testing/status_matchers.h"

namespace footnote::bench {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using testing::StatusIs;

TEST(FeatureGroupsTest, HoldEveryFeatureOnce) {
  const std::vector<FeatureGroup> groups = FeatureGroups();
  std::vector<std::string> names;
  std::vector<std::string> features;
  for (const FeatureGroup& group : groups) {
    names.push_back(group.name);
    features.insert(features.end(), group.features.begin(),
                    group.features.end());
  }
  EXPECT_THAT(names, ElementsAre("term", "order", "answer", "contrary", "place",
                                 "shape", "question", "contrast"));
  ASSERT_THAT(features, SizeIs(AllFeatures().size()));
  for (size_t i = 0; i < features.size(); ++i) {
    EXPECT_EQ(features[i], AllFeatures()[i].name);
  }
  EXPECT_THAT(groups[0].features, Contains("coverage"));
}

TEST(ParseFeatureGroupTest, ReadsANameAndItsFeatures) {
  const auto group = ParseFeatureGroup("wordnet=kinds,opposites");
  ASSERT_OK(group);
  EXPECT_EQ(group->name, "wordnet");
  EXPECT_THAT(group->features, ElementsAre("kinds", "opposites"));
}

TEST(ParseFeatureGroupTest, RefusesOtherForms) {
  for (const char* text : {"", "wordnet", "wordnet=", "=kinds", "a=b=c"}) {
    const auto group = ParseFeatureGroup(text);
    EXPECT_THAT(group, StatusIs(absl::StatusCode::kInvalidArgument)) << text;
    EXPECT_THAT(std::string(group.status().message()),
                HasSubstr("NAME=FEATURE,FEATURE"));
  }
}

TEST(AblateTest, TellsWhatIsLostWithoutAGroup) {
  const std::vector<QuestionSet> sets = {DrawSet("one", 75, true, 1)};
  TrainingPlan plan;
  const auto ablations = Ablate(
      sets, plan, {{"telling", {"coverage"}}, {"idle", {"marks", "heading"}}});
  ASSERT_OK(ablations);
  ASSERT_THAT(*ablations, SizeIs(3));
  EXPECT_EQ((*ablations)[0].without, "");
  EXPECT_EQ((*ablations)[1].without, "telling");
  EXPECT_EQ((*ablations)[2].without, "idle");
  for (const Ablation& ablation : *ablations) {
    ASSERT_THAT(ablation.figures, SizeIs(1));
    EXPECT_EQ(ablation.figures[0].set, "one");
  }
  // `coverage` alone tells what is right.
  EXPECT_GT((*ablations)[0].figures[0].first_right, 0.9);
  EXPECT_LT((*ablations)[1].figures[0].first_right, 0.6);
  EXPECT_GT((*ablations)[2].figures[0].first_right, 0.9);
}

TEST(AblateTest, RefusesWhatItDoesNotKnow) {
  const std::vector<QuestionSet> sets = {DrawSet("one", 30, true, 1)};
  EXPECT_THAT(Ablate(sets, {}, {{"weather", {"rain"}}}),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace footnote::bench
