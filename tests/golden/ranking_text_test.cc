#include "tests/golden/ranking_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace footnote::testing {
namespace {

using ::testing::HasSubstr;

v1::CitedSentence* AddSentence(Ranking* ranking, const std::string& document,
                               const std::string& text, double score) {
  v1::CitedSentence* sentence =
      ranking->response.mutable_answer()->add_sentences();
  sentence->mutable_citation()->set_document_id(document);
  sentence->mutable_citation()->set_sentence_index(7);
  sentence->set_text(text);
  sentence->set_score(score);
  return sentence;
}

void AddShare(v1::CitedSentence* sentence, const std::string& feature,
              double contribution) {
  v1::FeatureShare* share = sentence->mutable_explanation()->add_features();
  share->set_feature(feature);
  share->set_contribution(contribution);
}

TEST(RankingTextTest, ShowsBothRankings) {
  Rankings rankings;
  rankings.learned.response.mutable_interpretation()->set_answer_type(
      v1::ANSWER_TYPE_PERSON);
  rankings.learned.response.mutable_answer()->set_confidence(0.876);
  v1::CitedSentence* first =
      AddSentence(&rankings.learned, "a", "Vik\nran it.", 2.0004);
  AddShare(first, "base", 9);
  AddShare(first, "coverage", 0.5);
  AddShare(first, "order", -0.75);
  AddShare(first, "length", 0.001);
  AddSentence(&rankings.learned, "b", "Falk ran it.", 1);
  rankings.plain.is_silent = true;
  AddSentence(&rankings.plain, "b", "Falk ran it.", 3);
  GoldenQuestion asked;
  asked.question.set_text("Who ran it?");
  asked.gold = {{"b", "Falk"}};
  EXPECT_EQ(RankingText(asked, rankings),
            "Who ran it?\n"
            "ANSWER_TYPE_PERSON\n"
            "\n"
            "learned: confidence 0.88, answers\n"
            " 1  a#7 2.000 (plain -)\n"
            "    Vik ran it.\n"
            "    order -0.75, coverage +0.50\n"
            " 2* b#7 1.000 (plain 1)\n"
            "    Falk ran it.\n"
            "    no feature moved it\n"
            "\n"
            "plain: no confidence, silent\n"
            " 1* b#7 3.000\n"
            "    Falk ran it.\n");
}

TEST(RankingTextTest, ShowsNoDifferenceInTheLastBits) {
  const auto text = [](double change) {
    Rankings rankings;
    v1::CitedSentence* sentence =
        AddSentence(&rankings.learned, "a", "", 1.5 + change);
    rankings.learned.response.mutable_answer()->set_confidence(0.5 + change);
    AddShare(sentence, "coverage", 0.25 + change);
    AddShare(sentence, "order", 0.25 - change);
    AddShare(sentence, "length", change);
    return RankingText({}, rankings);
  };
  EXPECT_EQ(text(1e-15), text(-1e-15));
  EXPECT_NE(text(0.1), text(0));
}

TEST(RankingTextTest, ShowsThreeSharesAndSixtyCharacters) {
  Rankings rankings;
  std::string text;
  for (int i = 0; i < 60; ++i) text += "é";
  v1::CitedSentence* sentence =
      AddSentence(&rankings.learned, "a", text + "é", 1);
  for (const char* feature : {"d", "c", "b", "a"})
    AddShare(sentence, feature, 1);
  EXPECT_THAT(RankingText({}, rankings),
              HasSubstr(absl::StrCat("    ", text,
                                     "\n    a +1.00, b +1.00, c +1.00\n")));
}

TEST(RankingTextTest, RoundsAndHasNoNegativeZero) {
  EXPECT_EQ(Rounded(1.23456, 3), "1.235");
  EXPECT_EQ(Rounded(-1.23456, 2), "-1.23");
  EXPECT_EQ(Rounded(-0.0004, 3), "0.000");
}

}  // namespace
}  // namespace footnote::testing
