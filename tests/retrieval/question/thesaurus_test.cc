#include "retrieval/question/thesaurus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/text/near_duplicate.h"
#include "tests/testing/small_wordnet.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::IsEmpty;
using ::testing::IsNull;
using ::testing::NotNull;
using testing::SmallWordNet;
using ::testing::UnorderedElementsAre;

// What a plan has under one related term.
using Found = std::vector<std::pair<uint32_t, Nearness>>;

class ThesaurusTest : public ::testing::Test {
 protected:
  void SetUp() override { Open(testing::WalksAndStreams()); }

  void Open(const SmallWordNet& words) {
    auto opened = SmallWordNet::Open(words.Files(), directory_);
    ASSERT_OK(opened.status());
    // Few, so that they are forgotten, too.
    constexpr size_t kTermsKept = 2000;
    thesaurus_ = std::make_unique<Thesaurus>(*std::move(opened), kTermsKept);
  }

  QueryPlan Extended(const std::string& text) const {
    auto plan = Plan(Question{text, {}}, StopWords::kDrop);
    EXPECT_OK(plan);
    thesaurus_->AddRelatedTerms(&*plan);
    return *plan;
  }

  // Returns what is related, by the hash of its term.
  static std::map<uint64_t, Found> RelatedIn(const QueryPlan& plan) {
    std::map<uint64_t, Found> all;
    for (const auto& [term, related] : plan.related) {
      for (const RelatedTerm& one : related) {
        all[term].emplace_back(one.term, one.nearness);
      }
    }
    return all;
  }

  testing::TemporaryDirectory directory_;
  std::unique_ptr<Thesaurus> thesaurus_;
};

TEST_F(ThesaurusTest, TellsHowNearAWordIs) {
  // "Step", which follows, and "move", which is broader, tell nothing.
  const std::map<uint64_t, Found> wanted = {
      {HashTerm("tread"), {{0, Nearness::kSame}}},
      {HashTerm("go"), {{0, Nearness::kSame}}},
      {HashTerm("went"), {{0, Nearness::kSame}}},
      {HashTerm("walker"), {{0, Nearness::kSame}}},
      {HashTerm("stride"), {{0, Nearness::kRelated}}},
      {HashTerm("strode"), {{0, Nearness::kRelated}}},
      {HashTerm("pace"), {{0, Nearness::kRelated}}},
      {HashTerm("ride"), {{0, Nearness::kOpposite}}},
  };
  EXPECT_EQ(RelatedIn(Extended("walk")), wanted);
  EXPECT_EQ(RelatedIn(Extended("WALK")), wanted);
}

TEST_F(ThesaurusTest, TakesAnotherSenseForRelated) {
  SmallWordNet words;
  words.Add('n', 14, {"bank", "lender"});
  words.Add('n', 17, {"shore", "bank"});
  Open(words);
  EXPECT_EQ(RelatedIn(Extended("bank")),
            (std::map<uint64_t, Found>{
                {HashTerm("lender"), {{0, Nearness::kSame}}},
                {HashTerm("shore"), {{0, Nearness::kRelated}}}}));
}

TEST_F(ThesaurusTest, KeepsTheTermThatAWordIsRelatedTo) {
  const auto related = RelatedIn(Extended("pace of brooks"));
  EXPECT_EQ(related.at(HashTerm("stride")), (Found{{0, Nearness::kSame}}));
  EXPECT_EQ(related.at(HashTerm("beck")), (Found{{1, Nearness::kSame}}));
}

TEST_F(ThesaurusTest, LeavesNamesNumbersAndSynonymsOut) {
  EXPECT_TRUE(Extended("old Walk").terms.at(1).is_name);
  const auto related = RelatedIn(Extended("old Walk"));
  EXPECT_EQ(related.count(HashTerm("tread")), 0u);
  EXPECT_EQ(related.count(HashTerm("hoari")), 1u);
  EXPECT_THAT(Extended("1960").related, IsEmpty());
  QueryPlan plan = Plan("walk", StopWords::kDrop);
  plan.terms[0].is_synonym = true;
  thesaurus_->AddRelatedTerms(&plan);
  EXPECT_THAT(plan.related, IsEmpty());
}

TEST_F(ThesaurusTest, FindsKindsOfWhatIsAskedFor) {
  const QueryPlan plan = Extended("Which stream froze?");
  ASSERT_EQ(plan.focus, "stream");
  ASSERT_THAT(plan.kinds, NotNull());
  EXPECT_THAT(*plan.kinds,
              UnorderedElementsAre(HashTerm("watercours"), HashTerm("river"),
                                   HashTerm("ohm"), HashTerm("brook"),
                                   HashTerm("beck")));
  EXPECT_THAT(Extended("Who walks?").kinds, IsNull());
  const QueryPlan unknown = Extended("Which xyzzy froze?");
  EXPECT_TRUE(unknown.kinds == nullptr || unknown.kinds->empty());
}

// A noun with `count` kinds, in parts: one synset has 999 pointers at most.
SmallWordNet WordWithKinds(size_t count) {
  constexpr size_t kMost = 999;
  SmallWordNet words;
  std::vector<SmallWordNet::Pointer> parts;
  for (size_t at = 0; at < count; at += kMost) {
    const std::string part = absl::StrCat("part", at);
    parts.push_back({"~", part});
    std::vector<SmallWordNet::Pointer> kinds;
    for (size_t i = at + 1; i < std::min(at + kMost, count); ++i) {
      words.Add('n', 17, {absl::StrCat("kind", i)});
      kinds.push_back({"~", absl::StrCat("kind", i)});
    }
    words.Add('n', 3, {part}, kinds);
  }
  words.Add('n', 3, {"vessel"}, parts);
  return words;
}

TEST_F(ThesaurusTest, LeavesOutNounsWithTooManyKinds) {
  for (const size_t count : {Thesaurus::kMostKinds - 1, Thesaurus::kMostKinds,
                             Thesaurus::kMostKinds + 1}) {
    Open(WordWithKinds(count));
    const QueryPlan plan = Extended("Which vessel froze?");
    ASSERT_EQ(plan.focus, "vessel");
    ASSERT_THAT(plan.kinds, NotNull());
    EXPECT_EQ(plan.kinds->size(), count > Thesaurus::kMostKinds ? 0 : count);
  }
}

TEST_F(ThesaurusTest, FindsTheSameAgain) {
  const QueryPlan first = Extended("Which stream do walkers stride along?");
  EXPECT_FALSE(first.related.empty());
  for (int i = 0; i < 3; ++i) {
    const QueryPlan again = Extended("Which stream do walkers stride along?");
    EXPECT_EQ(RelatedIn(again), RelatedIn(first));
    EXPECT_EQ(*again.kinds, *first.kinds);
  }
}

TEST_F(ThesaurusTest, FindsTheSameAfterManyWords) {
  const QueryPlan first = Extended("Which stream do walkers walk along?");
  // More than are kept.
  for (int i = 0; i < 300; ++i) {
    EXPECT_THAT(Extended(absl::StrCat("word", i)).related, IsEmpty());
  }
  for (int i = 0; i < 140; ++i) {
    Extended(absl::StrCat("Which noun", i, " froze?"));
  }
  const QueryPlan again = Extended("Which stream do walkers walk along?");
  EXPECT_EQ(RelatedIn(again), RelatedIn(first));
  EXPECT_EQ(*again.kinds, *first.kinds);
  EXPECT_FALSE(RelatedIn(first).empty());
}

TEST_F(ThesaurusTest, ServesManyThreads) {
  const std::vector<std::string> questions = {
      "walk", "old stream", "Which stream do walkers stride along?",
      "Which brook froze?"};
  std::vector<std::map<uint64_t, Found>> wanted;
  for (const std::string& question : questions) {
    wanted.push_back(RelatedIn(Extended(question)));
  }
  Open(testing::WalksAndStreams());  // Nothing is kept from before.
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < 400; ++i) {
        const size_t which = (i + static_cast<size_t>(t)) % questions.size();
        EXPECT_EQ(RelatedIn(Extended(questions[which])), wanted[which]);
        // Makes others forget what they found.
        EXPECT_THAT(Extended(absl::StrCat("word", t, "x", i)).related,
                    IsEmpty());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace footnote
