#include "client/given_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/client/scratch_folder.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::footnote::testing::ScratchFolder;
using ::footnote::testing::StatusIs;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::vector<v1::Quotation> Citing(const std::vector<std::string>& ids) {
  std::vector<v1::Quotation> quotations;
  for (const std::string& id : ids) {
    quotations.emplace_back();
    quotations.back().mutable_citation()->set_document_id(id);
  }
  return quotations;
}

TEST(ReadGivenDocumentsTest, TakesOneFileForTheOneDocument) {
  const ScratchFolder folder;
  for (const char* name : {"page.txt", "page.md", "page", "page.csv"}) {
    SCOPED_TRACE(name);
    const auto given = ReadGivenDocuments({folder.Write(name, "Text\r\n")},
                                          Citing({"news/12", "news/12"}));
    ASSERT_OK(given);
    EXPECT_THAT(given->texts, ElementsAre(Pair("news/12", "Text\r\n")));
  }
}

TEST(ReadGivenDocumentsTest, FindsDocumentsById) {
  const ScratchFolder folder;
  const std::string lines = folder.Write(
      "news.jsonl",
      "{\"id\":\"a\",\"text\":\"A\",\"extra\":1}\nnone\n"
      "{\"id\":\"other\",\"text\":\"O\"}\n{\"id\":\"b\",\"text\":\"B\"}\n");
  const std::string text = folder.Write("c.txt", "C");
  const auto given =
      ReadGivenDocuments({lines, text}, Citing({"a", "b", "c", "d"}));
  ASSERT_OK(given);
  EXPECT_THAT(given->texts, UnorderedElementsAre(Pair("a", "A"), Pair("b", "B"),
                                                 Pair("c", "C")));
  ASSERT_THAT(given->refusals, SizeIs(1));
  EXPECT_THAT(given->refusals[0], HasSubstr("news.jsonl:2: "));
}

TEST(ReadGivenDocumentsTest, RefusesWhatIsNotThere) {
  const ScratchFolder folder;
  EXPECT_THAT(ReadGivenDocuments({folder.path() + "/none.txt"}, Citing({"a"})),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace footnote
