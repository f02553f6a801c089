#include "service/page_token.h"

#include <gmock/gmock.h>

#include <string>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

void ExpectRefused(const absl::StatusOr<std::string>& read) {
  EXPECT_THAT(read, testing::StatusIs(absl::StatusCode::kInvalidArgument));
  const auto violations = ViolationsOf(read.status());
  ASSERT_EQ(violations.size(), size_t{1});
  EXPECT_EQ(violations[0].field, "page_token");
}

TEST(PageTokenTest, GivesBackWhatItWasMadeWith) {
  for (const std::string id :
       {"a", "news/2025-01-31", "ü 東京 \"x\"", "%/+="}) {
    SCOPED_TRACE(id);
    const std::string token = MakePageToken("news", id);
    const absl::StatusOr<std::string> read = ReadPageToken("news", token);
    ASSERT_OK(read);
    EXPECT_EQ(*read, id);
  }
}

TEST(PageTokenTest, EmptyMeansTheFirstPage) {
  const absl::StatusOr<std::string> read = ReadPageToken("news", "");
  ASSERT_OK(read);
  EXPECT_EQ(*read, "");
}

TEST(PageTokenTest, RefusesATokenOfAnotherCorpus) {
  ExpectRefused(ReadPageToken("other", MakePageToken("news", "a-1")));
}

TEST(PageTokenTest, RefusesWhatItDidNotMake) {
  for (const std::string token : {"x", "????", "AAAA", "a-1", "Zm9vYmFy"}) {
    SCOPED_TRACE(token);
    ExpectRefused(ReadPageToken("news", token));
  }
}

TEST(PageTokenTest, RefusesATokenWithAnyCharacterChanged) {
  const std::string token = MakePageToken("news", "document-17");
  for (size_t i = 0; i < token.size(); ++i) {
    SCOPED_TRACE(i);
    std::string changed = token;
    changed[i] = changed[i] == 'A' ? 'Q' : 'A';
    ExpectRefused(ReadPageToken("news", changed));
  }
}

}  // namespace
}  // namespace footnote
