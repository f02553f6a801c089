#include "retrieval/answer/kinship.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "retrieval/text/near_duplicate.h"

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

const Kinship* Find(KinshipTable& table, absl::string_view term) {
  return table.Find(term, HashTerm(term));
}

TEST(KinshipTableTest, KnowsTheTermsOfTheQuestion) {
  const QueryPlan plan = PlanOf({"ferri", "pier"});
  KinshipTable table(plan);
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(table.PositionOf("ferri"), 0u);
  EXPECT_EQ(table.PositionOf("pier"), 1u);
  EXPECT_EQ(table.PositionOf("boat"), std::nullopt);
  EXPECT_EQ(table.PositionOfHash(HashTerm("pier")), 1u);
  EXPECT_EQ(table.PositionOfHash(HashTerm("boat")), std::nullopt);
  const Kinship* const pier = Find(table, "pier");
  ASSERT_NE(pier, nullptr);
  EXPECT_EQ(pier->same, 1u);
  EXPECT_THAT(pier->family, ElementsAre(1));
  EXPECT_FALSE(pier->is_kind);
  EXPECT_EQ(Find(table, "boat"), nullptr);
  // Once more, when it is known.
  EXPECT_EQ(Find(table, "pier")->same, 1u);
  EXPECT_EQ(Find(table, "boat"), nullptr);
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
    const Kinship* const found = Find(table, term);
    if (is_akin) {
      ASSERT_NE(found, nullptr) << asked << " " << term;
      EXPECT_THAT(found->family, ElementsAre(1)) << asked << " " << term;
    } else {
      EXPECT_EQ(found, nullptr) << asked << " " << term;
    }
  }
}

TEST(KinshipTableTest, KnowsRelatedWordsAndKinds) {
  QueryPlan plan = PlanOf({"boat", "river"});
  plan.related[HashTerm("ship")] = {{0, Nearness::kSame}};
  plan.kinds = std::make_shared<const TermSet>(TermSet{HashTerm("thame")});
  KinshipTable table(plan);
  const Kinship* const ship = Find(table, "ship");
  ASSERT_NE(ship, nullptr);
  EXPECT_EQ(ship->same, std::nullopt);
  EXPECT_THAT(ship->family, IsEmpty());
  ASSERT_EQ(ship->related.size(), 1u);
  EXPECT_EQ(ship->related[0].term, 0u);
  EXPECT_EQ(ship->related[0].nearness, Nearness::kSame);
  const Kinship* const thames = Find(table, "thame");
  ASSERT_NE(thames, nullptr);
  EXPECT_TRUE(thames->is_kind);
}

}  // namespace
}  // namespace footnote
