#include "retrieval/answer/question_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "retrieval/text/near_duplicate.h"
#include "tests/retrieval/answer/annotated_candidates.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(MakeProfileTest, WeighsTermsByRarityAndImportance) {
  QueryPlan plan = testing::PlanFor("pier harbour moor");
  ASSERT_EQ(plan.terms.size(), 3u);
  plan.terms[0].importance = 0.5;
  plan.terms[1].importance = 1;
  plan.terms[2].importance = 1;
  plan.terms[2].is_synonym = true;
  const QuestionProfile profile = MakeProfile(plan, {{9, 6}, {8, 2}, {1, 10}});
  EXPECT_THAT(profile.weights, ElementsAre(3, 2, 0));
  EXPECT_EQ(profile.total_weight, 5);
  EXPECT_EQ(profile.greatest_weight, 3);
  // By k1 = 0.9, whatever stands for a term included.
  EXPECT_DOUBLE_EQ(profile.greatest_passage_score, 18 * 1.9);
  EXPECT_EQ(profile.plan, &plan);
}

TEST(MakeProfileTest, FindsTheNounThatIsAskedFor) {
  const QueryPlan which = testing::PlanFor("Which country built the pier?");
  const QuestionProfile profile =
      MakeProfile(which, std::vector<TermStatistics>(which.terms.size()));
  ASSERT_TRUE(profile.focus.has_value());
  EXPECT_EQ(which.terms[*profile.focus].word, "country");
  const QueryPlan who = testing::PlanFor("Who built the pier?");
  EXPECT_EQ(
      MakeProfile(who, std::vector<TermStatistics>(who.terms.size())).focus,
      std::nullopt);
}

TEST(MakeProfileTest, PairsNeighboursOfTheTextOnce) {
  const QueryPlan plan = testing::PlanFor("the pier, the pier, a pier");
  const uint64_t the = HashTerm("the");
  const uint64_t a = HashTerm("a");
  const uint64_t pier = HashTerm("pier");
  EXPECT_THAT(MakeProfile(plan, {{1, 1}}).pairs,
              UnorderedElementsAre(HashPair(the, pier), HashPair(pier, the),
                                   HashPair(pier, a), HashPair(a, pier)));
  const QueryPlan one = testing::PlanFor("pier");
  EXPECT_THAT(MakeProfile(one, {{1, 1}}).pairs, IsEmpty());
}

TEST(HashPairTest, KeepsTheOrder) {
  EXPECT_NE(HashPair(HashTerm("a"), HashTerm("b")),
            HashPair(HashTerm("b"), HashTerm("a")));
}

TEST(MakeProfileTest, TakesAnEmptyQuestion) {
  const QueryPlan plan = testing::PlanFor("");
  const QuestionProfile profile = MakeProfile(plan, {});
  EXPECT_THAT(profile.weights, IsEmpty());
  EXPECT_THAT(profile.pairs, IsEmpty());
  EXPECT_EQ(profile.total_weight, 0);
  EXPECT_EQ(profile.focus, std::nullopt);
}

TEST(QuestionProfileTest, KnowsWhatDeniesAndLeavesOut) {
  const auto profile_of = [](const char* text) {
    const QueryPlan plan = Plan(text, StopWords::kDrop);
    return MakeProfile(plan,
                       std::vector<TermStatistics>(plan.terms.size(), {1, 1}));
  };
  EXPECT_FALSE(profile_of("Who signed the treaty?").denies);
  EXPECT_TRUE(profile_of("Who signed the treaty?").negations.empty());
  EXPECT_TRUE(profile_of("Who did not sign the treaty?").denies);
  EXPECT_EQ(profile_of("Who did not sign the treaty?").negations.size(), 1u);
  // It leaves out, but does not deny.
  EXPECT_FALSE(profile_of("Who refused the treaty?").denies);
  EXPECT_EQ(profile_of("Who refused the treaty?").negations.size(), 1u);
}

}  // namespace
}  // namespace footnote
