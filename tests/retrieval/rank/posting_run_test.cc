#include "retrieval/rank/posting_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "retrieval/rank/posting_chunk.h"

namespace footnote {
namespace {

const Bm25& Scoring() {
  static const Bm25 bm25({}, {1000, 0, 60'000});
  return bm25;
}

// Returns postings of passages of three blocks of lengths, among them some with
// numbers at and beyond the bounds of what a byte and two hold.
PostingList Postings() {
  PostingList postings;
  for (PassageNumber passage = 1000; passage < 2100; passage += 50) {
    for (uint32_t i = 0; i < 4; ++i) {
      const uint32_t frequency = 1 + passage % 7 + (i == 3 ? 253 : 0);
      postings.push_back({passage + i, i == 2 ? frequency : 0, frequency});
    }
  }
  return postings;
}

PassageLengths Lengths() {
  std::vector<uint32_t> lengths(2104);
  for (size_t i = 0; i < lengths.size(); ++i) {
    lengths[i] = static_cast<uint32_t>(i % 11 == 0 ? 65'533 + i % 5 : i % 300);
  }
  return PassageLengths(lengths);
}

TEST(PostingRunTest, KeepsEachPostingAndWhatItsScoreIsAtMost) {
  const PassageLengths lengths = Lengths();
  const PostingList postings = Postings();
  PostingRun run(Scoring());
  run.Add(absl::MakeConstSpan(postings).first(10), lengths);
  run.Add(absl::MakeConstSpan(postings).subspan(10), lengths);
  EXPECT_GT(run.aside().size(), 0);
  EXPECT_LT(run.aside().size(), postings.size());
  const PostingChunk chunk(run);
  ASSERT_EQ(chunk.postings().size(), postings.size());
  for (size_t i = 0; i < postings.size(); ++i) {
    const SizedPosting sized =
        chunk.Unpack(postings[i].passage, chunk.postings()[i]);
    EXPECT_EQ(sized.posting, postings[i]);
    EXPECT_EQ(sized.length, lengths[postings[i].passage]);
    const double bound = run.impacts()[i] * ImpactScale::UnitOf(Scoring());
    const double score = Score(Scoring(), 1, sized);
    EXPECT_GE(bound, score);
    EXPECT_LE(bound, score + ImpactScale::UnitOf(Scoring()));
  }
}

TEST(PostingRunTest, TakesPostingsOfAChunkAsTheyWere) {
  const PostingList postings = Postings();
  PostingRun run(Scoring());
  run.Add(postings, Lengths());
  const PostingChunk chunk(run);
  PostingRun again(Scoring());
  chunk.ForEach([&](PassageNumber passage, const PackedPosting& packed) {
    again.Add(chunk.Unpack(passage, packed));
  });
  EXPECT_EQ(again.passages(), run.passages());
  EXPECT_EQ(again.impacts(), run.impacts());
  EXPECT_EQ(again.aside().size(), run.aside().size());
  again.Clear();
  EXPECT_TRUE(again.empty());
  EXPECT_TRUE(again.impacts().empty());
  EXPECT_TRUE(again.aside().empty());
}

}  // namespace
}  // namespace footnote
