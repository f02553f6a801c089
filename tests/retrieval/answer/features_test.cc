#include "retrieval/answer/features.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/retrieval/answer/candidates.h"

namespace footnote {
namespace {

using testing::MakeCandidate;

class ComputeFeaturesTest : public ::testing::Test {
 protected:
  SentenceFeatures Of(const std::string& sentence) {
    return Of(MakeCandidate(plan_, sentence));
  }
  SentenceFeatures Of(const Candidate& candidate) {
    const std::vector<SentenceFeatures> all =
        ComputeFeatures({candidate}, plan_, ranking_);
    EXPECT_EQ(all.size(), 1u);
    return all.front();
  }

  QueryPlan plan_ =
      Plan("Did Japan sign the treaty of 1951?", StopWords::kDrop);
  // One passage, and the statistics of japan, sign, treati, 1951.
  Ranking ranking_ = {{RankedPassage()},
                      {{50, 1.0}, {20, 2.0}, {20, 2.0}, {2, 5.0}}};
};

TEST_F(ComputeFeaturesTest, WeighsCoverageByRarity) {
  EXPECT_DOUBLE_EQ(Of("Japan waited.").coverage, 0.1);
  EXPECT_DOUBLE_EQ(Of("It came in 1951.").coverage, 0.5);
  EXPECT_DOUBLE_EQ(Of("Japan signed the treaty of 1951.").coverage, 1.0);
  EXPECT_GT(Of("It came in 1951.").bm25, Of("Japan waited.").bm25);
}

TEST_F(ComputeFeaturesTest, SeesNeighboursAndTitle) {
  Candidate candidate = MakeCandidate(plan_, "Japan waited.");
  candidate.in_previous[1] = true;
  candidate.in_title[3] = true;
  EXPECT_DOUBLE_EQ(Of(candidate).coverage, 0.1);
  EXPECT_DOUBLE_EQ(Of(candidate).context_coverage, 0.8);
  EXPECT_EQ(Of(candidate).missing_numbers, 0);
}

TEST_F(ComputeFeaturesTest, RewardsTermsThatStandTogetherInOrder) {
  EXPECT_GT(Of("They sign the treaty.").closeness,
            Of("The treaty they sign.").closeness);
  EXPECT_EQ(Of("They sign one two three four the treaty.").closeness, 0);
}

TEST_F(ComputeFeaturesTest, MissesNumbersUnlessTheArticleIsOfThatYear) {
  EXPECT_EQ(Of("Japan signed.").missing_numbers, 1);
  Candidate candidate = MakeCandidate(plan_, "Japan signed.");
  DocumentRecord record;
  record.summary.published = "1951-09-08";
  candidate.document = std::make_shared<DocumentRecord>(record);
  EXPECT_EQ(Of(candidate).missing_numbers, 0);
}

TEST_F(ComputeFeaturesTest, TakesNoPartOfAYearForTheNumber) {
  plan_ = Plan("Did Japan sign the 19 treaties?", StopWords::kDrop);
  Candidate candidate = MakeCandidate(plan_, "Japan signed.");
  DocumentRecord record;
  record.summary.published = "1951-09-08";
  candidate.document = std::make_shared<DocumentRecord>(record);
  EXPECT_EQ(Of(candidate).missing_numbers, 1);
}

TEST_F(ComputeFeaturesTest, MissesNames) {
  EXPECT_EQ(Of("They signed.").missing_names, 1);
  EXPECT_EQ(Of("Japan signed.").missing_names, 0);
}

TEST_F(ComputeFeaturesTest, KnowsHeadingsAndQuestions) {
  EXPECT_EQ(Of("Japan signs treaty").heading, 1);
  EXPECT_EQ(Of("Japan signs treaty.").heading, 0);
  EXPECT_EQ(Of("\u201CJapan signs.\u201D").heading, 0);
  EXPECT_EQ(Of("\u201CDid Japan sign?\u201D").question, 1);
}

TEST_F(ComputeFeaturesTest, HasNoEvidenceWithoutWeights) {
  ranking_.terms.assign(4, TermStatistics());
  EXPECT_EQ(Of("Japan.").coverage, 0);
}

TEST_F(ComputeFeaturesTest, ComparesTheSentencesOfAQuestion) {
  plan_.type = AnswerType::kYesNo;
  std::vector<Candidate> candidates = {
      MakeCandidate(plan_, "Japan waited."),
      MakeCandidate(plan_, "Japan signed the treaty.")};
  candidates[1].document = candidates[0].document;
  const std::vector<SentenceFeatures> features =
      ComputeFeatures(candidates, plan_, ranking_);
  ASSERT_EQ(features.size(), 2u);
  EXPECT_DOUBLE_EQ(features[0].coverage, 0.1);
  EXPECT_DOUBLE_EQ(features[1].coverage, 0.5);
  EXPECT_DOUBLE_EQ(features[0].coverage_lead, -0.8);
  EXPECT_DOUBLE_EQ(features[1].coverage_lead, 0.8);
  EXPECT_EQ(features[0].plain_rank, 0.5);
  EXPECT_EQ(features[1].plain_rank, 1);
  for (const SentenceFeatures& one : features) {
    EXPECT_DOUBLE_EQ(one.passage_coverage, 0.5);
    EXPECT_DOUBLE_EQ(one.question_terms, 4.0 / 6);
  }
  EXPECT_DOUBLE_EQ(features[1].length, 4.0 / 24);
  EXPECT_DOUBLE_EQ(features[0].new_share, 0.5);
}

TEST_F(ComputeFeaturesTest, TakesNoSentences) {
  EXPECT_TRUE(ComputeFeatures({}, plan_, ranking_).empty());
}

TEST(AllFeaturesTest, NamesEachMemberOnce) {
  std::set<std::string> names;
  SentenceFeatures features;
  for (const NamedFeature& feature : AllFeatures()) {
    EXPECT_TRUE(names.insert(feature.name).second) << feature.name;
    // Another name of it would have set it before.
    EXPECT_EQ(features.*feature.value, 0) << feature.name;
    features.*feature.value = 1;
  }
  // All are doubles, so that there is none without a name.
  EXPECT_EQ(names.size() * sizeof(double), sizeof(SentenceFeatures));
}

}  // namespace
}  // namespace footnote
