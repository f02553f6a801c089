#include "service/page_token.h"

#include <gmock/gmock.h>

#include <limits>
#include <string>

#include "footnote/v1/corpus.pb.h"
#include "footnote/v1/question_answering.pb.h"
#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

v1::ListDocumentsRequest Listing(const std::string& corpus,
                                 const std::string& token) {
  v1::ListDocumentsRequest request;
  request.set_corpus(corpus);
  request.set_page_token(token);
  return request;
}

void ExpectRefused(const google::protobuf::Message& request) {
  const auto read = ReadPageToken(request);
  EXPECT_THAT(read, testing::StatusIs(absl::StatusCode::kInvalidArgument));
  const auto violations = ViolationsOf(read.status());
  ASSERT_EQ(violations.size(), size_t{1});
  EXPECT_EQ(violations[0].field, "page_token");
}

TEST(PageTokenTest, GivesBackWhatItWasMadeWith) {
  for (const std::string cursor :
       {"", "a", "news/2025-01-31", "ü 東京 \"x\"", "%/+="}) {
    for (const uint64_t revision :
         {uint64_t{0}, uint64_t{7}, std::numeric_limits<uint64_t>::max()}) {
      SCOPED_TRACE(cursor);
      v1::ListDocumentsRequest request = Listing("news", "");
      request.set_page_token(MakePageToken(request, {revision, cursor}));
      const auto read = ReadPageToken(request);
      ASSERT_OK(read);
      ASSERT_TRUE(read->has_value());
      EXPECT_EQ((*read)->cursor, cursor);
      EXPECT_EQ((*read)->revision, revision);
    }
  }
}

TEST(PageTokenTest, EmptyMeansTheFirstPage) {
  const auto read = ReadPageToken(Listing("news", ""));
  ASSERT_OK(read);
  EXPECT_FALSE(read->has_value());
}

TEST(PageTokenTest, LetsThePageSizeChange) {
  v1::SearchRequest request;
  request.set_query("treaty");
  request.set_page_size(5);
  request.set_page_token(MakePageToken(request, {3, "5"}));
  request.set_page_size(100);
  EXPECT_OK(ReadPageToken(request));
  request.clear_page_size();
  EXPECT_OK(ReadPageToken(request));
}

TEST(PageTokenTest, RefusesATokenOfAnotherRequest) {
  const std::string token = MakePageToken(Listing("news", ""), {1, "a-1"});
  EXPECT_OK(ReadPageToken(Listing("news", token)));
  ExpectRefused(Listing("other", token));
  v1::ListCorporaRequest corpora;
  corpora.set_page_token(MakePageToken(v1::ListDocumentsRequest(), {1, "a-1"}));
  ExpectRefused(corpora);
  v1::SearchRequest search;
  search.set_query("treaty");
  search.mutable_filter()->add_sources("Kyodo");
  search.set_page_token(MakePageToken(search, {1, "10"}));
  EXPECT_OK(ReadPageToken(search));
  search.mutable_filter()->add_sources("Jiji");
  ExpectRefused(search);
}

TEST(PageTokenTest, RefusesWhatItDidNotMake) {
  for (const std::string token : {"x", "????", "AAAA", "a-1", "Zm9vYmFy"}) {
    SCOPED_TRACE(token);
    ExpectRefused(Listing("news", token));
  }
}

TEST(PageTokenTest, RefusesATokenWithAnyCharacterChanged) {
  const std::string token =
      MakePageToken(Listing("news", ""), {12, "document-17"});
  for (size_t i = 0; i < token.size(); ++i) {
    SCOPED_TRACE(i);
    std::string changed = token;
    changed[i] = changed[i] == 'A' ? 'Q' : 'A';
    ExpectRefused(Listing("news", changed));
  }
  ExpectRefused(Listing("news", token + "A"));
  ExpectRefused(Listing("news", token + "="));
}

}  // namespace
}  // namespace footnote
