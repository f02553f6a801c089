#include "retrieval/answer/features.h"

#include <gtest/gtest.h>

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
    return ComputeFeatures(candidate, plan_, statistics_);
  }

  QueryPlan plan_ =
      Plan("Did Japan sign the treaty of 1951?", StopWords::kDrop);
  // Of japan, sign, treati, 1951.
  std::vector<TermStatistics> statistics_ = {
      {50, 1.0}, {20, 2.0}, {20, 2.0}, {2, 5.0}};
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
  const Candidate candidate = MakeCandidate(plan_, "Japan.");
  const SentenceFeatures features =
      ComputeFeatures(candidate, plan_, std::vector<TermStatistics>(4));
  EXPECT_EQ(features.coverage, 0);
}

}  // namespace
}  // namespace footnote
