#include "retrieval/answer/candidate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "retrieval/corpus.h"
#include "tests/testing/fresh_postings.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;

class ReadCandidatesTest : public ::testing::Test {
 protected:
  void Import(const std::string& title, const std::string& text) {
    auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    Document document;
    document.id = "d";
    document.title = title;
    document.text = text;
    ASSERT_OK((*corpus)->Import({document}, Deadline::Infinite()));
    auto reader = Reader::Open(path_);
    ASSERT_OK(reader);
    reader_ = *std::move(reader);
    ASSERT_OK(reader_->Begin(Deadline::Infinite()));
  }

  std::vector<Candidate> Read(const std::string& question) {
    const QueryPlan plan = Plan(question, StopWords::kDrop);
    testing::FreshPostings postings(reader_->postings());
    const auto ranking =
        RankPassages(plan, {}, 10, *postings, *reader_, Deadline::Infinite());
    EXPECT_OK(ranking);
    auto candidates =
        ReadCandidates(plan, *ranking, *reader_, Deadline::Infinite());
    EXPECT_OK(candidates);
    return *std::move(candidates);
  }

  testing::TemporaryDirectory directory_;
  std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Reader> reader_;
};

TEST_F(ReadCandidatesTest, MarksTermsInSentenceNeighboursAndTitle) {
  Import("Treaty news", "Envoys met. They signed nothing. Rain fell.");
  const auto candidates = Read("Which envoys signed the treaty?");
  ASSERT_EQ(candidates.size(), 3u);
  const Candidate& second = candidates[1];
  EXPECT_EQ(second.text, "They signed nothing.");
  EXPECT_EQ(second.sentence_index, 1u);
  EXPECT_EQ(second.range, (ByteRange{12, 32}));
  EXPECT_EQ(second.term_count, 3u);
  EXPECT_EQ(second.passage_score, 1.0);
  // Of envoy, sign, treati.
  EXPECT_THAT(second.in_sentence, ElementsAre(false, true, false));
  EXPECT_THAT(second.in_previous, ElementsAre(true, false, false));
  EXPECT_THAT(second.in_next, ElementsAre(false, false, false));
  EXPECT_THAT(candidates[0].in_next, ElementsAre(false, true, false));
  EXPECT_THAT(candidates[2].in_previous, ElementsAre(false, true, false));
  EXPECT_THAT(second.in_title, ElementsAre(false, false, true));
  ASSERT_EQ(second.hits.size(), 1u);
  EXPECT_EQ(second.hits[0].position, 1u);
  EXPECT_EQ(second.hits[0].range, (ByteRange{17, 23}));
}

TEST_F(ReadCandidatesTest, SeesTheSentenceBeforeThePassage) {
  std::string text = "Envoys met";
  for (int i = 0; i < 100; ++i) text += " again";
  Import("", text + ".\n\nThey signed" + text.substr(10) + ".");
  for (const Candidate& candidate : Read("Which envoys signed?")) {
    const bool is_first = candidate.sentence_index == 0;
    EXPECT_THAT(candidate.in_previous, ElementsAre(!is_first, false));
    EXPECT_THAT(candidate.in_next, ElementsAre(false, is_first));
  }
}

}  // namespace
}  // namespace footnote
