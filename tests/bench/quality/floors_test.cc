#include "bench/quality/floors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace footnote::bench {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Measurement Example() {
  Measurement measurement;
  measurement.set_set("harbours");
  System* system = measurement.add_systems();
  Figure* figure = system->add_figures();
  figure->set_measure("p_at_1");
  figure->set_value(0.5);
  figure = system->add_figures();
  figure->set_measure("p_at_1");
  figure->set_answer_type("DATE");
  figure->set_value(0.9);
  figure = system->add_figures();
  figure->set_measure("ece");
  figure->set_value(0.25);
  return measurement;
}

absl::Status Check(const std::string& text) {
  const auto floors = ParseFloors(text);
  EXPECT_TRUE(floors.ok()) << floors.status();
  return CheckFloors(*floors, Example());
}

TEST(FloorsTest, TakesWhatReachesThem) {
  EXPECT_TRUE(Check("").ok());
  EXPECT_TRUE(Check("p_at_1>=0.5,ece<=0.25").ok());
}

TEST(FloorsTest, NamesAllThatDoesNot) {
  const absl::Status status = Check("p_at_1>=0.51,ece<=0.24,auc>=0,ece>=0");
  EXPECT_EQ(status.code(), absl::StatusCode::kOutOfRange);
  EXPECT_THAT(
      std::string(status.message()),
      AllOf(HasSubstr("harbours"), HasSubstr("p_at_1 is 0.5, not >= 0.51"),
            HasSubstr("ece is 0.25, not <= 0.24"),
            HasSubstr("auc has no value"),
            Not(HasSubstr("ece is 0.25, not >="))));
}

TEST(FloorsTest, RefusesWhatIsNone) {
  for (const std::string text :
       {"p_at_1", "p_at_1=0.5", "p_at_1>=high", "p_at_1>=0.5<=0.6", ">=0.5",
        "precision>=0.5"}) {
    const auto floors = ParseFloors(text);
    EXPECT_EQ(floors.status().code(), absl::StatusCode::kInvalidArgument)
        << text;
    EXPECT_THAT(std::string(floors.status().message()), HasSubstr("p_at_1"));
  }
}

}  // namespace
}  // namespace footnote::bench
