#include "retrieval/index/passage_set.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/testing/random_corpus.h"

namespace footnote {
namespace {

constexpr PassageNumber kNone = std::numeric_limits<PassageNumber>::max();

// A set that does the same in another way.
using Model = std::set<PassageNumber>;

void ExpectSame(const PassageSet& set, const Model& model) {
  for (PassageNumber i = 0; i < 400; ++i) {
    ASSERT_EQ(set.Contains(i), model.count(i) == 1) << i;
    const auto next = model.lower_bound(i);
    ASSERT_EQ(set.FirstFrom(i), next == model.end() ? kNone : *next) << i;
  }
  EXPECT_EQ(set.empty(), model.empty());
}

TEST(PassageSetTest, HoldsAllBelow) {
  for (const size_t bound : {0u, 1u, 63u, 64u, 65u, 128u, 300u}) {
    Model model;
    for (PassageNumber i = 0; i < bound; ++i) model.insert(i);
    ExpectSame(PassageSet::Below(bound), model);
  }
}

TEST(PassageSetTest, DoesAsASetDoes) {
  testing::RandomCorpus random(5);
  for (int i = 0; i < 100; ++i) {
    PassageSet sets[2];
    Model models[2];
    for (int k = 0; k < 2; ++k) {
      const int most = random.Number(1, 350);
      for (int n = random.Number(0, 300); n > 0; --n) {
        const auto passage = static_cast<PassageNumber>(random.Number(0, most));
        sets[k].Add(passage);
        models[k].insert(passage);
      }
      ExpectSame(sets[k], models[k]);
    }
    PassageSet both = sets[0];
    PassageSet left = sets[0];
    Model in_both;
    Model in_left;
    for (const PassageNumber passage : models[0]) {
      (models[1].count(passage) == 1 ? in_both : in_left).insert(passage);
    }
    both.IntersectWith(sets[1]);
    ExpectSame(both, in_both);
    left.Subtract(sets[1]);
    ExpectSame(left, in_left);
    sets[0].UniteWith(sets[1]);
    models[0].insert(models[1].begin(), models[1].end());
    ExpectSame(sets[0], models[0]);
  }
}

TEST(PassageSetTest, TakesTheGreatestNumbers) {
  PassageSet set;
  set.Add(70'000);
  EXPECT_TRUE(set.Contains(70'000));
  EXPECT_FALSE(set.Contains(kNone));
  EXPECT_EQ(set.FirstFrom(kNone), kNone);
  EXPECT_EQ(set.FirstFrom(70'000), 70'000u);
  EXPECT_EQ(set.FirstFrom(70'001), kNone);
}

}  // namespace
}  // namespace footnote
