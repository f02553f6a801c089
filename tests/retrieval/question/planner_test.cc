#include "retrieval/question/planner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

std::vector<std::string> TermsOf(const QueryPlan& plan) {
  std::vector<std::string> terms;
  for (const PlannedTerm& term : plan.terms) terms.push_back(term.term);
  return terms;
}

TEST(PlanTest, KeepsContentTermsOnce) {
  const struct {
    const char* question;
    std::vector<std::string> want;
  } kCases[] = {
      {"Who is the prime minister of Japan?", {"prime", "minist", "japan"}},
      {"What did the US tell us about US bases?", {"u.s", "tell", "base"}},
      {"Does Japan's premier like Japan?", {"japan", "premier", "like"}},
      {"\"AND\" OR NEAR(title:x*) -y^2", {"near", "titl", "x", "y", "2"}},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.question);
    EXPECT_THAT(TermsOf(Plan(c.question, StopWords::kDrop)),
                ElementsAreArray(c.want));
  }
}

TEST(PlanTest, TellsWhatItIgnored) {
  const QueryPlan plan = Plan("What is the SOFA?", StopWords::kDrop);
  EXPECT_THAT(plan.ignored_words, ElementsAre("What", "is", "the"));
}

TEST(PlanTest, KeepsFunctionWordsOnlyIfAloneAndAsked) {
  EXPECT_THAT(Plan("who is it?", StopWords::kDrop).terms, IsEmpty());
  EXPECT_THAT(TermsOf(Plan("who is it?", StopWords::kKeepIfAlone)),
              ElementsAre("who", "is", "it"));
  EXPECT_THAT(TermsOf(Plan("who is Ito?", StopWords::kKeepIfAlone)),
              ElementsAre("ito"));
}

TEST(PlanTest, KnowsNamesNumbersAndFrames) {
  const QueryPlan plan =
      Plan("When will Ishiba's 2025 meeting take place?", StopWords::kDrop);
  ASSERT_THAT(TermsOf(plan),
              ElementsAre("ishiba", "2025", "meet", "take", "place"));
  EXPECT_TRUE(plan.terms[0].is_name);
  EXPECT_TRUE(plan.terms[1].is_number);
  EXPECT_FALSE(plan.terms[2].is_name);
  EXPECT_EQ(plan.terms[2].importance, 1);
  EXPECT_LT(plan.terms[3].importance, 1);
  EXPECT_EQ(plan.terms[0].word, "Ishiba's");
}

TEST(PlanTest, FirstWordIsNoName) {
  const QueryPlan plan = Plan("Name the envoy", StopWords::kDrop);
  EXPECT_FALSE(plan.terms[0].is_name);
}

}  // namespace
}  // namespace footnote
