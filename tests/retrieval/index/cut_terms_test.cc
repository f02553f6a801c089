#include "retrieval/index/cut_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "retrieval/index/fts_tokenizer.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/text/terms.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> TermsOf(const CutTerms& cut, absl::string_view text) {
  std::vector<std::string> terms;
  EXPECT_TRUE(cut.ForEach(text, [&terms](absl::string_view term) {
    terms.emplace_back(term);
    return true;
  }));
  return terms;
}

TEST(CutTermsTest, GivesWhatTokenizeGives) {
  const std::string texts[] = {"The U.S. envoys met.", "Japan's 1,000 ferries",
                               "", "— !"};
  CutTerms cut;
  for (const std::string& text : texts) cut.Cut(text);
  for (const std::string& text : texts) {
    SCOPED_TRACE(text);
    std::vector<std::string> wanted;
    for (const Term& term : Tokenize(text)) wanted.push_back(term.text);
    // Whatever bytes are equal are the same text.
    EXPECT_EQ(TermsOf(cut, std::string(text)), wanted);
  }
  EXPECT_FALSE(cut.ForEach("another", [](absl::string_view) { return true; }));
}

TEST(CutTermsTest, StopsWhereItIsToldTo) {
  const std::string text = "one two three";
  CutTerms cut;
  cut.Cut(text);
  std::vector<std::string> seen;
  EXPECT_TRUE(cut.ForEach(text, [&seen](absl::string_view term) {
    seen.emplace_back(term);
    return seen.size() < 2;
  }));
  EXPECT_THAT(seen, ElementsAre("one", "two"));
}

// FTS5 is given other terms than its text has, to see which it takes.
TEST(CutTermsTest, AreTakenByFts5WhileTheyAreThere) {
  auto database = Database::Open(":memory:", Database::Mode::kCreate);
  ASSERT_OK(database);
  const CutTerms* ahead = nullptr;
  ASSERT_OK(RegisterTokenizer(**database, &ahead));
  ASSERT_OK((*database)->Execute(
      "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'footnote'); "
      "CREATE VIRTUAL TABLE v USING fts5vocab (t, row)"));
  const auto vocabulary = [&] {
    std::vector<std::string> terms;
    auto read = (*database)->Prepare("SELECT term FROM v");
    EXPECT_OK(read);
    while (*read->Step()) terms.emplace_back(read->Text(0));
    return terms;
  };
  CutTerms cut;
  const std::string text = "ferry pier";
  cut.Cut(text);
  ahead = &cut;
  ASSERT_OK((*database)->Execute("INSERT INTO t VALUES ('ferry pier')"));
  EXPECT_THAT(vocabulary(), ElementsAre("ferri", "pier"));
  // What was not cut ahead is cut now.
  ASSERT_OK((*database)->Execute("INSERT INTO t VALUES ('boats')"));
  ahead = nullptr;
  ASSERT_OK((*database)->Execute("INSERT INTO t VALUES ('ferry quays')"));
  EXPECT_THAT(vocabulary(), ElementsAre("boat", "ferri", "pier", "quay"));
  ASSERT_OK((*database)->Execute("DELETE FROM t"));
  EXPECT_THAT(vocabulary(), IsEmpty());
}

}  // namespace
}  // namespace footnote
