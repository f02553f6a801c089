#include "retrieval/answer/statement_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "retrieval/text/timestamp.h"
#include "tests/retrieval/answer/annotated_candidates.h"

namespace footnote {
namespace {

using testing::AnnotatedCandidates;
using ::testing::Eq;
using ::testing::Optional;

constexpr char kText[] =
    "Mayor Ida Brandt opened the Halden Ferry Office (HFO) on March 3, 2031. "
    "She said the pier was safe. "
    "\"The pier leaks,\" Ines Falk said. "
    "The HFO closed for two days.";

// Returns what sentence `index` fails of the conditions that `set` makes.
std::optional<RejectionReason> Failure(
    size_t index, const std::function<void(QueryPlan*)>& set) {
  QueryPlan plan = Plan("pier", StopWords::kDrop);
  set(&plan);
  const auto candidates = AnnotatedCandidates(plan, kText);
  const Candidate& candidate = candidates.at(index);
  return FailedCondition(candidate, FindAnswerSpan(candidate, plan), plan);
}

std::optional<RejectionReason> About(size_t index,
                                     std::vector<Entity> entities) {
  return Failure(index, [&](QueryPlan* plan) {
    plan->statement.entities = std::move(entities);
  });
}

TEST(FailedConditionTest, PassesWhereNothingIsAskedFor) {
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(Failure(i, [](QueryPlan*) {}), std::nullopt);
  }
}

TEST(FailedConditionTest, TakesNamesTitlesAndWhatStandsForThem) {
  const auto not_found = Optional(Eq(RejectionReason::kEntityNotFound));
  for (const char* name :
       {"Ida Brandt", "Brandt", "mayor Brandt", "the mayor", "brandt's"}) {
    SCOPED_TRACE(name);
    EXPECT_EQ(About(0, {{{name}}}), std::nullopt);
    EXPECT_EQ(About(1, {{{name}}}), std::nullopt);  // "She".
    EXPECT_THAT(About(2, {{{name}}}), not_found);
  }
  EXPECT_THAT(About(0, {{{"Ines Brandt"}}}), not_found);
}

TEST(FailedConditionTest, TakesAnyFormOfEachEntity) {
  EXPECT_EQ(About(3, {{{"Halden Ferry Office", "HFO"}}}), std::nullopt);
  EXPECT_EQ(About(0, {{{"Ida Brandt"}}, {{"absent", "HFO"}}}), std::nullopt);
  EXPECT_THAT(About(3, {{{"Ida Brandt"}}, {{"HFO"}}}),
              Optional(Eq(RejectionReason::kEntityNotFound)));
}

TEST(FailedConditionTest, TakesWordsThatAreNoNames) {
  EXPECT_EQ(About(1, {{{"the pier"}}}), std::nullopt);
  EXPECT_THAT(About(0, {{{"the pier"}}}),
              Optional(Eq(RejectionReason::kEntityNotFound)));
}

TEST(FailedConditionTest, TakesTheWordsOfTheSpeakerAlone) {
  const auto said_by = [](size_t index, const std::string& speaker) {
    return Failure(index,
                   [&](QueryPlan* plan) { plan->statement.speaker = speaker; });
  };
  EXPECT_EQ(said_by(1, "Brandt"), std::nullopt);
  EXPECT_EQ(said_by(1, "Mayor Brandt"), std::nullopt);
  EXPECT_EQ(said_by(2, "Ines Falk"), std::nullopt);
  const auto other = Optional(Eq(RejectionReason::kOtherSpeaker));
  EXPECT_THAT(said_by(0, "Brandt"), other);
  EXPECT_THAT(said_by(1, "Falk"), other);
  EXPECT_THAT(said_by(2, "Brandt"), other);
}

TEST(FailedConditionTest, TakesSentencesOfTheTime) {
  const auto in = [](size_t index, const std::string& time) {
    return Failure(index, [&](QueryPlan* plan) {
      plan->statement.event = ParsePeriod(time);
    });
  };
  EXPECT_EQ(in(0, "2031-03-03"), std::nullopt);
  EXPECT_EQ(in(0, "2031"), std::nullopt);
  EXPECT_THAT(in(0, "2031-03-04"), Optional(Eq(RejectionReason::kOtherTime)));
  EXPECT_THAT(in(3, "2031"), Optional(Eq(RejectionReason::kOtherTime)));
}

TEST(FailedConditionTest, AsksForTheTypeOnlyIfItWasGiven) {
  const auto of = [](size_t index, AnswerType type, bool is_given) {
    return Failure(index, [&](QueryPlan* plan) {
      plan->type = type;
      plan->type_is_given = is_given;
    });
  };
  EXPECT_EQ(of(0, AnswerType::kDate, true), std::nullopt);
  EXPECT_EQ(of(3, AnswerType::kDate, false), std::nullopt);
  EXPECT_THAT(of(3, AnswerType::kDate, true),
              Optional(Eq(RejectionReason::kTypeNotFound)));
  EXPECT_EQ(of(3, AnswerType::kReason, true), std::nullopt);
}

TEST(FailedConditionTest, NamesTheFirstThatFails) {
  const auto all = [](QueryPlan* plan) {
    plan->statement.entities = {{{"nobody"}}};
    plan->statement.speaker = "nobody";
    plan->statement.event = ParsePeriod("1999");
  };
  EXPECT_THAT(Failure(0, all), Optional(Eq(RejectionReason::kEntityNotFound)));
}

}  // namespace
}  // namespace footnote
