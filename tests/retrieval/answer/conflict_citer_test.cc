#include "retrieval/answer/conflict_citer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus.h"
#include "tests/retrieval/answer/annotated_candidates.h"
#include "tests/testing/fresh_postings.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;

class ConflictCiterTest : public ::testing::Test {
 protected:
  // Makes a corpus of documents published at `dates`, which becomes candidates
  // in the same order.
  void Import(const std::vector<std::string>& dates) {
    auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    std::vector<Document> documents;
    for (const std::string& date : dates) {
      Document& document = documents.emplace_back();
      document.id = absl::StrCat("d", documents.size() - 1);
      document.text = absl::StrCat("Falk counted ", 100 + documents.size(),
                                   " cranes on pier ", documents.size(), ".");
      document.published = date;
    }
    ASSERT_OK((*corpus)->Import(documents, Deadline::Infinite()));
    auto reader = Reader::Open(path_);
    ASSERT_OK(reader);
    reader_ = *std::move(reader);
    ASSERT_OK(reader_->Begin(Deadline::Infinite()));
    ReadAll();
  }

  absl::StatusOr<Conflict> Cite(std::vector<FoundPosition> positions) {
    const AskOptions options;
    SentenceCiter citer(plan_, options, *reader_);
    FoundConflict found;
    found.subject = "cranes";
    found.positions = std::move(positions);
    StatementComparison comparison(candidates_, spans_);
    return ConflictCiter(candidates_, scored_, spans_, comparison, citer)
        .Cite(found);
  }

  // Returns the values of the sides in order, the later one marked.
  std::vector<std::string> Order(const std::vector<FoundPosition>& positions) {
    const auto conflict = Cite(positions);
    EXPECT_OK(conflict);
    std::vector<std::string> values;
    for (const ConflictPosition& position : conflict->positions) {
      values.push_back(position.value + (position.is_later ? " later" : ""));
    }
    return values;
  }

  std::vector<Candidate> candidates_;
  std::vector<ScoredCandidate> scored_;

 private:
  void ReadAll() {
    constexpr size_t kAll = 1'000'000;
    testing::FreshPostings postings(reader_->postings());
    const auto ranking = RankPassages(plan_, {}, kAll, *postings, *reader_,
                                      Deadline::Infinite());
    ASSERT_OK(ranking);
    auto candidates =
        ReadCandidates(plan_, *ranking, *reader_, Deadline::Infinite());
    ASSERT_OK(candidates);
    candidates_ = *std::move(candidates);
    std::sort(candidates_.begin(), candidates_.end(),
              [](const Candidate& a, const Candidate& b) {
                return a.document->number < b.document->number;
              });
    for (const Candidate& candidate : candidates_) {
      scored_.push_back({0.5 + static_cast<double>(scored_.size()), {}});
      spans_.push_back(FindAnswerSpan(candidate, plan_));
    }
  }

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("corpus.db");
  const QueryPlan plan_ = testing::PlanFor("How many cranes did Falk count?");
  std::unique_ptr<Reader> reader_;
  std::vector<std::optional<TypedSpan>> spans_;
};

TEST_F(ConflictCiterTest, OrdersSidesByTheirFirstReport) {
  Import({"2031-05-22", "2031-05-20", "2031-05-21", "2031-05-23"});
  EXPECT_THAT(Order({{"a", {0}}, {"b", {1}}, {"c", {2}}}),
              ElementsAre("b", "c", "a later"));
  // The first of each counts.
  EXPECT_THAT(Order({{"a", {3, 1}}, {"b", {2}}}), ElementsAre("a", "b later"));
}

TEST_F(ConflictCiterTest, CallsNoSideLaterThatMayNotBe) {
  Import({"2031-05-20", "2031-05-20", "", "2031-05-19"});
  EXPECT_THAT(Order({{"a", {0}}, {"b", {1}}}), ElementsAre("a", "b"));
  EXPECT_THAT(Order({{"a", {2}}, {"b", {0}}}), ElementsAre("b", "a"));
  EXPECT_THAT(Order({{"a", {0}}, {"b", {3}}, {"c", {1}}}),
              ElementsAre("b", "a", "c"));
}

TEST_F(ConflictCiterTest, CitesTheBestSentencesOfASide) {
  Import(
      {"2031-05-20", "2031-05-20", "2031-05-20", "2031-05-20", "2031-05-21"});
  const auto conflict = Cite({{"a", {2, 0, 3, 1}}, {"b", {4}}});
  ASSERT_OK(conflict);
  EXPECT_EQ(conflict->kind, ConflictKind::kValues);
  EXPECT_EQ(conflict->subject, "cranes");
  ASSERT_EQ(conflict->positions.size(), 2u);
  const std::vector<CitedSentence>& best = conflict->positions[0].sentences;
  ASSERT_EQ(best.size(), kMaxConflictSentences);
  const size_t kOrder[] = {2, 0, 3};
  for (size_t i = 0; i < best.size(); ++i) {
    const size_t candidate = kOrder[i];
    EXPECT_EQ(best[i].text, candidates_[candidate].text);
    EXPECT_EQ(best[i].score, scored_[candidate].score);
    EXPECT_EQ(best[i].citation.document_id, absl::StrCat("d", candidate));
    ASSERT_TRUE(best[i].answer_span.has_value());
    EXPECT_EQ(best[i].answer_span->value,
              absl::StrCat(101 + candidate, " crane"));
  }
}

TEST_F(ConflictCiterTest, RefusesWhatTheDocumentDoesNotSay) {
  Import({"2031-05-20", "2031-05-21"});
  candidates_[1].text = "Falk counted 999 cranes on pier 2.";
  EXPECT_THAT(Cite({{"a", {0}}, {"b", {1}}}),
              testing::StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace footnote
