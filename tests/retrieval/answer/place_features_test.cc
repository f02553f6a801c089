#include "retrieval/answer/place_features.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/retrieval/answer/candidates.h"
#include "tests/retrieval/answer/weighed_question.h"

namespace footnote {
namespace {

using testing::MakeCandidate;
using testing::WeighedQuestion;
using Features = PlaceFeatures;

class PlaceFeaturesTest : public ::testing::Test {
 protected:
  // Adds a sentence to passage `passage`, the last there is or the next.
  void Add(const std::string& text, size_t passage,
           const std::shared_ptr<const DocumentRecord>& document,
           uint32_t sentence_index) {
    Candidate candidate = MakeCandidate(question_.plan(), text);
    candidate.ranked_passage = passage;
    candidate.passage_score =
        ranking_.passages[passage].score / ranking_.passages[0].score;
    candidate.document = document;
    candidate.sentence_index = sentence_index;
    candidates_.push_back(candidate);
  }

  void AddPassage(double score) {
    RankedPassage passage;
    passage.score = score;
    ranking_.passages.push_back(passage);
  }

  std::vector<Features> Compute() const {
    return ComputePlaceFeatures(candidates_, ranking_, question_.profile());
  }

  static std::vector<double> Each(const std::vector<Features>& features,
                                  double Features::*value) {
    std::vector<double> values;
    for (const Features& one : features) values.push_back(one.*value);
    return values;
  }

  // Of japan, sign, treati: 5 in all; a passage scores up to 1.9 times as much.
  const WeighedQuestion question_{"Did Japan sign the treaty?", {1, 2, 2}};
  Ranking ranking_;
  std::vector<Candidate> candidates_;
};

TEST_F(PlaceFeaturesTest, TellsThePlaces) {
  using Values = std::vector<double>;
  const auto one = std::make_shared<DocumentRecord>();
  const auto other = std::make_shared<DocumentRecord>();
  AddPassage(3.8);
  AddPassage(1.9);
  AddPassage(0.95);
  Add("Japan waited.", 0, one, 0);
  Add("Japan signed.", 0, one, 1);
  Add("It rained.", 0, one, 3);
  Add("A treaty came.", 1, other, 9);
  Add("A treaty fell.", 1, other, 10);
  Add("Japan signed the treaty.", 2, one, 4);
  const std::vector<Features> features = Compute();
  EXPECT_EQ(Each(features, &Features::passage),
            (Values{1, 1, 1, 0.5, 0.5, 0.25}));
  EXPECT_EQ(Each(features, &Features::passage_rank),
            (Values{1, 1, 1, 1.0 / 2, 1.0 / 2, 1.0 / 3}));
  EXPECT_EQ(Each(features, &Features::document_position),
            (Values{1, 1.0 / 2, 1.0 / 4, 1.0 / 10, 1.0 / 11, 1.0 / 5}));
  EXPECT_EQ(Each(features, &Features::passage_position),
            (Values{1, 1.0 / 2, 1.0 / 3, 1, 1.0 / 2, 1}));
  EXPECT_EQ(Each(features, &Features::passage_coverage),
            (Values{0.6, 0.6, 0.6, 0.4, 0.4, 1}));
  // Japan stands twice in the first passage, the treaty in the second.
  EXPECT_EQ(Each(features, &Features::own_coverage),
            (Values{0, 0.4, 0, 0, 0, 1}));
  EXPECT_EQ(Each(features, &Features::document_share),
            (Values{2.0 / 3, 2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 3, 2.0 / 3}));
  EXPECT_EQ(Each(features, &Features::other_document),
            (Values{0.5, 0.5, 0.5, 1, 1, 0.5}));
  EXPECT_DOUBLE_EQ(features[0].passage_fill, 0.4);
  EXPECT_DOUBLE_EQ(features[3].passage_fill, 0.2);
}

TEST_F(PlaceFeaturesTest, KnowsNoOtherDocument) {
  AddPassage(2);
  Add("Japan waited.", 0, std::make_shared<DocumentRecord>(), 0);
  EXPECT_EQ(Compute()[0].other_document, 0);
  EXPECT_EQ(Compute()[0].document_share, 1);
}

TEST_F(PlaceFeaturesTest, TellsThatAnotherDocumentIsAsGood) {
  AddPassage(2);
  AddPassage(2);
  Add("Japan waited.", 0, std::make_shared<DocumentRecord>(), 0);
  Add("Japan waited.", 1, std::make_shared<DocumentRecord>(), 0);
  EXPECT_EQ(Compute()[0].other_document, 1);
  EXPECT_EQ(Compute()[1].other_document, 1);
}

TEST(PlaceFeaturesWithoutWeightsTest, TellPlacesAlone) {
  const WeighedQuestion question("Did Japan sign the treaty?", {0, 0, 0});
  Ranking ranking;
  ranking.passages.resize(1);
  const auto features =
      ComputePlaceFeatures({MakeCandidate(question.plan(), "Japan signed.")},
                           ranking, question.profile());
  ASSERT_EQ(features.size(), 1u);
  EXPECT_EQ(features[0].passage_fill, 0);
  EXPECT_EQ(features[0].passage_coverage, 0);
  EXPECT_EQ(features[0].passage, 0);
  EXPECT_EQ(features[0].passage_rank, 1);
}

}  // namespace
}  // namespace footnote
