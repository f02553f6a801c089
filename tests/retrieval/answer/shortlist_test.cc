#include "retrieval/answer/shortlist.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "retrieval/corpus.h"
#include "retrieval/text/near_duplicate.h"
#include "tests/testing/fresh_postings.h"
#include "tests/testing/small_wordnet.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::StatusIs;
using testing::TemporaryDirectory;

class ShortlistTest : public ::testing::Test {
 protected:
  void Import(const std::string& id, const std::string& title,
              const std::string& text) {
    auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    Document document;
    document.id = id;
    document.title = title;
    document.text = text;
    ASSERT_OK((*corpus)->Import({document}, Deadline::Infinite()));
    auto reader = Reader::Open(path_);
    ASSERT_OK(reader);
    reader_ = *std::move(reader);
    ASSERT_OK(reader_->Begin(Deadline::Infinite()));
  }

  absl::StatusOr<Shortlist> Find(const std::string& text, size_t limit,
                                 const Deadline& deadline) {
    const Question question{text, {}};
    testing::FreshPostings postings(reader_->postings());
    const auto plan = PlanQuestion(question, nullptr, *reader_);
    EXPECT_OK(plan);
    return FindShortlist(question, *plan, limit, *postings, *reader_, deadline);
  }

  Shortlist Find(const std::string& text, size_t limit) {
    auto shortlist = Find(text, limit, Deadline::Infinite());
    EXPECT_OK(shortlist);
    return *std::move(shortlist);
  }

  static std::vector<std::string> IdsOf(const Shortlist& shortlist) {
    std::vector<std::string> ids;
    for (const Candidate& candidate : shortlist.candidates) {
      ids.push_back(candidate.document->summary.id);
    }
    return ids;
  }

  TemporaryDirectory directory_;
  const std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Reader> reader_;
};

TEST_F(ShortlistTest, TakesTheSentencesOfTheBestPassages) {
  Import("twice", "", "The pier leaks. Falk sold the pier.");
  Import("once", "", "Ice bent a pier that nobody had painted for years.");
  Import("none", "", "It rained.");
  const Shortlist one = Find("What of the pier?", 1);
  EXPECT_THAT(one.ranking.passages, SizeIs(1));
  EXPECT_THAT(IdsOf(one), ElementsAre("twice", "twice"));
  const Shortlist all = Find("What of the pier?", 20);
  EXPECT_THAT(all.ranking.passages, SizeIs(2));
  EXPECT_THAT(IdsOf(all), ElementsAre("twice", "twice", "once"));
}

TEST_F(ShortlistTest, LooksBehindTitlesThatMatchAlone) {
  Import("a", "The pier", "It rained.");
  Import("b", "The pier", "It snowed.");
  Import("text", "",
         "Ice bent, as nobody who lived there had thought that it could, the "
         "old pier that stood far out in the bay of the small town.");
  const std::string question = "What of the pier?";
  // Two titles leave no room for the text.
  const Shortlist two = Find(question, 2);
  EXPECT_THAT(IdsOf(two), ElementsAre("text"));
  EXPECT_TRUE(two.candidates[0].Matches());
  EXPECT_THAT(IdsOf(Find(question, 1)), ElementsAre("text"));
  EXPECT_THAT(IdsOf(Find(question, 3)), ElementsAre("a", "b", "text"));
}

TEST_F(ShortlistTest, KeepsTitlesWhereNoTextMatches) {
  Import("a", "The pier", "It rained.");
  EXPECT_THAT(IdsOf(Find("What of the pier?", 2)), ElementsAre("a"));
}

TEST_F(ShortlistTest, FindsNothing) {
  Import("a", "", "It rained.");
  const Shortlist shortlist = Find("What of the pier?", 2);
  EXPECT_THAT(shortlist.candidates, IsEmpty());
  EXPECT_THAT(shortlist.ranking.passages, IsEmpty());
}

TEST_F(ShortlistTest, EndsWithTheDeadline) {
  Import("a", "", "The pier leaks.");
  EXPECT_THAT(Find("What of the pier?", 2, Deadline(absl::InfinitePast())),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
}

TEST_F(ShortlistTest, PlansWithWhatTheCorpusAndTheThesaurusKnow) {
  Import("a", "", "The Narvik Harbour Authority (NHA) met.");
  TemporaryDirectory directory;
  auto wordnet = testing::SmallWordNet::Open(testing::WalksAndStreams().Files(),
                                             directory);
  ASSERT_OK(wordnet.status());
  const Thesaurus thesaurus(*std::move(wordnet));
  const Question question{"Did the NHA walk?", {}};
  const auto plain = PlanQuestion(question, nullptr, *reader_);
  ASSERT_OK(plain);
  ASSERT_THAT(plain->synonyms, SizeIs(1));
  EXPECT_EQ(plain->synonyms[0].stands_for, "Narvik Harbour Authority");
  EXPECT_THAT(plain->related, IsEmpty());
  const auto related = PlanQuestion(question, &thesaurus, *reader_);
  ASSERT_OK(related);
  EXPECT_THAT(related->synonyms, SizeIs(1));
  EXPECT_TRUE(related->related.contains(HashTerm("stride")));
}

TEST_F(ShortlistTest, RefusesTooManyTerms) {
  Import("a", "", "The pier leaks.");
  for (const size_t count :
       {kMaxQuestionTerms - 1, kMaxQuestionTerms, kMaxQuestionTerms + 1}) {
    Question question;
    for (size_t i = 0; i < count; ++i) {
      absl::StrAppend(&question.text, "pier", i, " ");
    }
    const auto plan = PlanQuestion(question, nullptr, *reader_);
    if (count <= kMaxQuestionTerms) {
      EXPECT_OK(plan);
    } else {
      EXPECT_THAT(plan, StatusIs(absl::StatusCode::kInvalidArgument));
    }
  }
}

}  // namespace
}  // namespace footnote
