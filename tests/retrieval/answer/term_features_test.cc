#include "retrieval/answer/term_features.h"

#include <gtest/gtest.h>

#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/retrieval/answer/candidates.h"
#include "tests/retrieval/answer/weighed_question.h"

namespace footnote {
namespace {

using testing::FeatureCase;
using testing::MakeCandidate;
using testing::WeighedQuestion;
using Features = TermFeatures;

class TermFeaturesTest : public ::testing::Test {
 protected:
  Candidate Sentence(const std::string& text) const {
    return MakeCandidate(question_.plan(), text);
  }

  Features Of(const Candidate& candidate) const {
    return ComputeTermFeatures(candidate, question_.profile());
  }

  Features Of(const std::string& text) const { return Of(Sentence(text)); }

  // Of japan, sign, treati, 1951: 10 in all.
  const WeighedQuestion question_{"Did Japan sign the treaty of 1951?",
                                  {1, 2, 2, 5}};
};

TEST_F(TermFeaturesTest, TellsWhatTheSentenceHolds) {
  const std::string all = "Japan signed the treaty of 1951.";
  const FeatureCase<Features> cases[] = {
      {"It rained.", &Features::bm25, 0},
      // A norm of 1.2 (0.5 + 0.5 * 2/22), so 1 / (1 + 0.6545...) = 55/91.
      {"Japan waited.", &Features::bm25, 5.5 / 91},
      {"It rained.", &Features::coverage, 0},
      {"Japan waited.", &Features::coverage, 0.1},
      {"It came in 1951.", &Features::coverage, 0.5},
      {all, &Features::coverage, 1},
      {"It rained.", &Features::term_count_coverage, 0},
      {"Japan waited.", &Features::term_count_coverage, 0.25},
      {all, &Features::term_count_coverage, 1},
      {"It rained.", &Features::rarest_found, 0},
      {"They signed.", &Features::rarest_found, 0.4},
      {"It came in 1951.", &Features::rarest_found, 1},
      {all, &Features::rarest_missing, 0},
      {"It came in 1951.", &Features::rarest_missing, 0.4},
      {"They signed.", &Features::rarest_missing, 1},
      {"They signed.", &Features::name_coverage, 0},
      {"Japan waited.", &Features::name_coverage, 1},
      {"They signed.", &Features::number_coverage, 0},
      {"It came in 1951.", &Features::number_coverage, 1},
      {"Japan waited in 1951.", &Features::word_coverage, 0},
      {"They signed.", &Features::word_coverage, 0.5},
  };
  for (const auto& [sentence, feature, value] : cases) {
    EXPECT_DOUBLE_EQ(Of(sentence).*feature, value) << sentence;
  }
}

TEST_F(TermFeaturesTest, CountsRepetitionsAndLengthInBm25) {
  EXPECT_GT(Of("Japan, Japan!").bm25, Of("Japan waited.").bm25);
  EXPECT_LT(Of("Japan waited for years.").bm25, Of("Japan waited.").bm25);
}

TEST_F(TermFeaturesTest, CountsWhatStandsForATermOnceInBm25) {
  Candidate candidate = Sentence("It rained.");
  candidate.in_sentence[0] = true;
  EXPECT_DOUBLE_EQ(Of(candidate).bm25, 5.5 / 91);
}

// Where a term is found beside the sentence, and what comes of it.
struct FoundCase {
  TermMarks Candidate::*where;
  size_t term;
  double Features::*feature;
  double without;
  double with;
};

TEST_F(TermFeaturesTest, AddsWhatIsFoundInOtherWordsOrAround) {
  const FoundCase cases[] = {
      {&Candidate::in_family, 1, &Features::family_coverage, 0.1, 0.3},
      {&Candidate::in_family, 1, &Features::synonym_coverage, 0.1, 0.3},
      {&Candidate::in_family, 1, &Features::related_coverage, 0.1, 0.3},
      {&Candidate::in_family, 1, &Features::coverage, 0.1, 0.1},
      {&Candidate::in_synonyms, 2, &Features::family_coverage, 0.1, 0.1},
      {&Candidate::in_synonyms, 2, &Features::synonym_coverage, 0.1, 0.3},
      {&Candidate::in_synonyms, 2, &Features::related_coverage, 0.1, 0.3},
      {&Candidate::in_related, 2, &Features::synonym_coverage, 0.1, 0.1},
      {&Candidate::in_related, 2, &Features::related_coverage, 0.1, 0.3},
      {&Candidate::in_previous, 1, &Features::previous_gain, 0, 0.2},
      {&Candidate::in_previous, 0, &Features::previous_gain, 0, 0},
      {&Candidate::in_previous, 1, &Features::context_coverage, 0.1, 0.3},
      {&Candidate::in_next, 2, &Features::next_gain, 0, 0.2},
      {&Candidate::in_next, 0, &Features::next_gain, 0, 0},
      {&Candidate::in_next, 2, &Features::context_coverage, 0.1, 0.3},
      {&Candidate::in_title, 3, &Features::title_gain, 0, 0.5},
      {&Candidate::in_title, 0, &Features::title_gain, 0, 0},
      {&Candidate::in_title, 3, &Features::context_coverage, 0.1, 0.6},
      {&Candidate::in_meaning, 3, &Features::meaning_gain, 0, 0.5},
      {&Candidate::in_meaning, 0, &Features::meaning_gain, 0, 0},
      {&Candidate::in_meaning, 3, &Features::context_coverage, 0.1, 0.6},
      {&Candidate::in_next, 3, &Features::rarest_missing_around, 1, 0.4},
      {&Candidate::in_next, 3, &Features::rarest_missing, 1, 1},
      {&Candidate::in_title, 3, &Features::missing_numbers, 1, 0},
      {&Candidate::in_title, 1, &Features::missing_numbers, 1, 1},
  };
  for (size_t i = 0; i < std::size(cases); ++i) {
    const auto& [where, term, feature, without, with] = cases[i];
    Candidate candidate = Sentence("Japan waited.");
    EXPECT_DOUBLE_EQ(Of(candidate).*feature, without) << i;
    (candidate.*where)[term] = true;
    EXPECT_DOUBLE_EQ(Of(candidate).*feature, with) << i;
  }
}

TEST_F(TermFeaturesTest, MissesNothingIfAllStandsAround) {
  Candidate candidate = Sentence("They waited.");
  EXPECT_EQ(Of(candidate).missing_names, 1);
  candidate.in_previous.assign(4, true);
  EXPECT_EQ(Of(candidate).missing_names, 0);
  EXPECT_EQ(Of(candidate).rarest_missing_around, 0);
  EXPECT_DOUBLE_EQ(Of(candidate).context_coverage, 1);
}

TEST_F(TermFeaturesTest, FindsTheYearInTheDateOfPublication) {
  Candidate candidate = Sentence("Japan signed.");
  for (const auto& [published, missing] :
       {std::pair("1951-09-08", 0.0), std::pair("1952-09-08", 1.0)}) {
    const auto record = std::make_shared<DocumentRecord>();
    record->summary.published = published;
    candidate.document = record;
    EXPECT_EQ(Of(candidate).missing_numbers, missing) << published;
  }
}

TEST(TermFeaturesOfPlainQuestionTest, MissNoNamesAndNumbersThatAreNotAskedFor) {
  const WeighedQuestion question("Who signed the treaty?");
  const Features features = ComputeTermFeatures(
      MakeCandidate(question.plan(), "It rained."), question.profile());
  EXPECT_EQ(features.name_coverage, 1);
  EXPECT_EQ(features.number_coverage, 1);
  EXPECT_EQ(features.missing_names, 0);
  EXPECT_EQ(features.missing_numbers, 0);
  EXPECT_EQ(features.word_coverage, 0);
}

TEST(TermFeaturesOfPlainQuestionTest, AreNothingWithoutWeights) {
  const WeighedQuestion question("Who signed the treaty?", {0, 0});
  Candidate candidate =
      MakeCandidate(question.plan(), "They signed the treaty.");
  candidate.in_title.assign(2, true);
  const Features features = ComputeTermFeatures(candidate, question.profile());
  EXPECT_EQ(features.coverage, 0);
  EXPECT_EQ(features.bm25, 0);
  EXPECT_EQ(features.context_coverage, 0);
  EXPECT_EQ(features.name_coverage, 0);
}

}  // namespace
}  // namespace footnote
