#include "retrieval/answer/kinship.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/word_class.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

QueryPlan PlanOf(const std::vector<std::string>& terms) {
  QueryPlan plan;
  for (const std::string& term : terms) {
    plan.terms.emplace_back();
    plan.terms.back().term = term;
  }
  return plan;
}

KnownTerm Find(KinshipTable& table, absl::string_view term) {
  return table.Find(term, HashTerm(term), term);
}

TEST(KinshipTableTest, KnowsTheTermsOfTheQuestion) {
  const QueryPlan plan = PlanOf({"ferri", "pier"});
  KinshipTable table(plan);
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(table.PositionOf("ferri"), 0u);
  EXPECT_EQ(table.PositionOf("pier"), 1u);
  EXPECT_EQ(table.PositionOf("boat"), std::nullopt);
  const KnownTerm pier = Find(table, "pier");
  ASSERT_NE(pier.kinship, nullptr);
  EXPECT_EQ(pier.kinship->same, 1u);
  EXPECT_THAT(pier.kinship->family, ElementsAre(1));
  EXPECT_FALSE(pier.kinship->is_kind);
  EXPECT_EQ(Find(table, "boat").kinship, nullptr);
  // Once more, when it is known.
  EXPECT_EQ(Find(table, "pier").kinship->same, 1u);
  EXPECT_EQ(Find(table, "boat").kinship, nullptr);
}

TEST(KinshipTableTest, TellsFamiliesByHowTheyBegin) {
  struct Case {
    std::string asked;
    std::string term;
    bool is_akin;
  };
  const Case cases[] = {
      {"invent", "inventor", true}, {"russian", "russia", true},
      {"invent", "inven", true},    {"inventor", "inventiveness", false},
      {"invent", "prevent", false}, {"port", "portal", true},
      {"port", "portugal", false},  {"por", "port", false},
      {"2024", "20245", false},     {"2024", "2024", true},
  };
  for (const auto& [asked, term, is_akin] : cases) {
    const QueryPlan plan = PlanOf({"zebra", asked});
    KinshipTable table(plan);
    const KnownTerm found = Find(table, term);
    if (is_akin) {
      ASSERT_NE(found.kinship, nullptr) << asked << " " << term;
      EXPECT_THAT(found.kinship->family, ElementsAre(1))
          << asked << " " << term;
    } else {
      EXPECT_EQ(found.kinship, nullptr) << asked << " " << term;
    }
  }
}

TEST(KinshipTableTest, KnowsRelatedWordsAndKinds) {
  QueryPlan plan = PlanOf({"boat", "river"});
  plan.related[HashTerm("ship")] = {{0, Nearness::kSame}};
  plan.kinds = std::make_shared<const TermSet>(TermSet{HashTerm("thame")});
  KinshipTable table(plan);
  const KnownTerm ship = Find(table, "ship");
  ASSERT_NE(ship.kinship, nullptr);
  EXPECT_EQ(ship.kinship->same, std::nullopt);
  EXPECT_THAT(ship.kinship->family, IsEmpty());
  ASSERT_EQ(ship.kinship->related.size(), 1u);
  EXPECT_EQ(ship.kinship->related[0].term, 0u);
  EXPECT_EQ(ship.kinship->related[0].nearness, Nearness::kSame);
  const KnownTerm thames = Find(table, "thame");
  ASSERT_NE(thames.kinship, nullptr);
  EXPECT_TRUE(thames.kinship->is_kind);
}

TEST(KinshipTableTest, TellsTheClassesOfTheFirstWord) {
  const QueryPlan plan = PlanOf({"boat"});
  KinshipTable table(plan);
  EXPECT_EQ(Find(table, "the").word_classes, kFunctionWord);
  EXPECT_EQ(Find(table, "14").word_classes, kNumberWordClass);
  EXPECT_EQ(Find(table, "boat").word_classes, 0);
}

}  // namespace
}  // namespace footnote
