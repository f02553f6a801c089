#include "retrieval/status.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

absl::StatusOr<int> Half(int n) {
  if (n % 2 != 0) return absl::InvalidArgumentError("odd");
  return n / 2;
}

absl::StatusOr<int> Quarter(int n) {
  FOOTNOTE_ASSIGN_OR_RETURN(const int half, Half(n));
  FOOTNOTE_RETURN_IF_ERROR(Half(half).status());
  return half / 2;
}

TEST(StatusMacrosTest, ReturnEarly) {
  EXPECT_EQ(*Quarter(8), 2);
  EXPECT_THAT(Quarter(7), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Quarter(6), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(WithReasonTest, TravelsWithTheStatus) {
  EXPECT_EQ(ReasonOf(WithReason(absl::NotFoundError("x"), "GONE")), "GONE");
  EXPECT_EQ(ReasonOf(absl::NotFoundError("x")), std::nullopt);
  EXPECT_OK(WithReason(absl::OkStatus(), "GONE"));
}

TEST(WithFactTest, KeepsFactsApartWhateverTheyHold) {
  const std::string hostile =
      "a\x1e"
      "limit\x1f"
      "5";
  absl::Status status =
      WithFact(WithReason(absl::NotFoundError("x"), "GONE"), "id", hostile);
  status = WithFact(std::move(status), "n", "1");
  EXPECT_EQ(FactsOf(status),
            (std::map<std::string, std::string>{{"id", hostile}, {"n", "1"}}));
  EXPECT_OK(WithFact(absl::OkStatus(), "n", "1"));
  EXPECT_TRUE(FactsOf(absl::NotFoundError("x")).empty());
}

TEST(InvalidFieldsTest, NamesEveryField) {
  const absl::Status status =
      InvalidFields({{"a.b", "is empty."}, {"c", "is too long."}});
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(status.message(), "a.b: is empty. c: is too long.");
  EXPECT_EQ(ReasonOf(status), "INVALID_FIELD");
  const auto violations = ViolationsOf(status);
  ASSERT_EQ(violations.size(), 2u);
  EXPECT_EQ(violations[0].field, "a.b");
  EXPECT_EQ(violations[1].description, "is too long.");
  EXPECT_TRUE(ViolationsOf(absl::NotFoundError("x")).empty());
}

}  // namespace
}  // namespace footnote
