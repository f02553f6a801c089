#include "retrieval/answer/contrary_features.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/retrieval/answer/candidates.h"
#include "tests/retrieval/answer/weighed_question.h"

namespace footnote {
namespace {

using testing::MakeCandidate;
using testing::WeighedQuestion;
using Features = ContraryFeatures;

Features Of(const Candidate& candidate, const WeighedQuestion& question) {
  return ComputeContraryFeatures(candidate, ReadSentenceWords(candidate),
                                 question.profile());
}

struct ContraryCase {
  std::string question;
  std::string sentence;
  double Features::*feature;
  double value;
};

TEST(ContraryFeaturesTest, TellWhatSpeaksAgainstTheQuestion) {
  const ContraryCase cases[] = {
      {"Which rivers do not freeze?", "Both rivers freeze.",
       &Features::missing_denial, 1},
      {"Which rivers do not freeze?", "Both rivers never freeze.",
       &Features::missing_denial, 0},
      {"Which rivers freeze?", "Both rivers freeze.", &Features::missing_denial,
       0},
      {"Which rivers freeze?", "No rivers freeze.", &Features::missing_denial,
       0},
      {"Who didn't vote?", "Brandt voted.", &Features::missing_denial, 1},
      // "Can" and "won" are no parts of "can't" and "won't".
      {"Who won the race?", "Brandt came in first.", &Features::missing_denial,
       0},
      {"Can a ferry sink?", "Ferries sink.", &Features::missing_denial, 0},
      {"Who refused the treaty?", "Brandt signed the treaty.",
       &Features::missing_negation, 1},
      {"Who refused the treaty?", "Brandt refuses the treaty.",
       &Features::missing_negation, 0},
      // That word is wanted and no other.
      {"Who refused the treaty?", "Brandt did not sign the treaty.",
       &Features::missing_negation, 1},
      {"Which rivers do not freeze?", "Both rivers freeze.",
       &Features::missing_negation, 1},
      {"Who signed the treaty?", "Brandt refused the treaty.",
       &Features::missing_negation, 0},
      {"Did Japan sign the treaty?", "Envoys of Norway signed the treaty.",
       &Features::swapped_name, 1},
      {"Did Japan sign the treaty?", "Japan and Norway signed the treaty.",
       &Features::swapped_name, 0},
      {"Did Japan sign the treaty?", "Envoys signed the treaty.",
       &Features::swapped_name, 0},
      {"Who signed the treaty?", "Envoys of Norway signed the treaty.",
       &Features::swapped_name, 0},
      {"Did Japan sign the treaty?", "Japan signed the treaty.",
       &Features::new_share, 0},
      // "envoys" and "Norway" of five.
      {"Did Japan sign the treaty?", "Norway envoys signed the treaty.",
       &Features::new_share, 0.4},
  };
  for (const auto& [text, sentence, feature, value] : cases) {
    const WeighedQuestion question(text);
    EXPECT_DOUBLE_EQ(
        Of(MakeCandidate(question.plan(), sentence), question).*feature, value)
        << text << " " << sentence;
  }
}

TEST(ContraryFeaturesTest, CountOppositesOfWhatIsMissing) {
  const WeighedQuestion question("Which ships arrive late?");
  ASSERT_EQ(question.plan().terms.size(), 3u);
  Candidate candidate = MakeCandidate(question.plan(), "The ships left.");
  EXPECT_EQ(Of(candidate, question).opposites, 0);
  candidate.in_opposites = {true, true, true};  // The first is there itself.
  EXPECT_DOUBLE_EQ(Of(candidate, question).opposites, 2.0 / 4);
  candidate.in_synonyms[2] = true;
  EXPECT_DOUBLE_EQ(Of(candidate, question).opposites, 1.0 / 3);
}

TEST(ContraryFeaturesTest, TakeASentenceWithoutWords) {
  const WeighedQuestion question("Did Japan sign the treaty?");
  const Features features = Of(MakeCandidate(question.plan(), "..."), question);
  EXPECT_EQ(features.new_share, 0);
  EXPECT_EQ(features.swapped_name, 0);
}

}  // namespace
}  // namespace footnote
