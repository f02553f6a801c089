#include "bench/quality/measurement_file.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "bench/quality/figures.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using ::testing::HasSubstr;

// Questions `first` to `last`, every third of which is right.
Measurement Part(uint32_t part, int first, int last) {
  Measurement measurement;
  measurement.set_set("harbours");
  measurement.set_part(part);
  measurement.set_parts(2);
  measurement.set_citations_checked(5);
  System* system = measurement.add_systems();
  system->set_name("footnote");
  system->set_has_confidence(true);
  for (int i = first; i <= last; ++i) {
    JudgedQuestion* question = system->add_questions();
    question->set_id(std::to_string(i));
    question->set_answerable(true);
    question->set_is_ranked(true);
    question->set_right_rank(i % 3 == 0 ? 1 : 0);
    question->set_confidence(1.0 / i);
  }
  FillFigures(system);
  return measurement;
}

TEST(MeasurementFileTest, ReadsWhatItWrites) {
  const testing::TemporaryDirectory directory;
  const Measurement written = Part(1, 1, 7);
  ASSERT_TRUE(WriteMeasurement(written, directory.File("a.json")).ok());
  const auto read = ReadMeasurement(directory.File("a.json"));
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_TRUE(
      google::protobuf::util::MessageDifferencer::Equals(*read, written));
}

TEST(MeasurementFileTest, TellsWhatIsNoMeasurement) {
  const testing::TemporaryDirectory directory;
  EXPECT_EQ(ReadMeasurement(directory.File("gone")).status().code(),
            absl::StatusCode::kNotFound);
  for (const char* bad : {"{\"set\": [", "{}", "{\"systems\": []}", ""}) {
    std::ofstream(directory.File("bad")) << bad;
    EXPECT_EQ(ReadMeasurement(directory.File("bad")).status().code(),
              absl::StatusCode::kInvalidArgument)
        << bad;
  }
  EXPECT_EQ(WriteMeasurement(Part(0, 1, 2), directory.File("bad/where")).code(),
            absl::StatusCode::kUnavailable);
}

TEST(MeasurementFileTest, PoolsAsIfMeasuredAtOnce) {
  const auto pooled = Pool({Part(1, 6, 10), Part(0, 1, 5)});
  ASSERT_TRUE(pooled.ok()) << pooled.status();
  ASSERT_EQ(pooled->size(), 1u);
  System whole = Part(0, 1, 10).systems(0);
  System of_parts = pooled->front().systems(0);
  EXPECT_EQ(of_parts.questions_size(), 10);
  whole.clear_questions();
  of_parts.clear_questions();
  EXPECT_TRUE(
      google::protobuf::util::MessageDifferencer::Equals(of_parts, whole));
  EXPECT_EQ(pooled->front().citations_checked(), 10u);
}

TEST(MeasurementFileTest, KeepsSetsApart) {
  Measurement other = Part(0, 1, 5);
  other.set_set("mills");
  const auto pooled = Pool({Part(0, 1, 5), other});
  ASSERT_TRUE(pooled.ok()) << pooled.status();
  ASSERT_EQ(pooled->size(), 2u);
  EXPECT_EQ(pooled->at(0).set(), "harbours");
  EXPECT_EQ(pooled->at(1).set(), "mills");
}

TEST(MeasurementFileTest, RefusesAQuestionTwiceAndAnotherCut) {
  EXPECT_THAT(
      std::string(Pool({Part(0, 1, 5), Part(1, 5, 6)}).status().message()),
      HasSubstr("the question 5 twice"));
  Measurement other = Part(1, 6, 10);
  other.set_parts(3);
  EXPECT_EQ(Pool({Part(0, 1, 5), other}).status().code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace footnote::bench
