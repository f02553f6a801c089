#include "retrieval/text/near_duplicate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

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

// Returns the words of the numbers from `first` on, `count` of them.
std::string Words(int first, int count) {
  std::string words;
  for (int i = first; i < first + count; ++i) {
    absl::StrAppend(&words, "word", i, " ");
  }
  return words;
}

double Copied(absl::string_view a, absl::string_view b) {
  return SketchResemblance(Sketch(a), Sketch(b));
}

TEST(SketchTest, HoldsAHashForEachRunOfFourWordsUpToTheMost) {
  const int most = static_cast<int>(kSketchSize);
  const struct {
    int words;
    size_t hashes;
  } kCases[] = {{0, 0},
                {3, 0},
                {4, 1},
                {5, 2},
                {most + 2, kSketchSize - 1},
                {most + 3, kSketchSize},
                {most + 4, kSketchSize},
                {1000, kSketchSize}};
  for (const auto& [words, hashes] : kCases) {
    SCOPED_TRACE(words);
    const std::vector<uint32_t> sketch = Sketch(Words(0, words));
    EXPECT_EQ(sketch.size(), hashes);
    EXPECT_TRUE(std::is_sorted(sketch.begin(), sketch.end()));
    EXPECT_EQ(std::adjacent_find(sketch.begin(), sketch.end()), sketch.end());
  }
}

TEST(SketchTest, CountsARunOnce) {
  EXPECT_EQ(Sketch("the ship sails north the ship sails north").size(),
            size_t{4});
}

TEST(SketchTest, LeavesCaseAndMarksAside) {
  const std::vector<uint32_t> sketch = Sketch("The ferry left the old port.");
  EXPECT_EQ(Sketch("THE FERRY left -- \"the old port\"!"), sketch);
  EXPECT_NE(Sketch("The ferry left the new port."), sketch);
}

TEST(SketchTest, HoldsTheLeastHashes) {
  const std::string text = Words(0, 200);
  const std::vector<uint32_t> whole = Sketch(text);
  const std::vector<uint32_t> half = Sketch(Words(0, 100));
  // What is among the least of all runs is among the least of some.
  for (const uint32_t hash : half) {
    if (hash <= whole.back()) {
      EXPECT_TRUE(std::binary_search(whole.begin(), whole.end(), hash));
    }
  }
  EXPECT_GE(half.back(), whole.back());
}

TEST(SketchTest, TakesAnyBytes) {
  EXPECT_EQ(Sketch("\xff\xfe \x80 \xc3").size(), size_t{0});
  const std::string long_word(100'000, 'a');
  EXPECT_EQ(Sketch(absl::StrCat(long_word, " b c d")).size(), size_t{1});
}

TEST(SketchResemblanceTest, OfNothing) {
  EXPECT_DOUBLE_EQ(Copied("", ""), 0);
  EXPECT_DOUBLE_EQ(Copied("", Words(0, 100)), 0);
  EXPECT_DOUBLE_EQ(Copied(Words(0, 100), "too short this"), 0);
}

TEST(SketchResemblanceTest, CountsByHand) {
  EXPECT_DOUBLE_EQ(SketchResemblance({1, 2, 3}, {1, 2, 3}), 1);
  EXPECT_DOUBLE_EQ(SketchResemblance({1, 2, 3}, {2, 3, 4}), 2.0 / 4);
  EXPECT_DOUBLE_EQ(SketchResemblance({1, 2, 3}, {4, 5}), 0);
}

TEST(SketchResemblanceTest, LooksAtTheLeastOfBothAlone) {
  std::vector<uint32_t> low;
  std::vector<uint32_t> high;
  for (uint32_t i = 0; i < kSketchSize; ++i) {
    low.push_back(i);
    high.push_back(i + kSketchSize - 1);
  }
  // They share one hash, which is the last of the least.
  EXPECT_DOUBLE_EQ(SketchResemblance(low, high), 1.0 / kSketchSize);
  EXPECT_DOUBLE_EQ(SketchResemblance(high, low), 1.0 / kSketchSize);
}

TEST(SketchResemblanceTest, TellsCopiesFromOthers) {
  const std::string article = Words(0, 400);
  EXPECT_DOUBLE_EQ(Copied(article, article), 1);
  // A notice in front and another behind.
  EXPECT_GE(Copied(article, absl::StrCat("Agency report. ", article,
                                         " Sign up for the daily letter.")),
            kCopyResemblance);
  EXPECT_LT(Copied(article, Words(1000, 400)), kCopyResemblance);
  // A tenth is quoted.
  EXPECT_LT(Copied(article, Words(360, 400)), kCopyResemblance);
}

}  // namespace
}  // namespace footnote
