#include "retrieval/answer/shape_features.h"

#include <gtest/gtest.h>

#include "tests/retrieval/answer/candidates.h"
#include "tests/retrieval/answer/weighed_question.h"

namespace footnote {
namespace {

using testing::FeatureCase;
using testing::MakeCandidate;
using Features = ShapeFeatures;

TEST(ShapeFeaturesTest, TellTheLook) {
  const QueryPlan plan = Plan("pier", StopWords::kDrop);
  const FeatureCase<Features> cases[] = {
      {"...", &Features::length, 0},
      {"Ida sold the old pier.", &Features::length, 5.0 / 25},
      {"Ida sold the pier.", &Features::heading, 0},
      {"Ida sold the pier", &Features::heading, 1},
      {"Ida sold the pier\u2026", &Features::heading, 0},
      {"\u201CIda sold the pier.\u201D", &Features::heading, 0},
      {"(Ida sold the pier.)", &Features::heading, 0},
      {"\u201CIda sold the pier\u201D", &Features::heading, 1},
      {"Ida sold the pier.", &Features::question, 0},
      {"Did Ida sell the pier?", &Features::question, 1},
      {"\u201CDid Ida sell the pier?\u201D", &Features::question, 1},
      {"Ida sold the pier.", &Features::leans_back, 0},
      {"However, Ida sold it.", &Features::leans_back, 1},
      {"He sold the pier.", &Features::leans_back, 1},
      {"Hero sold the pier.", &Features::leans_back, 0},
      {"In May Ida sold the pier.", &Features::leans_back, 0},
      {"...", &Features::leans_back, 0},
      {"workers sold the pier.", &Features::capitals, 0},
      {"Ida Falk sold piers.", &Features::capitals, 0.5},
      // A function word is none for its capital.
      {"The pier sank.", &Features::capitals, 0},
      {"\u00C5sa sold piers.", &Features::capitals, 1.0 / 3},
      {"Ida sold the pier.", &Features::numbers, 0},
      {"Ida sold 14 piers.", &Features::numbers, 0.25},
      {"Ida sold three piers.", &Features::numbers, 0.25},
      {"...", &Features::numbers, 0},
      {"Ida sold piers.", &Features::function_words, 0},
      {"Ida sold the pier.", &Features::function_words, 0.25},
      {"Ida sold the pier.", &Features::marks, 0},
      {"Ida, too (they say), sold piers.", &Features::marks, 4.0 / 6},
      {"Ida (((((", &Features::marks, 1},
  };
  for (const auto& [sentence, feature, value] : cases) {
    const Candidate candidate = MakeCandidate(plan, sentence);
    const Features features =
        ComputeShapeFeatures(candidate, ReadSentenceWords(candidate));
    EXPECT_DOUBLE_EQ(features.*feature, value) << sentence;
  }
}

}  // namespace
}  // namespace footnote
