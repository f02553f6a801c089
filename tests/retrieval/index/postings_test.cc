#include "retrieval/index/postings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/testing/index_file.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class PostingsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto file = testing::IndexFile::Create();
    ASSERT_OK(file);
    file_ = *std::move(file);
    ASSERT_OK(file_->Command("automerge", 0));
  }

  void Insert(int64_t passage, const std::string& title,
              const std::string& text) {
    ASSERT_OK(file_->Insert(passage, title, text));
  }

  PostingReader Reader() {
    auto reader = PostingReader::Create(file_->database());
    EXPECT_OK(reader);
    return *std::move(reader);
  }

  PostingList After(absl::string_view term, PassageNumber after) {
    const auto postings = Reader().ReadPostingsAfter(term, after);
    EXPECT_OK(postings);
    return *postings;
  }

  // What was given of a term.
  struct Visit {
    bool is_whole = false;
    PostingList given;
    std::vector<PassageNumber> removed;
  };

  Visit VisitAll(absl::string_view term) {
    Visit visit;
    const auto is_whole = Reader().VisitPostings(
        term,
        [&visit](absl::Span<const Posting> some) {
          visit.given.insert(visit.given.end(), some.begin(), some.end());
        },
        &visit.removed);
    EXPECT_OK(is_whole);
    visit.is_whole = is_whole.ok() && *is_whole;
    return visit;
  }

  void ExpectTotals(uint64_t passages, uint64_t title, uint64_t text) {
    const auto totals = Reader().ReadTotals();
    ASSERT_OK(totals);
    EXPECT_EQ(totals->passages, passages);
    EXPECT_EQ(totals->title_terms, title);
    EXPECT_EQ(totals->text_terms, text);
  }

  std::unique_ptr<testing::IndexFile> file_;
};

TEST_F(PostingsTest, CountTitleAndTextApart) {
  Insert(3, "mill", "the mill by the river");
  Insert(8, "sea", "mill mill");
  Insert(9, "mill", "sea");
  EXPECT_THAT(After("mill", 0), ElementsAre(Posting{3, 1, 1}, Posting{8, 0, 2},
                                            Posting{9, 1, 0}));
  EXPECT_THAT(After("mil", 0), IsEmpty());
  const auto places = Reader().ReadPlaces("mill");
  ASSERT_OK(places);
  EXPECT_THAT(*places,
              ElementsAre(TermPlace{3, false, 0}, TermPlace{3, true, 1},
                          TermPlace{8, true, 0}, TermPlace{8, true, 1},
                          TermPlace{9, false, 0}));
}

TEST_F(PostingsTest, AreReadAfterAPassage) {
  for (const int passage : {3, 8, 9}) Insert(passage, "", "mill");
  ASSERT_OK(file_->Remove(8));
  EXPECT_THAT(After("mill", 2),
              ElementsAre(Posting{3, 0, 1}, Posting{9, 0, 1}));
  EXPECT_THAT(After("mill", 3), ElementsAre(Posting{9, 0, 1}));
  EXPECT_THAT(After("mill", 8), ElementsAre(Posting{9, 0, 1}));
  EXPECT_THAT(After("mill", 9), IsEmpty());
  EXPECT_THAT(After("mill", kMaxPassageNumber), IsEmpty());
}

TEST_F(PostingsTest, AreVisitedWithWhatWasRemovedSince) {
  for (const int passage : {3, 8, 9}) Insert(passage, "", "mill");
  for (const int passage : {9, 3}) ASSERT_OK(file_->Remove(passage));
  const Visit visit = VisitAll("mill");
  EXPECT_TRUE(visit.is_whole);
  EXPECT_THAT(visit.given, ElementsAre(Posting{3, 0, 1}, Posting{8, 0, 1},
                                       Posting{9, 0, 1}));
  EXPECT_THAT(visit.removed, UnorderedElementsAre(3, 9));
  const Visit none = VisitAll("sea");
  EXPECT_TRUE(none.is_whole);
  EXPECT_THAT(none.given, IsEmpty());
  EXPECT_THAT(none.removed, IsEmpty());
}

TEST_F(PostingsTest, CannotBeVisitedWherePassagesComeAgain) {
  for (const int passage : {3, 8}) Insert(passage, "", "mill sea");
  ASSERT_OK(file_->Remove(3));
  Insert(3, "", "mill");
  EXPECT_FALSE(VisitAll("mill").is_whole);
  EXPECT_TRUE(VisitAll("sea").is_whole);
  EXPECT_THAT(After("mill", 0),
              ElementsAre(Posting{3, 0, 1}, Posting{8, 0, 1}));
}

TEST_F(PostingsTest, AddUpToTheTotals) {
  ExpectTotals(0, 0, 0);
  for (uint64_t i = 1; i <= 20; ++i) {
    Insert(static_cast<int64_t>(i), "a title", "a text of five words");
  }
  ExpectTotals(20, 40, 100);
  ASSERT_OK(file_->Remove(7));
  Insert(300, "", "");
  ExpectTotals(20, 38, 95);
}

}  // namespace
}  // namespace footnote
