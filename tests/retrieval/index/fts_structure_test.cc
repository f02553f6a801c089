#include "retrieval/index/fts_structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::StatusIs;

// Returns a varint of one byte or two.
std::string Number(unsigned value) {
  if (value < 0x80) return {static_cast<char>(value)};
  return {static_cast<char>(value >> 7 | 0x80),
          static_cast<char>(value & 0x7f)};
}

// Returns a record with a cookie before `rest`.
std::string Record(const std::string& rest) {
  return std::string("\0\0\0\7", 4) + rest;
}

// Returns a record with one level of `count` segments of one leaf each.
std::string RecordOf(unsigned count) {
  std::string rest = Number(1) + Number(count) + Number(0);
  rest += Number(0) + Number(count);
  for (unsigned i = 1; i <= count; ++i) {
    rest += Number(i) + Number(1) + Number(1);
  }
  return Record(rest);
}

constexpr auto kDataLoss = absl::StatusCode::kDataLoss;

TEST(FtsStructureTest, OrdersSegmentsByAge) {
  // Two levels: 5, then 6, are new; 2 is older and 3, of its level, less so.
  const auto segments = DecodeFtsStructure(
      Record({2, 4, 9, 0, 2, 5, 1, 4, 6, 1, 1, 1, 2, 2, 3, 7, 3, 1, 8}));
  ASSERT_OK(segments);
  EXPECT_THAT(*segments, ElementsAre(FtsSegment{2, 3, 7}, FtsSegment{3, 1, 8},
                                     FtsSegment{5, 1, 4}, FtsSegment{6, 1, 1}));
}

TEST(FtsStructureTest, KnowsAnEmptyIndex) {
  EXPECT_THAT(*DecodeFtsStructure(Record({0, 0, 0})), IsEmpty());
}

TEST(FtsStructureTest, LeavesOutWhatWasMerged) {
  EXPECT_THAT(*DecodeFtsStructure(Record({1, 2, 0, 2, 2, 4, 0, 0, 5, 2, 3})),
              ElementsAre(FtsSegment{5, 2, 3}));
}

TEST(FtsStructureTest, TakesAsManySegmentsAsThereCanBe) {
  for (const unsigned count : {1999u, 2000u}) {
    const auto segments = DecodeFtsStructure(RecordOf(count));
    ASSERT_OK(segments);
    EXPECT_EQ(segments->size(), count);
  }
  EXPECT_THAT(DecodeFtsStructure(RecordOf(2001)), StatusIs(kDataLoss));
}

TEST(FtsStructureTest, RefusesContradictions) {
  for (const std::string& rest :
       {std::string{1, 2, 0, 0, 1, 4, 1, 1},           // Fewer than counted.
        std::string{1, 1, 0, 0, 2, 4, 1, 1, 5, 1, 1},  // More than counted.
        std::string{1, 1, 0, 2, 1, 4, 1, 1},     // More merged than there are.
        std::string{1, 1, 0, 0, 1, 0, 1, 1},     // Without a number.
        std::string{1, 1, 0, 0, 1, 4, 2, 1},     // Ends before it begins.
        std::string{1, 1, 0, 0, 1, 4, 0, 1}}) {  // Begins at no leaf.
    EXPECT_THAT(DecodeFtsStructure(Record(rest)), StatusIs(kDataLoss));
  }
}

TEST(FtsStructureTest, RefusesARecordThatBreaksOff) {
  const std::string whole = Record({1, 1, 0, 0, 1, 4, 1, 1});
  ASSERT_OK(DecodeFtsStructure(whole));
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THAT(DecodeFtsStructure(whole.substr(0, size)), StatusIs(kDataLoss));
  }
}

TEST(FtsStructureTest, RefusesTheFormOfTablesWithoutContent) {
  EXPECT_THAT(DecodeFtsStructure(Record(std::string("\xff\0\0\1\1\1\0\0", 8))),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

}  // namespace
}  // namespace footnote
