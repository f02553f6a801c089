#include "retrieval/rank/use_sketch.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace footnote {
namespace {

TEST(UseSketchTest, NeverCountsTooLittle) {
  UseSketch sketch;
  std::mt19937_64 random(1);
  std::map<uint64_t, uint32_t> counts;
  for (int i = 0; i < 1000; ++i) {
    const uint64_t hash = random();
    const auto uses = static_cast<uint32_t>(random() % 100);
    sketch.Add(hash, uses);
    counts[hash] += uses;
  }
  int exact = 0;
  for (const auto& [hash, count] : counts) {
    EXPECT_GE(sketch.Count(hash), count);
    exact += sketch.Count(hash) == count ? 1 : 0;
  }
  // So few share all their places with others that it is none.
  EXPECT_EQ(exact, 1000);
  EXPECT_EQ(sketch.Count(random()), 0u);
}

TEST(UseSketchTest, CountsUpToAMost) {
  UseSketch sketch;
  sketch.Add(7, 254);
  EXPECT_EQ(sketch.Count(7), 254u);
  sketch.Add(7, 1);
  EXPECT_EQ(sketch.Count(7), 255u);
  sketch.Add(7, 1);
  EXPECT_EQ(sketch.Count(7), 255u);
}

TEST(UseSketchTest, Forgets) {
  UseSketch sketch;
  const uint64_t often = 0x0001'0002'0003'0004;
  sketch.Add(often, 200);
  for (int i = 0; i < 200'000; ++i) sketch.Add(0, 1);
  EXPECT_EQ(sketch.Count(often), 100u);
  for (int i = 0; i < 1'600'000; ++i) sketch.Add(0, 1);
  EXPECT_EQ(sketch.Count(often), 0u);
}

}  // namespace
}  // namespace footnote
