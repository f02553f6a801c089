#include "bench/training/feature_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/folds.h"
#include "retrieval/text/sha256.h"
#include "tests/testing/small_wordnet.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::StatusIs;
using testing::TemporaryDirectory;
using ::testing::UnorderedElementsAre;

// "\u00E9" is one code point and two bytes.
constexpr char kCorpus[] =
    R"({"id": "Ferry#0", "text": "A café opened there. It rained. The ferry sails at nine."})"
    "\n"
    R"({"id": "Ferry#1", "text": "The ferry strides on."})"
    "\n"
    R"({"id": "Pier#0", "text": "Ice bent the pier."})"
    "\n";

// Code points 32 to 56 are the third sentence.
constexpr char kFerry[] =
    R"({"id": "1", "question": "When does the ferry sail?", "gold_docs": ["Ferry#0"], "answer_spans": [[51, 55]]})"
    "\n";
constexpr char kPier[] =
    R"({"id": "2", "question": "Who painted the pier?", "answerable": false, "near_docs": ["Pier#0"]})"
    "\n";

class FeatureRowsTest : public ::testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& text) {
    std::ofstream(directory_.File(name)) << text;
    return directory_.File(name);
  }

  absl::StatusOr<QuestionSet> TryRead(const std::string& questions,
                                      const RowSelection& selection = {},
                                      const Thesaurus* thesaurus = nullptr) {
    Write("corpus.jsonl", kCorpus);
    return ReadQuestionSet(Write("queries.jsonl", questions), selection,
                           thesaurus);
  }

  QuestionSet Read(const std::string& questions,
                   const RowSelection& selection = {},
                   const Thesaurus* thesaurus = nullptr) {
    auto set = TryRead(questions, selection, thesaurus);
    EXPECT_OK(set);
    return *std::move(set);
  }

  TemporaryDirectory directory_;
};

TEST_F(FeatureRowsTest, AsksEachQuestion) {
  const QuestionSet set = Read(absl::StrCat(kFerry, kPier));
  EXPECT_THAT(set.name, EndsWith("/queries.jsonl"));
  EXPECT_EQ(set.sha256, Sha256Hex(absl::StrCat(kCorpus, kFerry, kPier)));
  ASSERT_THAT(set.questions, SizeIs(2));
  const QuestionRows& ferry = set.questions[0];
  EXPECT_TRUE(ferry.is_answerable);
  EXPECT_TRUE(ferry.HasBoth());
  // All sentences of the two passages that hold the ferry.
  ASSERT_THAT(ferry.sentences, SizeIs(4));
  EXPECT_THAT(ferry.is_right, UnorderedElementsAre(true, false, false, false));
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(ferry.sentences[i].coverage == 1, ferry.is_right[i]) << i;
  }
  const QuestionRows& pier = set.questions[1];
  EXPECT_FALSE(pier.is_answerable);
  EXPECT_FALSE(pier.HasBoth());
  EXPECT_THAT(pier.is_right, ElementsAre(false));
  EXPECT_EQ(pier.sentences[0].asks_person, 1);
}

TEST_F(FeatureRowsTest, TellsFoldAndPartByArticle) {
  RowSelection selection;
  selection.parts = 1000;
  const QuestionSet set = Read(absl::StrCat(kFerry, kPier), selection);
  ASSERT_THAT(set.questions, SizeIs(2));
  EXPECT_EQ(set.questions[0].fold, FoldOfArticle("Ferry", kInnerFolds));
  EXPECT_EQ(set.questions[0].part, FoldOfArticle("Ferry", 1000));
  EXPECT_EQ(set.questions[1].fold, FoldOfArticle("Pier", kInnerFolds));
  EXPECT_EQ(set.questions[1].part, FoldOfArticle("Pier", 1000));
}

TEST_F(FeatureRowsTest, PassesOverWhatIsRefusedOrFindsNothing) {
  std::string long_question = R"({"id": "3", "question": ")";
  for (size_t i = 0; i <= kMaxQuestionTerms; ++i) {
    absl::StrAppend(&long_question, "ferry", i, " ");
  }
  absl::StrAppend(&long_question, R"(", "gold_docs": ["Ferry#1"]})", "\n");
  const std::string lost =
      R"({"id": "4", "question": "Who knows Narvik?", "gold_docs": ["Pier#0"]})"
      "\n";
  EXPECT_THAT(Read(absl::StrCat(long_question, lost, kFerry)).questions,
              SizeIs(1));
}

TEST_F(FeatureRowsTest, RanksTheCandidatesAlone) {
  const QuestionSet set =
      Read(R"({"id": "5", "question": "Does the ferry sail?", "candidates": )"
           R"([{"sentence": "Ferry#1", "label": 1}]})"
           "\n");
  ASSERT_THAT(set.questions, SizeIs(1));
  EXPECT_THAT(set.questions[0].sentences, SizeIs(1));
}

TEST_F(FeatureRowsTest, PassesOverQuestionsAgainstTexts) {
  TemporaryDirectory other;
  std::ofstream(other.File("corpus.jsonl"))
      << R"({"id": "x", "text": "Ice bent the pier."})"
      << "\n";
  std::ofstream(other.File("queries.jsonl")) << "";
  const auto texts = TextsOf(other.path());
  ASSERT_OK(texts);
  EXPECT_THAT(*texts, UnorderedElementsAre("Ice bent the pier."));
  RowSelection selection;
  selection.without = *texts;
  const QuestionSet near = Read(absl::StrCat(kFerry, kPier), selection);
  ASSERT_THAT(near.questions, SizeIs(1));
  EXPECT_TRUE(near.questions[0].is_answerable);
  EXPECT_THAT(
      Read(R"({"id": "6", "question": "What bent?", "gold_docs": ["Pier#0"]})"
           "\n",
           selection)
          .questions,
      IsEmpty());
}

TEST_F(FeatureRowsTest, TakesRelatedWords) {
  TemporaryDirectory words;
  auto wordnet =
      testing::SmallWordNet::Open(testing::WalksAndStreams().Files(), words);
  ASSERT_OK(wordnet.status());
  const Thesaurus thesaurus(*std::move(wordnet));
  const std::string question =
      R"({"id": "7", "question": "Does the ferry walk?", "gold_docs": ["Ferry#1"]})"
      "\n";
  const auto related = [&](const Thesaurus* with) {
    double most = 0;
    for (const SentenceFeatures& sentence :
         Read(question, {}, with).questions.at(0).sentences) {
      most = std::max(most, sentence.related_coverage);
    }
    return most;
  };
  EXPECT_LT(related(nullptr), 1);
  EXPECT_EQ(related(&thesaurus), 1);
}

TEST_F(FeatureRowsTest, ReadsTheSameAgain) {
  const QuestionSet once = Read(absl::StrCat(kFerry, kPier));
  const QuestionSet again = Read(absl::StrCat(kFerry, kPier));
  ASSERT_EQ(once.questions.size(), again.questions.size());
  for (size_t q = 0; q < once.questions.size(); ++q) {
    const auto& rows = once.questions[q].sentences;
    ASSERT_EQ(rows.size(), again.questions[q].sentences.size());
    for (size_t i = 0; i < rows.size(); ++i) {
      for (const NamedFeature& feature : AllFeatures()) {
        EXPECT_EQ(rows[i].*feature.value,
                  again.questions[q].sentences[i].*feature.value)
            << feature.name;
      }
    }
  }
}

TEST_F(FeatureRowsTest, NeedsFiles) {
  EXPECT_THAT(ReadQuestionSet(directory_.File("queries.jsonl"), {}, nullptr),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(TryRead("no JSON\n"),
              StatusIs(absl::StatusCode::kInvalidArgument));
  TemporaryDirectory empty;
  EXPECT_THAT(TextsOf(empty.path()), StatusIs(absl::StatusCode::kNotFound));
}

TEST(QuestionRowsTest, HasBothIfSomeAreRight) {
  QuestionRows rows;
  const std::vector<std::pair<std::vector<bool>, bool>> cases = {
      {{}, false},           {{false}, false},
      {{true}, false},       {{true, true}, false},
      {{false, true}, true}, {{true, false, true}, true}};
  for (const auto& [is_right, has_both] : cases) {
    rows.is_right = is_right;
    EXPECT_EQ(rows.HasBoth(), has_both) << is_right.size();
  }
}

}  // namespace
}  // namespace footnote::bench
