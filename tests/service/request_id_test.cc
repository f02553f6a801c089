#include "service/request_id.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace footnote {
namespace {

using ::testing::MatchesRegex;

TEST(RequestIdTest, TakesAHarmlessProposal) {
  for (const std::string& id :
       {std::string("a"), std::string("req-17_b.c:d"), std::string(64, 'x')}) {
    SCOPED_TRACE(id);
    EXPECT_EQ(ChooseRequestId(id), id);
  }
}

TEST(RequestIdTest, MakesItsOwnForAnyOther) {
  for (const std::string& id :
       {std::string(), std::string(65, 'x'), std::string("a b"),
        std::string("a\nb"), std::string("\"}"), std::string("é")}) {
    SCOPED_TRACE(id);
    EXPECT_THAT(ChooseRequestId(id), MatchesRegex("[0-9a-f]+"));
  }
}

TEST(RequestIdTest, NeverMakesTheSameTwice) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(ChooseRequestId(""));
  EXPECT_EQ(seen.size(), size_t{1000});
}

}  // namespace
}  // namespace footnote
