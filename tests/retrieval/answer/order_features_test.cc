#include "retrieval/answer/order_features.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/retrieval/answer/candidates.h"
#include "tests/retrieval/answer/weighed_question.h"

namespace footnote {
namespace {

using testing::FeatureCase;
using testing::MakeCandidate;
using testing::WeighedQuestion;
using Features = OrderFeatures;

TEST(OrderFeaturesTest, TellWhetherWordsStandTogetherAndInOrder) {
  // Of japan, sign, treati, 1951: neighbours weigh 1, 2 and 2, the lesser of
  // both. Seven words with "did", "the" and "of".
  const WeighedQuestion question("Did Japan sign the treaty of 1951?",
                                 {1, 2, 2, 5});
  const std::string none = "It rained.";
  const std::string in_order = "They sign the treaty.";
  const std::string turned = "The treaty they sign.";
  // The first treaty is far from the rest.
  const std::string twice = "A treaty that Japan, and so the treaty, may sign.";
  const FeatureCase<Features> cases[] = {
      {none, &Features::closeness, 0},
      {turned, &Features::closeness, 0},
      {in_order, &Features::closeness, 0.4},
      {"Japan signed the treaty of 1951.", &Features::closeness, 1},
      // Four terms apart, and five.
      {"They sign red big old treaties.", &Features::closeness, 0.4},
      {"They sign red big old odd treaties.", &Features::closeness, 0},
      {none, &Features::pair_share, 0},
      {"Japan waited.", &Features::pair_share, 0},
      {turned, &Features::pair_share, 1.0 / 6},
      {in_order, &Features::pair_share, 2.0 / 6},
      {"Sign the treaty, sign the treaty.", &Features::pair_share, 2.0 / 6},
      {none, &Features::longest_run, 0},
      {"Japan waited.", &Features::longest_run, 1.0 / 7},
      {in_order, &Features::longest_run, 3.0 / 7},
      {"A treaty of 1951.", &Features::longest_run, 3.0 / 7},
      {"So did Japan sign the treaty of 1951.", &Features::longest_run, 1},
      {none, &Features::common_sequence, 0},
      {turned, &Features::common_sequence, 0.25},
      {in_order, &Features::common_sequence, 0.5},
      {"Japan signed the treaty of 1951.", &Features::common_sequence, 1},
      {none, &Features::density, 0},
      {"Japan waited.", &Features::density, 1},
      {in_order, &Features::density, 2.0 / 3},
      // "Japan, and so the treaty, may sign": 3 of 7.
      {twice, &Features::density, 3.0 / 7},
      {none, &Features::first_match, 1},
      {"Japan waited.", &Features::first_match, 0},
      {in_order, &Features::first_match, 0.25},
      {none, &Features::last_match, 1},
      {"Japan waited.", &Features::last_match, 0},
      {in_order, &Features::last_match, 0.75},
  };
  for (const auto& [sentence, feature, value] : cases) {
    const Features features = ComputeOrderFeatures(
        MakeCandidate(question.plan(), sentence), question.profile());
    EXPECT_DOUBLE_EQ(features.*feature, value) << sentence;
  }
}

TEST(OrderFeaturesTest, TakeAQuestionOfOneWord) {
  const WeighedQuestion question("Japan");
  const Features features = ComputeOrderFeatures(
      MakeCandidate(question.plan(), "Japan waited."), question.profile());
  EXPECT_EQ(features.closeness, 0);
  EXPECT_EQ(features.pair_share, 0);
  EXPECT_EQ(features.longest_run, 1);
  EXPECT_EQ(features.common_sequence, 1);
}

}  // namespace
}  // namespace footnote
