#include "retrieval/question/word_relations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "retrieval/text/terms.h"
#include "tests/testing/small_wordnet.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {

// For the messages of failed expectations.
void PrintTo(const RelatedWord& word, std::ostream* out) {
  *out << word.term << " (" << static_cast<int>(word.relation) << ", "
       << word.distance << ", " << word.sense << ")";
}

namespace {

using ::footnote::testing::SmallWordNet;
using ::footnote::testing::TemporaryDirectory;
using ::footnote::testing::WalksAndStreams;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;
using Relation = WordRelation;

class WordRelationsTest : public ::testing::Test {
 protected:
  void SetUp() override { Open(WalksAndStreams()); }

  void Open(const SmallWordNet& words) {
    auto opened = SmallWordNet::Open(words.Files(), directory_);
    ASSERT_OK(opened.status());
    wordnet_ = *std::move(opened);
  }

  TemporaryDirectory directory_;
  std::shared_ptr<const WordNet> wordnet_;
};

TEST_F(WordRelationsTest, RelatesWordsTheClosestFirst) {
  EXPECT_THAT(RelatedWords(*wordnet_, "walk"),
              ElementsAre(RelatedWord{"tread", Relation::kSynonym, 0, 0},
                          RelatedWord{"go", Relation::kSynonym, 0, 0},
                          RelatedWord{"went", Relation::kSynonym, 0, 0},
                          RelatedWord{"walker", Relation::kDerived, 1, 0},
                          RelatedWord{"step", Relation::kEntailed, 1, 0},
                          RelatedWord{"stride", Relation::kNarrower, 1, 0},
                          RelatedWord{"strode", Relation::kNarrower, 1, 0},
                          RelatedWord{"pace", Relation::kNarrower, 1, 0},
                          RelatedWord{"move", Relation::kBroader, 1, 0},
                          RelatedWord{"ride", Relation::kOpposite, 1, 0}));
}

TEST_F(WordRelationsTest, DerivesFromTheWordItselfBeforeItsSynonyms) {
  const auto words = RelatedWords(*wordnet_, "walker");
  EXPECT_THAT(words, Contains(RelatedWord{"walk", Relation::kDerived, 1, 0}));
  EXPECT_THAT(words, Contains(RelatedWord{"stride", Relation::kDerived, 2, 0}));
}

TEST_F(WordRelationsTest, RelatesAdjectives) {
  EXPECT_THAT(RelatedWords(*wordnet_, "OLDER"),
              ElementsAre(RelatedWord{"old", Relation::kSynonym, 0, 0},
                          RelatedWord{"age", Relation::kAttribute, 1, 0},
                          RelatedWord{"hoari", Relation::kSimilar, 1, 0}));
}

TEST_F(WordRelationsTest, TellsTheSense) {
  SmallWordNet words;
  words.Add('n', 14, {"bank", "lender"});
  words.Add('n', 17, {"shore", "bank"});
  Open(words);
  EXPECT_THAT(RelatedWords(*wordnet_, "bank"),
              ElementsAre(RelatedWord{"lender", Relation::kSynonym, 0, 0},
                          RelatedWord{"shore", Relation::kSynonym, 0, 1}));
}

TEST_F(WordRelationsTest, RelatesNothingToWhatIsNotKnown) {
  for (const char* const word : {"", " ", "_", "xyzzy", "\xff", "1960"}) {
    EXPECT_THAT(RelatedWords(*wordnet_, word), IsEmpty()) << word;
  }
}

// A noun with `count` kinds of it.
SmallWordNet WordWithKinds(size_t count) {
  SmallWordNet words;
  std::vector<SmallWordNet::Pointer> kinds;
  for (size_t i = 0; i < count; ++i) {
    kinds.push_back({"~", absl::StrCat("kind", i)});
  }
  // One synset has 999 pointers at most.
  constexpr size_t kMost = 900;
  for (size_t at = 0; at < count; at += kMost) {
    const auto begin = kinds.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = kinds.begin() +
                     static_cast<std::ptrdiff_t>(std::min(at + kMost, count));
    words.Add('n', 3, {absl::StrCat("part", at)}, {begin, end});
  }
  std::vector<SmallWordNet::Pointer> parts;
  for (size_t at = 0; at < count; at += kMost) {
    parts.push_back({"~", absl::StrCat("part", at)});
  }
  words.Add('n', 3, {"whole"}, parts);
  for (size_t i = 0; i < count; ++i) {
    words.Add('n', 17, {absl::StrCat("kind", i)});
  }
  return words;
}

TEST_F(WordRelationsTest, EndsWhereThereAreTooManyKinds) {
  const size_t parts = 6;
  for (const size_t count :
       {kMaxKinds - parts - 1, kMaxKinds - parts, kMaxKinds - parts + 1}) {
    Open(WordWithKinds(count));
    EXPECT_THAT(KindsOf(*wordnet_, "whole"),
                SizeIs(std::min(count + parts, kMaxKinds)));
  }
}

TEST_F(WordRelationsTest, EndsWhereThereAreTooManyRelatedWords) {
  for (const size_t count :
       {kMaxRelatedWords - 1, kMaxRelatedWords, kMaxRelatedWords + 1}) {
    SmallWordNet words;
    std::vector<std::string> synonyms = {"many"};
    for (size_t i = 0; i < 200; ++i) {
      synonyms.push_back(absl::StrCat("same", i));
    }
    words.Add('n', 4, synonyms);
    synonyms = {"other", "many"};
    for (size_t i = 1; i < count - 200; ++i) {
      synonyms.push_back(absl::StrCat("like", i));
    }
    words.Add('n', 4, synonyms);
    Open(words);
    EXPECT_THAT(RelatedWords(*wordnet_, "many"),
                SizeIs(std::min(count, kMaxRelatedWords)));
  }
}

TEST_F(WordRelationsTest, FindsKindsThroughACircle) {
  EXPECT_THAT(
      KindsOf(*wordnet_, "stream"),
      UnorderedElementsAre("watercours", "river", "ohm", "brook", "beck"));
  EXPECT_THAT(
      KindsOf(*wordnet_, "Brook"),
      UnorderedElementsAre("beck", "stream", "watercours", "river", "ohm"));
}

TEST_F(WordRelationsTest, FindsKindsByTheLastOfSeveralWords) {
  EXPECT_THAT(KindsOf(*wordnet_, "mountain rivers"),
              UnorderedElementsAre("ohm"));
  EXPECT_THAT(KindsOf(*wordnet_, "River Ohm"), IsEmpty());
  EXPECT_THAT(KindsOf(*wordnet_, "rivers of gold"), IsEmpty());
}

TEST_F(WordRelationsTest, ClassifiesNouns) {
  EXPECT_EQ(LexicalClassOf(*wordnet_, "walkers"), LexicalClass::kPerson);
  EXPECT_EQ(LexicalClassOf(*wordnet_, "slow walker"), LexicalClass::kPerson);
  EXPECT_EQ(LexicalClassOf(*wordnet_, "Ohm"), LexicalClass::kLocation);
  EXPECT_EQ(LexicalClassOf(*wordnet_, "go"), std::nullopt);
  // Its kinds are of two classes.
  EXPECT_EQ(LexicalClassOf(*wordnet_, "thing"), std::nullopt);
}

TEST_F(WordRelationsTest, ClassifiesAGeneralNounByMostOfItsKinds) {
  SmallWordNet words;
  words.Add('n', 3, {"being"}, {{"~", "cat"}, {"~", "dog"}, {"~", "fern"}});
  words.Add('n', 5, {"cat"});
  words.Add('n', 5, {"dog"});
  words.Add('n', 20, {"fern"});
  Open(words);
  EXPECT_EQ(LexicalClassOf(*wordnet_, "being"), LexicalClass::kAnimal);
}

TEST(InstalledWordRelationsTest, AreThoseOfEnglish) {
  const auto opened = WordNet::Open(WordNet::kDirectory);
  if (absl::IsNotFound(opened.status())) {
    GTEST_SKIP() << opened.status().message();
  }
  ASSERT_OK(opened.status());
  const WordNet& wordnet = **opened;
  EXPECT_THAT(RelatedWords(wordnet, "inventor"),
              Contains(RelatedWord{"invent", Relation::kDerived, 1, 0}));
  EXPECT_THAT(RelatedWords(wordnet, "treaty"),
              Contains(RelatedWord{"pact", Relation::kSynonym, 0, 0}));
  EXPECT_THAT(RelatedWords(wordnet, "Japanese"),
              Contains(RelatedWord{"japan", Relation::kDerived, 1, 0}));
  EXPECT_THAT(RelatedWords(wordnet, "won"),
              Contains(RelatedWord{"lose", Relation::kOpposite, 1, 0}));
  EXPECT_THAT(KindsOf(wordnet, "river"), IsSupersetOf({"thame", "nile"}));
  EXPECT_THAT(KindsOf(wordnet, "river"), Not(Contains("river")));
  EXPECT_EQ(LexicalClassOf(wordnet, "person"), LexicalClass::kPerson);
  EXPECT_EQ(LexicalClassOf(wordnet, "century"), LexicalClass::kTime);
  EXPECT_EQ(LexicalClassOf(wordnet, "energy import"), LexicalClass::kArtifact);
  // A related word is spelt as the index would spell it.
  for (const RelatedWord& word : RelatedWords(wordnet, "author")) {
    EXPECT_THAT(Tokenize(word.term), SizeIs(1)) << word.term;
  }
}

}  // namespace
}  // namespace footnote
