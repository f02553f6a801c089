#include "bench/load/respelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "absl/strings/str_cat.h"

namespace footnote::bench {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Document Harbor(int number) {
  Document document;
  document.id = absl::StrCat("harbor-", number);
  document.title = "The harbor of Norhaven";
  document.text = "The harbor is open, in 1912 as now.";
  return document;
}

// `count` documents, one of which holds "Kestrel".
std::vector<Document> Harbors(int count) {
  std::vector<Document> documents;
  for (int i = 0; i < count; ++i) documents.push_back(Harbor(i));
  documents[0].text += " The ferry Kestrel of O\u2019Brien sails.";
  return documents;
}

TEST(RespellingTest, TheFirstEditionIsTheDocument) {
  const auto documents = Harbors(13);
  const Document same = Respelling(documents).Edition(documents[0], 0);
  EXPECT_EQ(same.id, documents[0].id);
  EXPECT_EQ(same.text, documents[0].text);
}

TEST(RespellingTest, RespellsRareWordsAndKeepsCommonOnes) {
  const auto documents = Harbors(13);
  const Document other = Respelling(documents).Edition(documents[0], 6);
  EXPECT_EQ(other.id, "edition-6-harbor-0");
  EXPECT_THAT(other.text, StartsWith("The harbor is open, in 1912 as now. "));
  EXPECT_THAT(other.text, HasSubstr("\u2019"));
  EXPECT_THAT(other.text, Not(HasSubstr("Kestrel")));
  EXPECT_THAT(other.text, HasSubstr("Litvsim"));
}

TEST(RespellingTest, AWordOfTwelveDocumentsIsRareOfThirteenCommon) {
  const auto few = Harbors(12);
  EXPECT_THAT(Respelling(few).Edition(few[0], 1).text,
              Not(HasSubstr("harbor")));
  const auto many = Harbors(13);
  EXPECT_THAT(Respelling(many).Edition(many[0], 1).text, HasSubstr("harbor"));
}

TEST(RespellingTest, EveryEditionIsSpelledOtherwise) {
  const auto documents = Harbors(13);
  const Respelling respelling(documents);
  std::set<std::string> texts;
  for (size_t i = 0; i < Respelling::kEditions; ++i) {
    texts.insert(respelling.Edition(documents[0], i).text);
  }
  EXPECT_EQ(texts.size(), Respelling::kEditions);
  EXPECT_EQ(respelling.Edition(documents[0], Respelling::kEditions).text,
            documents[0].text);
}

}  // namespace
}  // namespace footnote::bench
