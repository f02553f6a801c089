#include "retrieval/answer/corroboration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/retrieval/answer/annotated_candidates.h"

namespace footnote {
namespace {

using testing::AnnotatedCandidates;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PlanFor;

struct Report {
  std::string text;  // Its first sentence is the one that is compared.
  std::string source = "";
};

// Reports, each a document of its own.
class Reports {
 public:
  Reports(const std::string& question, const std::vector<Report>& reports) {
    const QueryPlan plan = PlanFor(question);
    for (const Report& report : reports) {
      Document document;
      document.id = "d";
      document.text = report.text;
      document.source = report.source;
      document.published = "2031-05-20";
      const DocumentNumber number = static_cast<DocumentNumber>(all_.size());
      candidates_.push_back(
          AnnotatedCandidates(plan, document, number + 1).at(0));
      spans_.push_back(FindAnswerSpan(candidates_.back(), plan));
      all_.push_back(all_.size());
    }
  }

  // Returns what agrees with the first.
  Agreement Find() const {
    return StatementComparison(candidates_, spans_).FindAgreement(0, all_);
  }

  uint32_t Count() const {
    return StatementComparison(candidates_, spans_).CountIndependent(all_);
  }

 private:
  std::vector<Candidate> candidates_;
  std::vector<std::optional<TypedSpan>> spans_;
  std::vector<size_t> all_;
};

// Returns which of `reports` agree with the first.
std::vector<size_t> Agreeing(const std::vector<Report>& reports) {
  const Agreement agreement =
      Reports("How many boats did the storm sink?", reports).Find();
  std::vector<size_t> agreeing;
  for (const SameStatement& same : agreement.statements) {
    agreeing.push_back(same.candidate);
  }
  return agreeing;
}

constexpr char kSank[] =
    "The storm sank 14 boats in the old harbour of Halden overnight.";

TEST(FindAgreementTest, TakesNoOpposite) {
  EXPECT_THAT(Agreeing({{"The price of bread in Halden will rise in spring."},
                        {"The price of bread in Halden will fall in spring."},
                        {"In spring the price of bread in Halden will rise."}}),
              ElementsAre(2));
}

TEST(FindAgreementTest, FindsTheSameInOtherWords) {
  EXPECT_THAT(
      Agreeing({{kSank},
                {"Overnight the storm sank 14 boats in Halden's old harbour, "
                 "its owners reckon."},
                {"Bread got dearer in Halden."}}),
      ElementsAre(1));
}

TEST(FindAgreementTest, LeavesWhatSaysOtherwise) {
  for (const char* other :
       {"The storm sank 15 boats in the old harbour of Halden overnight.",
        "The storm did not sink 14 boats in the old harbour of Halden "
        "overnight.",
        "The storm passed the old harbour of Halden without doing harm.",
        "In Halden, 14 boats won prizes."}) {
    EXPECT_THAT(Agreeing({{kSank}, {other}}), IsEmpty()) << other;
  }
}

TEST(FindAgreementTest, CountsCopiesAndSourcesOnce) {
  const std::string own_words =
      "Overnight the storm sank 14 boats in Halden's old harbour, where no "
      "watch was kept.";
  const Agreement agreement =
      Reports("How many boats did the storm sink?",
              {{kSank, "Gazette"},
               {kSank, "Post"},           // A copy of the sentence.
               {own_words, "Gazette"},    // Of one source.
               {own_words, "Observer"}})  // By then a copy of the third.
          .Find();
  ASSERT_EQ(agreement.statements.size(), 3u);
  for (const SameStatement& same : agreement.statements) {
    EXPECT_TRUE(same.is_copy) << same.candidate;
  }
  EXPECT_EQ(agreement.independent_sources, 1u);
}

TEST(FindAgreementTest, PutsIndependentOnesFirst) {
  const Agreement agreement =
      Reports("How many boats did the storm sink?",
              {{kSank, "Gazette"},
               {kSank, "Post"},
               {"Overnight the storm sank 14 boats in Halden's old harbour, "
                "where no watch was kept.",
                "Observer"}})
          .Find();
  ASSERT_EQ(agreement.statements.size(), 2u);
  EXPECT_EQ(agreement.statements[0].candidate, 2u);
  EXPECT_FALSE(agreement.statements[0].is_copy);
  EXPECT_EQ(agreement.statements[1].candidate, 1u);
  EXPECT_TRUE(agreement.statements[1].is_copy);
  EXPECT_EQ(agreement.independent_sources, 2u);
}

TEST(FindAgreementTest, LeavesTheSentenceItself) {
  const Agreement agreement = Reports("storm", {{kSank}}).Find();
  EXPECT_THAT(agreement.statements, IsEmpty());
  EXPECT_EQ(agreement.independent_sources, 1u);
}

TEST(FindAgreementTest, LeavesWhatItsOwnArticleRepeats) {
  const QueryPlan plan = PlanFor("How many boats did the storm sink?");
  Document document;
  document.id = "d";
  document.text = absl::StrCat(kSank, "\n\n", kSank);
  const std::vector<Candidate> candidates =
      AnnotatedCandidates(plan, document, 1);
  ASSERT_GE(candidates.size(), 2u);
  const std::vector<std::optional<TypedSpan>> spans(candidates.size());
  const Agreement agreement =
      StatementComparison(candidates, spans).FindAgreement(0, {0, 1});
  EXPECT_THAT(agreement.statements, IsEmpty());
  EXPECT_EQ(agreement.independent_sources, 1u);
}

TEST(CountIndependentTest, CountsGroupsOfCopies) {
  const std::string fog = "Fog lay over the sound when the ferries stopped.";
  EXPECT_EQ(Reports("storm", {}).Count(), 0u);
  EXPECT_EQ(Reports("storm", {{kSank}}).Count(), 1u);
  EXPECT_EQ(Reports("storm", {{kSank}, {fog}}).Count(), 2u);
  EXPECT_EQ(Reports("storm", {{kSank, "Post"}, {fog, "Post"}}).Count(), 1u);
  // The third joins the first two.
  EXPECT_EQ(Reports("storm", {{kSank, "Post"}, {fog, "Gazette"}, {fog, "Post"}})
                .Count(),
            1u);
  EXPECT_EQ(
      Reports("storm", {{kSank, "Post"}, {kSank, "Gazette"}, {fog}}).Count(),
      2u);
}

TEST(CountIndependentTest, CountsArticlesOfOneTextOnce) {
  const std::string report =
      " The harbour office gave the first count in the evening, when fog still "
      "lay over the sound and the boats had stopped their search. Its captain "
      "was taken to the hospital of the island with a broken arm, and the "
      "owners sent a tug that reached the place long after dark.";
  EXPECT_EQ(Reports("storm", {{"The storm was bad." + report, "Post"},
                              {"Ships sank." + report, "Gazette"}})
                .Count(),
            1u);
}

}  // namespace
}  // namespace footnote
