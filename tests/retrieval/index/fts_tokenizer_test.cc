#include "retrieval/index/fts_tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "retrieval/text/terms.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

std::vector<std::string> IndexedTerms(Database& database) {
  auto select = database.Prepare("SELECT term FROM vocabulary ORDER BY offset");
  EXPECT_OK(select);
  std::vector<std::string> terms;
  while (*select->Step()) terms.emplace_back(select->Text(0));
  return terms;
}

// What FTS5 indexes is what a question is cut into.
TEST(RegisterTokenizerTest, IndexesTheTermsOfTokenize) {
  const auto database = Database::Open(":memory:", Database::Mode::kCreate);
  ASSERT_OK(database);
  ASSERT_OK(RegisterTokenizer(**database));
  ASSERT_OK((*database)->Execute(
      "CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'footnote');"
      "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (t, instance)"));
  constexpr absl::string_view kText =
      "Japan-U.S. ties: Ishiba\u2019s \u201Cgolden age\u201D cost 1,000 yen. "
      "TELL US, caf\u00E9 \u65E5\u672C";
  auto insert = (*database)->Prepare("INSERT INTO t VALUES (?1)");
  ASSERT_OK(insert);
  insert->BindText(1, kText);
  ASSERT_OK(insert->Run());
  std::vector<std::string> want;
  for (const Term& term : Tokenize(kText)) want.push_back(term.text);
  EXPECT_EQ(IndexedTerms(**database), want);
}

}  // namespace
}  // namespace footnote
