#include "tests/golden/rank_stats.h"

#include <gtest/gtest.h>

namespace footnote::testing {
namespace {

// Returns a ranking whose right sentence, that of the document `right`, stands
// at `rank` of three.
Ranking WithRightAt(int rank, bool is_silent) {
  Ranking ranking;
  ranking.is_silent = is_silent;
  for (int i = 1; i <= 3; ++i) {
    v1::CitedSentence* sentence =
        ranking.response.mutable_answer()->add_sentences();
    sentence->mutable_citation()->set_document_id(i == rank ? "right"
                                                            : "wrong");
    sentence->set_text("So it was.");
  }
  return ranking;
}

GoldenQuestion Asked(const std::string& text, const Gold& gold) {
  GoldenQuestion asked;
  asked.question.set_text(text);
  asked.gold = gold;
  return asked;
}

TEST(RankStatsTest, CountsWhatIsRightAndWhatIsSilent) {
  const Gold gold = {{"right", "So"}};
  const std::string stats =
      RankStats({Asked("Who?", gold), Asked("Why?", gold), Asked("Where?", {}),
                 Asked("When?", {})},
                {{WithRightAt(1, false), WithRightAt(3, true)},
                 {WithRightAt(2, true), WithRightAt(0, false)},
                 {WithRightAt(0, true), WithRightAt(0, false)},
                 {WithRightAt(0, true), WithRightAt(0, true)}});
  EXPECT_EQ(stats,
            "learned   plain     measure\n"
            "1/2       0/2       P@1\n"
            "0.750     0.167     MRR, of five sentences\n"
            "1/2       1/2       answered, of those that the documents answer\n"
            "2/2       1/2       silent, of the others\n"
            "\n"
            "Rank of the first right sentence\n"
            "1         3 silent  Who?\n"
            "2 silent  -         Why?\n"
            "\n"
            "Not in the documents\n"
            "- silent  -         Where?\n"
            "- silent  - silent  When?\n");
}

}  // namespace
}  // namespace footnote::testing
