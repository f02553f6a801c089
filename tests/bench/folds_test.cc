#include "bench/folds.h"

#include <gtest/gtest.h>

#include <set>

#include "absl/strings/str_cat.h"

namespace footnote::bench {
namespace {

LabelledQuestion Question(std::vector<std::string> gold,
                          std::vector<std::string> near) {
  LabelledQuestion question;
  question.id = "q7";
  question.gold_documents = std::move(gold);
  question.near_documents = std::move(near);
  return question;
}

TEST(FoldsTest, NamesTheArticle) {
  EXPECT_EQ(ArticleOf(Question({"Harbours#12", "Tides#0"}, {"Moon#1"})),
            "Harbours");
  EXPECT_EQ(ArticleOf(Question({}, {"Moon#1"})), "Moon");
  EXPECT_EQ(ArticleOf(Question({"s44"}, {})), "s44");
  EXPECT_EQ(ArticleOf(Question({}, {})), "q7");
}

// The hash of "abc" is in FIPS 180-4: it begins with ba7816bf8f01cfea.
TEST(FoldsTest, TakesTheFirstBytesOfTheHash) {
  constexpr uint64_t kHash = 0xba7816bf8f01cfea;
  for (const uint32_t folds : {1u, 2u, 5u, 10u, 4294967295u}) {
    EXPECT_EQ(FoldOfArticle("abc", folds), kHash % folds) << folds;
  }
}

TEST(FoldsTest, KeepsAnArticleInOneFold) {
  EXPECT_EQ(FoldOf(Question({"Harbours#12"}, {}), 5),
            FoldOf(Question({}, {"Harbours#3"}), 5));
}

TEST(FoldsTest, FillsEachFold) {
  std::set<uint32_t> filled;
  for (int i = 0; i < 100; ++i) {
    filled.insert(FoldOfArticle(absl::StrCat("Article ", i), 5));
  }
  EXPECT_EQ(filled, (std::set<uint32_t>{0, 1, 2, 3, 4}));
}

}  // namespace
}  // namespace footnote::bench
