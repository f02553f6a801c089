#include "service/field_checks.h"

#include <gmock/gmock.h>

#include <limits>
#include <string>

#include "service/error_status.h"
#include "tests/service/error_details.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::DetailsOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(FieldChecksTest, FindsNothingWhereNothingIsWrong) {
  FieldChecks checks;
  checks.AtMost("a", 3, 3, "bytes");
  checks.Within("b", 1, 1, 1);
  checks.CorpusName("news");
  checks.Text("c", "Who?", 1024);
  EXPECT_OK(checks.Result());
}

TEST(FieldChecksTest, SaysWhatIsWrongAndWhatWouldDo) {
  FieldChecks checks;
  checks.AtMost("filter.ids", 4, 3, "ids");
  const auto details = DetailsOf(ToGrpcStatus(checks.Result()));
  EXPECT_THAT(
      details.violations,
      ElementsAre(Pair("filter.ids", "has 4 ids; at most 3 are taken.")));
  EXPECT_THAT(details.info.metadata(),
              UnorderedElementsAre(Pair("limit", "3"), Pair("actual", "4")));
}

TEST(FieldChecksTest, NamesTheEndOfTheRangeThatWasPassed) {
  FieldChecks checks;
  checks.Within("size", std::numeric_limits<int>::min(), 1, 100);
  EXPECT_EQ(
      DetailsOf(ToGrpcStatus(checks.Result())).info.metadata().at("limit"),
      "1");
}

TEST(FieldChecksTest, LimitsOfSeveralFieldsAreNotMixedUp) {
  FieldChecks checks;
  checks.Within("size", 0, 1, 100);
  checks.Text("text", "\u3000", 1024);
  const auto details = DetailsOf(ToGrpcStatus(checks.Result()));
  EXPECT_THAT(details.violations, ElementsAre(Key("size"), Key("text")));
  EXPECT_THAT(details.info.metadata(), IsEmpty());
}

}  // namespace
}  // namespace footnote
