#include "retrieval/text/near_duplicate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>

namespace footnote {
namespace {

double Resemble(absl::string_view a, absl::string_view b) {
  return Resemblance(Shingles(a), Shingles(b));
}

TEST(NearDuplicateTest, ToldAlike) {
  struct Pair {
    const char* a;
    const char* b;
  };
  for (const Pair& pair : {
           Pair{"The port will open in May.", "The port will open in May"},
           Pair{"The port will open in May.", "THE PORT WILL OPEN IN MAY!"},
           Pair{"The harbour council approved the new ferry terminal on "
                "Tuesday after a long debate.",
                "The harbour council approved the new ferry terminal Tuesday "
                "after a long debate."},
       }) {
    SCOPED_TRACE(pair.b);
    EXPECT_GE(Resemble(pair.a, pair.b), kNearDuplicateResemblance);
    EXPECT_DOUBLE_EQ(Resemble(pair.a, pair.b), Resemble(pair.b, pair.a));
  }
}

TEST(NearDuplicateTest, ToldApart) {
  struct Pair {
    const char* a;
    const char* b;
  };
  for (const Pair& pair : {
           Pair{"The port will open in May.",
                "The port did not open in March "
                "as planned."},
           Pair{"Falk beat Lind in Oslo.", "Lind spoke to Marsh in Bergen."},
           Pair{"Ten people died.", ""},
           Pair{"The council approved the terminal.",
                "Residents oppose the terminal."},
       }) {
    SCOPED_TRACE(pair.b);
    EXPECT_LT(Resemble(pair.a, pair.b), kNearDuplicateResemblance);
  }
}

TEST(NearDuplicateTest, HeedsTheOrderOfWords) {
  EXPECT_LT(Resemble("Falk defeated Lind", "Lind defeated Falk"), 1);
  EXPECT_DOUBLE_EQ(Resemble("Falk defeated Lind", "Falk defeated Lind"), 1);
}

TEST(NearDuplicateTest, OfNothing) {
  EXPECT_DOUBLE_EQ(Resemble("", ""), 1);
  EXPECT_DOUBLE_EQ(Resemble("...", "!"), 1);
  EXPECT_DOUBLE_EQ(Resemble("port", ""), 0);
}

TEST(NearDuplicateTest, CountsByHand) {
  // {a-, b-, a+b} against {a-, c-, a+c}: one of five is shared.
  EXPECT_DOUBLE_EQ(Resemble("zebra quartz", "zebra vortex"), 1.0 / 5);
}

TEST(NearDuplicateTest, ShinglesAreSortedAndDistinct) {
  const ShingleSet set = Shingles("to be or not to be or not to be");
  EXPECT_TRUE(std::is_sorted(set.hashes.begin(), set.hashes.end()));
  EXPECT_EQ(std::adjacent_find(set.hashes.begin(), set.hashes.end()),
            set.hashes.end());
  // Four words and the pairs "to be", "be or", "or not", "not to".
  EXPECT_EQ(set.hashes.size(), size_t{8});
}

}  // namespace
}  // namespace footnote
