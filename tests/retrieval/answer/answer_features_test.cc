#include "retrieval/answer/answer_features.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/retrieval/answer/weighed_question.h"

namespace footnote {
namespace {

using testing::AnnotatedCandidates;
using testing::WeighedQuestion;
using Features = AnswerFeatures;

Features Of(const Candidate& candidate, const WeighedQuestion& question,
            double missing_names = 0) {
  return ComputeAnswerFeatures(candidate, ReadSentenceWords(candidate),
                               question.profile(), missing_names);
}

// Returns `text`, one sentence that was published on May 20, 2031.
Candidate Sentence(const WeighedQuestion& question, const std::string& text) {
  auto candidates = AnnotatedCandidates(question.plan(), text);
  EXPECT_EQ(candidates.size(), 1u) << text;
  return candidates.front();
}

struct AnswerCase {
  std::string question;
  std::string sentence;
  double Features::*feature;
  double value;
};

TEST(AnswerFeaturesTest, TellWhetherItHoldsWhatIsAskedFor) {
  const std::string when = "When did the bridge open?";
  const std::string who = "Who opened the bridge?";
  const std::string why = "Why did the bridge close?";
  const std::string what = "What is the Kestrel?";
  const std::string said = "What did Ida Falk say about the bridge?";
  const AnswerCase cases[] = {
      {when, "The bridge opened late.", &Features::form, 0},
      {when, "The bridge opened in 1951.", &Features::form, 1},
      {why, "It rained.", &Features::form, 1},
      {when, "The bridge opened late.", &Features::answers, 0},
      {when, "The bridge opened in 1951.", &Features::answers, 1.0 / 3},
      {who, "The bridge opened late.", &Features::answers, 0},
      {who, "There Ida Falk opened the bridge.", &Features::answers, 2.0 / 4},
      {"How many spans has the bridge?", "The bridge has 14 spans.",
       &Features::answers, 1.0 / 3},
      // Any new word may, where the type does not tell: "old", "leaked".
      {why, "The old bridge leaked.", &Features::answers, 2.0 / 4},
      {when, "The bridge opened late.", &Features::answer_nearness, 0},
      {when, "It came in 1951.", &Features::answer_nearness, 0},
      {when, "The bridge opened in 1951.", &Features::answer_nearness, 1.0 / 2},
      {who, "Falk opened the bridge.", &Features::answer_nearness, 1},
      {when, "The bridge opened.", &Features::new_names, 0},
      // Anything begins with a capital.
      {when, "Falk opened the bridge.", &Features::new_names, 0},
      {when, "There Ida Falk opened the bridge.", &Features::new_names,
       2.0 / 4},
      {when, "The bridge opened in 1951.", &Features::new_numbers, 0},
      {when, "The bridge opened for 14 trains.", &Features::new_numbers,
       1.0 / 3},
      {when, "The bridge opened for 14 trains.", &Features::new_times, 0},
      {when, "The bridge opened in 1951.", &Features::new_times, 1.0 / 3},
      {when, "The bridge opened.", &Features::new_words, 0},
      {when, "The bridge opened in 1951.", &Features::new_words, 0},
      {when, "The bridge opened for trains.", &Features::new_words, 1.0 / 3},
      {who, "Workers opened the bridge.", &Features::names_of_kind, 0},
      {who, "Mayor Ida Brandt opened the bridge.", &Features::names_of_kind,
       1.0 / 3},
      // A date is no name of a kind.
      {when, "Mayor Ida Brandt opened the bridge.", &Features::names_of_kind,
       0},
      {"Who is Ida Brandt?", "Mayor Ida Brandt opened the bridge.",
       &Features::names_of_kind, 0},
      {"Which country built the bridge?", "Norway built the bridge.",
       &Features::focus, 0},
      {"Which country built the bridge?", "That country built it.",
       &Features::focus, 1},
      {who, "That country built the bridge.", &Features::focus, 0},
      {what, "The Kestrel sank.", &Features::definition, 0},
      {what, "The Kestrel is sinking.", &Features::definition, 0},
      {what, "The Kestrel is a ferry.", &Features::definition, 1},
      {what, "The Kestrel was the first ferry.", &Features::definition, 1},
      // The name is the eighth term, and the ninth.
      {what, "On most days in the spring the Kestrel is a ferry.",
       &Features::definition, 1},
      {what, "On most days in the early spring the Kestrel is a ferry.",
       &Features::definition, 0},
      {said, "\u201CThe bridge is safe,\u201D said Ida Falk.",
       &Features::speaker, 1},
      {said, "\u201CThe bridge is safe,\u201D said Olaf Brandt.",
       &Features::speaker, 0},
      {when, "\u201CThe bridge is safe,\u201D said Ida Falk.",
       &Features::speaker, 0},
      {when, "The bridge opened.", &Features::speech, 0},
  };
  for (const auto& [text, sentence, feature, value] : cases) {
    const WeighedQuestion question(text);
    EXPECT_DOUBLE_EQ(Of(Sentence(question, sentence), question).*feature, value)
        << text << " " << sentence;
  }
}

TEST(AnswerFeaturesTest, MeasureTheWayToTheRarestTermFound) {
  // Of bridge, open.
  const std::string text = "The bridge opened in 1951.";
  const WeighedQuestion bridge("When did the bridge open?", {5, 1});
  EXPECT_DOUBLE_EQ(Of(Sentence(bridge, text), bridge).answer_nearness_to_rarest,
                   1.0 / 3);
  const WeighedQuestion open("When did the bridge open?", {1, 5});
  EXPECT_DOUBLE_EQ(Of(Sentence(open, text), open).answer_nearness_to_rarest,
                   1.0 / 2);
  EXPECT_EQ(
      Of(Sentence(open, "It came in 1951."), open).answer_nearness_to_rarest,
      0);
  EXPECT_EQ(
      Of(Sentence(open, "The bridge opened."), open).answer_nearness_to_rarest,
      0);
}

TEST(AnswerFeaturesTest, CountKinds) {
  const WeighedQuestion question("Which country built the bridge?");
  Candidate candidate = Sentence(question, "Norway built the bridge.");
  EXPECT_EQ(Of(candidate, question).kinds, 0);
  candidate.kinds = 2;
  EXPECT_DOUBLE_EQ(Of(candidate, question).kinds, 2.0 / 4);
}

TEST(AnswerFeaturesTest, ShareOutWhatIsSaid) {
  const WeighedQuestion question("What of the bridge?");
  Candidate candidate =
      testing::MakeCandidate(question.plan(), std::string(20, 'x'));
  candidate.range = {100, 120};
  const Speech inside = {{105, 110}, {}, 0, true};
  const Speech before = {{80, 105}, {}, 0, true};
  const Speech behind = {{120, 130}, {}, 0, true};
  const Speech around = {{90, 130}, {}, 0, true};
  candidate.annotations.speeches = {&inside};
  EXPECT_DOUBLE_EQ(Of(candidate, question).speech, 0.25);
  candidate.annotations.speeches = {&before, &inside};
  EXPECT_DOUBLE_EQ(Of(candidate, question).speech, 0.5);
  candidate.annotations.speeches = {&behind};
  EXPECT_EQ(Of(candidate, question).speech, 0);
  candidate.annotations.speeches = {&around, &inside};
  EXPECT_EQ(Of(candidate, question).speech, 1);
}

TEST(AnswerFeaturesTest, LookAheadWhereTheQuestionDoes) {
  const std::string will = "When will the bridge open?";
  const std::string did = "When did the bridge open?";
  const std::string to_come = "The bridge opens on June 3, 2031.";
  const auto outlook = [](const std::string& text, const std::string& sentence,
                          double missing_names) {
    const WeighedQuestion question(text);
    return Of(Sentence(question, sentence), question, missing_names).outlook;
  };
  EXPECT_EQ(outlook(will, to_come, 0), 1);
  EXPECT_EQ(outlook(did, to_come, 0), 0);
  EXPECT_EQ(outlook(will, to_come, 0.5), 0);
  EXPECT_EQ(outlook(will, "The bridge opened on May 3, 2031.", 0), 0);
  EXPECT_EQ(outlook(will, "The bridge opens.", 0), 0);
  EXPECT_EQ(outlook(will, "It rains on June 3, 2031.", 0), 0);
  EXPECT_EQ(outlook("Will the bridge open?", to_come, 0), 0);
}

TEST(AnswerFeaturesTest, TakeASentenceWithoutWords) {
  const WeighedQuestion question("When did the bridge open?");
  const Features features =
      Of(testing::MakeCandidate(question.plan(), "..."), question);
  EXPECT_EQ(features.answers, 0);
  EXPECT_EQ(features.answer_nearness, 0);
  EXPECT_EQ(features.definition, 0);
}

}  // namespace
}  // namespace footnote
