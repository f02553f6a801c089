#include "retrieval/index/document_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "retrieval/corpus.h"
#include "retrieval/index/schema.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

class DocumentFilterTest : public ::testing::Test {
 protected:
  // Each document is one passage: the first has number 1.
  void SetUp() override {
    const auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    std::vector<Document> documents(3);
    for (size_t i = 0; i < documents.size(); ++i) {
      documents[i].id = std::string(1, static_cast<char>('a' + i));
      documents[i].text = "One sentence.";
    }
    documents[0].source = "O'Brien's \"Post\"; --";
    documents[0].metadata = {{"desk", "100%"}};
    documents[1].published = "2025-01-31T23:30:00-01:00";
    documents[1].language = "pt-BR";
    documents[2].published = "2025-02-01";
    documents[2].metadata = {{"desk", "_"}};
    ASSERT_OK((*corpus)->Import(documents, Deadline::Infinite()));
  }

  std::vector<PassageNumber> Find(const DocumentFilter& filter) {
    const auto database = OpenForReading(path_);
    EXPECT_OK(database);
    const auto found = FindPassages(filter, **database);
    EXPECT_OK(found);
    std::vector<PassageNumber> passages;
    for (PassageNumber passage = 0; passage < 9; ++passage) {
      if (found->Contains(passage)) passages.push_back(passage);
    }
    return passages;
  }

  using Passages = std::vector<PassageNumber>;

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("corpus.db");
};

TEST_F(DocumentFilterTest, TakesValuesAsTheyAre) {
  EXPECT_EQ(Find({.sources = {"O'Brien's \"Post\"; --"}}), Passages({1}));
  EXPECT_EQ(Find({.sources = {""}}), Passages({2, 3}));
  EXPECT_EQ(Find({.sources = {"%"}}), Passages());
  EXPECT_EQ(Find({.metadata = {{"desk", {"_", "'"}}}}), Passages({3}));
  EXPECT_EQ(Find({.metadata = {{"desk", {}}}}), Passages({1, 3}));
  EXPECT_EQ(Find({.document_ids = {"a' OR '1' = '1", "b"}}), Passages({2}));
}

TEST_F(DocumentFilterTest, TakesPartsOfALanguage) {
  EXPECT_EQ(Find({.languages = {"PT"}}), Passages({2}));
  EXPECT_EQ(Find({.languages = {"pt-br"}}), Passages({2}));
  EXPECT_EQ(Find({.languages = {"p", "pt-B", "pt-BR-x"}}), Passages());
  EXPECT_EQ(Find({.languages = {"en"}}), Passages({1, 3}));
}

TEST_F(DocumentFilterTest, ComparesInstants) {
  // Both were published in February, in UTC, half an hour apart.
  EXPECT_EQ(Find({.published = ParsePeriod("2025-02")}), Passages({2, 3}));
  EXPECT_EQ(Find({.published = ParsePeriod("2025-01")}), Passages());
  EXPECT_EQ(Find({.published =
                      TimePeriod{absl::InfinitePast(),
                                 ParsePeriod("2025-02-01T00:30:00Z")->begin}}),
            Passages({3}));
  EXPECT_EQ(Find({.published = TimePeriod()}), Passages({2, 3}));
}

TEST_F(DocumentFilterTest, AsksForEveryPart) {
  EXPECT_EQ(Find({.document_ids = {"b", "c"},
                  .languages = {"en"},
                  .published = ParsePeriod("2025")}),
            Passages({3}));
}

}  // namespace
}  // namespace footnote
