#include "retrieval/answer/answer_span.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/retrieval/answer/annotated_candidates.h"

namespace footnote {
namespace {

using testing::AnnotatedCandidates;
using testing::PlanFor;

// A question, a document whose last sentence is asked for its answer, and the
// words and the value of that.
struct Case {
  std::string question;
  std::string text;
  std::string words;  // Empty: there is no answer.
  std::string value;
};

void Check(const std::vector<Case>& cases, AnswerType type) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.question + "\n  " + c.text);
    const QueryPlan plan = PlanFor(c.question);
    ASSERT_EQ(plan.type, type);
    const auto candidates = AnnotatedCandidates(plan, c.text);
    ASSERT_FALSE(candidates.empty());
    const auto span = FindAnswerSpan(candidates.back(), plan);
    EXPECT_EQ(span.has_value(), !c.words.empty());
    if (!span.has_value()) continue;
    EXPECT_EQ(Slice(c.text, span->range), c.words);
    EXPECT_EQ(span->value, c.value);
    EXPECT_EQ(span->type, type);
  }
}

TEST(FindAnswerSpanTest, FindsDates) {
  const std::string question = "When did the Halden bridge open?";
  Check(
      {{question, "The Halden bridge opened on March 3, 2031.", "March 3, 2031",
        "2031-03-03"},
       {question, "Rain fell. The Halden bridge opened on Sunday.", "Sunday",
        "2031-05-18"},
       {question, "The Halden bridge opened in 2019 and 2022.", "2019", "2019"},
       // The nearest to what was asked for.
       {question,
        "Begun in 2019 by a crew of seven, the Halden bridge opened in 2022.",
        "2022", "2022"},
       {"When was the Halden bridge closed?",
        "The Halden bridge was closed from 2019 to 2022.", "2019", "2019/2022"},
       {question, "The Halden bridge opened two days late.", "", ""},
       {question, "The Halden bridge opened recently.", "", ""},
       {"When did the fire of 1871 begin?", "The fire of 1871 began here.", "",
        ""}},
      AnswerType::kDate);
}

TEST(FindAnswerSpanTest, FindsDurations) {
  Check(
      {{"How long did the ferry Kestrel wait?",
        "On Sunday the ferry Kestrel waited for two days.", "two days", "P2D"},
       {"How long did the ferry Kestrel wait?",
        "The ferry Kestrel waited on Sunday.", "", ""}},
      AnswerType::kDuration);
}

TEST(FindAnswerSpanTest, FindsCountsOfWhatIsCounted) {
  const std::string question =
      "How many passengers did the ferry Kestrel carry?";
  Check({{question, "The ferry Kestrel carried 14 lorries and 120 passengers.",
          "120 passengers", "120 passenger"},
         {question, "The ferry Kestrel carried over 120.", "120", ">120"},
         {question, "The ferry Kestrel carried passengers.", "", ""},
         {question, "The ferry Kestrel carried passengers on March 3, 2031.",
          "", ""}},
        AnswerType::kNumber);
}

TEST(FindAnswerSpanTest, FindsMoney) {
  const std::string question = "How much did the Halden bridge cost?";
  Check({{question, "The Halden bridge cost $4.5 million and 40 lives.",
          "$4.5 million", "4500000 USD"},
         {question, "The Halden bridge cost over 10 trillion yen.",
          "10 trillion yen", ">10000000000000 JPY"},
         {question, "The Halden bridge cost 40 lives.", "", ""}},
        AnswerType::kMoney);
}

TEST(FindAnswerSpanTest, FindsPercentages) {
  const std::string question = "What percentage of voters chose the pier?";
  Check({{question, "Of 900 voters, 12.5 percent chose the pier.",
          "12.5 percent", "12.5 %"},
         {question, "The pier was chosen by 900 voters.", "", ""}},
        AnswerType::kPercent);
}

TEST(FindAnswerSpanTest, FindsPersonsByTheirFullNames) {
  const std::string question = "Who founded the Halden observatory?";
  Check({{question, "Ida Brandt was rich. Brandt founded the observatory.",
          "Brandt", "Ida Brandt"},
         {question, "It was founded by nobody.", "", ""},
         {"Who praised Ida Brandt?", "Ida Brandt was praised.", "", ""}},
        AnswerType::kPerson);
}

TEST(FindAnswerSpanTest, JoinsPlacesThatAreListed) {
  const std::string question = "Which countries signed the Halden treaty?";
  Check(
      {{question, "The Halden treaty was signed by Norway, Sweden and Denmark.",
        "Norway, Sweden and Denmark", "Norway; Sweden; Denmark"},
       {question, "The treaty was signed in Norway before Sweden.", "Norway",
        "Norway"}},
      AnswerType::kPlace);
}

TEST(FindAnswerSpanTest, FindsQuotations) {
  const std::string question = "What did Ida Brandt say about the pier?";
  Check({{question, "Rain fell. Ida Brandt said: \"The pier is safe.\"",
          "\"The pier is safe.\"", "The pier is safe."},
         {question, "Ida Brandt said: \u201cThe pier is safe.\u201d",
          "\u201cThe pier is safe.\u201d", "The pier is safe."},
         {question, "Ida Brandt said: ``The pier is safe.''",
          "``The pier is safe.''", "The pier is safe."},
         {question, "Ida Brandt walked on the pier.", "", ""}},
        AnswerType::kQuote);
}

TEST(FindAnswerSpanTest, QuotesTheSpeakerThatIsAskedFor) {
  QueryPlan plan = PlanFor("What was said about the pier?");
  plan.type = AnswerType::kQuote;
  const auto candidates = AnnotatedCandidates(
      plan,
      "Ida Brandt said that the pier was safe. \"It leaks,\" said Jonas Lind.");
  // Both stand in one sentence, as where a splitter leaves them together.
  Candidate both = candidates[0];
  const Annotations& document = both.document->annotations;
  both.range.end = candidates[1].range.end;
  const std::string text = absl::StrCat(both.text, " ", candidates[1].text);
  both.text = text;
  both.annotations = AnnotationsIn(document, both.range);
  ASSERT_EQ(both.annotations.speeches.size(), 2u);
  for (const auto& [speaker, words] : std::map<std::string, std::string>{
           {"Brandt", "that the pier was safe"}, {"Lind", "It leaks,"}}) {
    plan.statement.speaker = speaker;
    const auto span = FindAnswerSpan(both, plan);
    ASSERT_TRUE(span.has_value());
    EXPECT_EQ(span->value, words);
  }
}

TEST(FindAnswerSpanTest, FindsTheNearestValueInATable) {
  const QueryPlan plan = PlanFor("How many boats did the Halden yard build?");
  std::string text = "The Halden yard in all";
  for (int i = 0; i < 50000; ++i) absl::StrAppend(&text, " 7 pots boats");
  const auto candidates = AnnotatedCandidates(plan, text);
  ASSERT_EQ(candidates.size(), 1u);
  const auto span = FindAnswerSpan(candidates[0], plan);
  ASSERT_TRUE(span.has_value());
  EXPECT_EQ(span->value, "7 pot");
}

TEST(FindAnswerSpanTest, TellsTheTimeOrTheAmount) {
  const QueryPlan when = PlanFor("When did the Halden bridge open?");
  const auto date = FindAnswerSpan(
      AnnotatedCandidates(when, "The Halden bridge opened by 2031.")[0], when);
  ASSERT_TRUE(date.has_value() && date->time.has_value());
  EXPECT_EQ(date->time->bound, TimeBound::kBy);
  EXPECT_EQ(date->time->precision, TimePrecision::kYear);
  EXPECT_FALSE(date->quantity.has_value());
  const QueryPlan cost = PlanFor("How much did the Halden bridge cost?");
  const auto amount = FindAnswerSpan(
      AnnotatedCandidates(cost, "The Halden bridge cost $5.")[0], cost);
  ASSERT_TRUE(amount.has_value() && amount->quantity.has_value());
  EXPECT_EQ(amount->quantity->value, 5);
  EXPECT_EQ(amount->quantity->unit, "USD");
  EXPECT_FALSE(amount->time.has_value());
}

TEST(FindAnswerSpanTest, PointsAtNothingWhereTheAnswerIsAStatement) {
  for (const AnswerType type :
       {AnswerType::kReason, AnswerType::kManner, AnswerType::kDefinition,
        AnswerType::kDescription, AnswerType::kYesNo, AnswerType::kList,
        AnswerType::kOther}) {
    EXPECT_FALSE(HasSpan(type)) << AnswerTypeName(type);
    QueryPlan plan = PlanFor("Halden bridge");
    plan.type = type;
    const auto candidates = AnnotatedCandidates(
        plan, "Ida Brandt opened the Halden bridge in 2019 for $5.");
    EXPECT_FALSE(FindAnswerSpan(candidates[0], plan).has_value());
  }
  for (const AnswerType type :
       {AnswerType::kPerson, AnswerType::kOrganization, AnswerType::kPlace,
        AnswerType::kDate, AnswerType::kDuration, AnswerType::kNumber,
        AnswerType::kQuantity, AnswerType::kMoney, AnswerType::kPercent,
        AnswerType::kQuote}) {
    EXPECT_TRUE(HasSpan(type)) << AnswerTypeName(type);
  }
}

}  // namespace
}  // namespace footnote
