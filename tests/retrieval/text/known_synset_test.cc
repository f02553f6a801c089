#include "retrieval/text/known_synset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "retrieval/text/wordnet.h"
#include "tests/testing/small_wordnet.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> TermsOf(const KnownSynset& known, uint8_t word) {
  std::vector<std::string> terms;
  known.ForEachTerm(
      word, [&terms](absl::string_view term) { terms.emplace_back(term); });
  return terms;
}

class KnownSynsetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = testing::SmallWordNet::Open(
        testing::WalksAndStreams().Files(), directory_);
    ASSERT_OK(opened.status());
    wordnet_ = *std::move(opened);
  }

  Synset SynsetOf(absl::string_view lemma, PartOfSpeech part) const {
    const auto senses = wordnet_->SensesOf(lemma, part, 1);
    return senses.empty() ? Synset() : senses.front();
  }

  testing::TemporaryDirectory directory_;
  std::shared_ptr<const WordNet> wordnet_;
};

TEST_F(KnownSynsetTest, HasTheTermsOfEachWordAndItsIrregularForms) {
  const Synset walk = SynsetOf("walk", PartOfSpeech::kVerb);
  std::unique_ptr<const KnownSynset> room;
  const KnownSynset* const known = wordnet_->Know(walk, &room);
  ASSERT_NE(known, nullptr);
  EXPECT_EQ(known->synset(), walk);
  ASSERT_THAT(known->entry().words, ElementsAre("walk", "go"));
  EXPECT_THAT(TermsOf(*known, 1), ElementsAre("walk"));
  EXPECT_THAT(TermsOf(*known, 2), ElementsAre("go", "went"));
  EXPECT_THAT(TermsOf(*known, 0), ElementsAre("walk", "go", "went"));
  EXPECT_THAT(TermsOf(*known, 3), IsEmpty());
}

TEST_F(KnownSynsetTest, HasThePointersOfEveryKind) {
  const Synset walk = SynsetOf("walk", PartOfSpeech::kVerb);
  std::unique_ptr<const KnownSynset> room;
  const KnownSynset* const known = wordnet_->Know(walk, &room);
  ASSERT_NE(known, nullptr);
  SynsetEntry entry;
  ASSERT_TRUE(wordnet_->Read(walk, {SynsetPointerKind::kHyponym}, &entry));
  EXPECT_GT(known->entry().pointers.size(), entry.pointers.size());
  EXPECT_FALSE(entry.pointers.empty());
}

TEST_F(KnownSynsetTest, IsKept) {
  const Synset walk = SynsetOf("walk", PartOfSpeech::kVerb);
  std::unique_ptr<const KnownSynset> room;
  const KnownSynset* const known = wordnet_->Know(walk, &room);
  EXPECT_EQ(room, nullptr);
  EXPECT_EQ(wordnet_->Know(walk, &room), known);
}

TEST_F(KnownSynsetTest, IsNoneWhereNoLineBegins) {
  std::unique_ptr<const KnownSynset> room;
  EXPECT_EQ(wordnet_->Know({PartOfSpeech::kNoun, 3}, &room), nullptr);
  EXPECT_EQ(wordnet_->Know({PartOfSpeech::kNoun, 1U << 30}, &room), nullptr);
}

TEST_F(KnownSynsetTest, TheFirstStaysAtItsPlace) {
  KnownSynsets kept;
  const Synset walk = SynsetOf("walk", PartOfSpeech::kVerb);
  SynsetEntry entry;
  ASSERT_TRUE(wordnet_->Read(walk, {}, &entry));
  EXPECT_EQ(kept.Find(walk), nullptr);
  auto first = std::make_unique<const KnownSynset>(*wordnet_, walk, entry);
  const KnownSynset* const known = first.get();
  kept.Offer(&first);
  EXPECT_EQ(first, nullptr);
  EXPECT_EQ(kept.Find(walk), known);
  auto second = std::make_unique<const KnownSynset>(*wordnet_, walk, entry);
  kept.Offer(&second);
  EXPECT_NE(second, nullptr);
  EXPECT_EQ(kept.Find(walk), known);
}

TEST_F(KnownSynsetTest, IsNotTakenForAnotherOfItsPlace) {
  KnownSynsets kept;
  const Synset walk = SynsetOf("walk", PartOfSpeech::kVerb);
  SynsetEntry entry;
  ASSERT_TRUE(wordnet_->Read(walk, {}, &entry));
  auto first = std::make_unique<const KnownSynset>(*wordnet_, walk, entry);
  kept.Offer(&first);
  // There are fewer places than that.
  int refused = 0;
  for (uint32_t offset = 1; offset < 2'000'000 && refused == 0; offset += 7) {
    const Synset other = {PartOfSpeech::kNoun, offset};
    EXPECT_EQ(kept.Find(other), nullptr);
    auto known = std::make_unique<const KnownSynset>(*wordnet_, other, entry);
    kept.Offer(&known);
    if (known != nullptr) ++refused;
  }
  EXPECT_EQ(refused, 1);
}

}  // namespace
}  // namespace footnote
