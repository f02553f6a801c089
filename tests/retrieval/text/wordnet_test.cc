#include "retrieval/text/wordnet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "tests/testing/small_wordnet.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::footnote::testing::SmallWordNet;
using ::footnote::testing::StatusIs;
using ::footnote::testing::TemporaryDirectory;
using ::footnote::testing::WalksAndStreams;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class WordNetTest : public ::testing::Test {
 protected:
  void SetUp() override { Open(WalksAndStreams().Files()); }

  void Open(const std::map<std::string, std::string>& files) {
    auto opened = SmallWordNet::Open(files, directory_);
    ASSERT_OK(opened.status());
    wordnet_ = *std::move(opened);
  }

  // Returns the first synset of `lemma`, with all pointers of `kinds`.
  SynsetEntry EntryOf(absl::string_view lemma, PartOfSpeech part,
                      SynsetPointerKinds kinds) {
    SynsetEntry entry;
    const std::vector<Synset> senses = wordnet_->SensesOf(lemma, part, 1);
    EXPECT_THAT(senses, SizeIs(1)) << lemma;
    if (senses.empty()) return entry;
    EXPECT_TRUE(wordnet_->Read(senses.front(), kinds, &entry)) << lemma;
    return entry;
  }

  TemporaryDirectory directory_;
  std::shared_ptr<const WordNet> wordnet_;
};

TEST_F(WordNetTest, KnowsItsEntries) {
  EXPECT_TRUE(wordnet_->Knows("beck", PartOfSpeech::kNoun));
  EXPECT_TRUE(wordnet_->Knows("river_ohm", PartOfSpeech::kNoun));
  EXPECT_FALSE(wordnet_->Knows("beck", PartOfSpeech::kVerb));
  EXPECT_FALSE(wordnet_->Knows("River_Ohm", PartOfSpeech::kNoun));
  EXPECT_FALSE(wordnet_->Knows("", PartOfSpeech::kNoun));
}

TEST_F(WordNetTest, FindsBaseForms) {
  EXPECT_THAT(wordnet_->BaseForms("streams", PartOfSpeech::kNoun),
              ElementsAre("stream"));
  EXPECT_THAT(wordnet_->BaseForms("striding", PartOfSpeech::kVerb),
              ElementsAre("stride"));
  EXPECT_THAT(wordnet_->BaseForms("walked", PartOfSpeech::kVerb),
              ElementsAre("walk"));
  EXPECT_THAT(wordnet_->BaseForms("older", PartOfSpeech::kAdjective),
              ElementsAre("old"));
  EXPECT_THAT(wordnet_->BaseForms("went", PartOfSpeech::kVerb),
              ElementsAre("go"));
  EXPECT_THAT(wordnet_->BaseForms("walk", PartOfSpeech::kVerb),
              ElementsAre("walk"));
}

TEST_F(WordNetTest, FindsNoBaseFormOfWhatIsNone) {
  EXPECT_THAT(wordnet_->BaseForms("walks", PartOfSpeech::kAdverb), IsEmpty());
  EXPECT_THAT(wordnet_->BaseForms("streamss", PartOfSpeech::kNoun), IsEmpty());
  EXPECT_THAT(wordnet_->BaseForms("s", PartOfSpeech::kNoun), IsEmpty());
  EXPECT_THAT(wordnet_->BaseForms("", PartOfSpeech::kVerb), IsEmpty());
}

TEST_F(WordNetTest, FindsIrregularForms) {
  EXPECT_THAT(wordnet_->IrregularForms("go", PartOfSpeech::kVerb),
              ElementsAre("went"));
  EXPECT_THAT(wordnet_->IrregularForms("go", PartOfSpeech::kNoun), IsEmpty());
  EXPECT_THAT(wordnet_->IrregularForms("walk", PartOfSpeech::kVerb), IsEmpty());
}

TEST_F(WordNetTest, ReadsSynsets) {
  const SynsetEntry walk =
      EntryOf("walk", PartOfSpeech::kVerb,
              {SynsetPointerKind::kDerived, SynsetPointerKind::kHyponym});
  EXPECT_EQ(walk.lexical_file, 38);
  EXPECT_THAT(walk.words, ElementsAre("walk", "go"));
  ASSERT_THAT(walk.pointers, SizeIs(2));
  EXPECT_EQ(walk.pointers[0].kind, SynsetPointerKind::kHyponym);
  EXPECT_EQ(walk.pointers[0].target,
            wordnet_->SensesOf("stride", PartOfSpeech::kVerb, 1).front());
  EXPECT_EQ(walk.pointers[1].kind, SynsetPointerKind::kDerived);
  EXPECT_EQ(walk.pointers[1].target,
            wordnet_->SensesOf("walker", PartOfSpeech::kNoun, 1).front());
  EXPECT_EQ(walk.pointers[1].from_word, 1);
  EXPECT_EQ(walk.pointers[1].to_word, 1);
}

TEST_F(WordNetTest, ReadsAdjectivesWithoutTheirMarks) {
  EXPECT_THAT(EntryOf("old", PartOfSpeech::kAdjective, {}).words,
              ElementsAre("old"));
  EXPECT_THAT(EntryOf("hoary", PartOfSpeech::kAdjective, {}).words,
              ElementsAre("hoary"));
}

TEST_F(WordNetTest, ReadsNothingElsewhere) {
  SynsetEntry entry;
  const uint32_t offset =
      wordnet_->SensesOf("river", PartOfSpeech::kNoun, 1).front().offset;
  for (const uint32_t wrong : {0U, 1U, offset - 1, offset + 1, 4294967295U}) {
    EXPECT_FALSE(wordnet_->Read({PartOfSpeech::kNoun, wrong}, {}, &entry));
  }
  EXPECT_FALSE(wordnet_->Read({PartOfSpeech::kVerb, offset}, {}, &entry));
}

TEST_F(WordNetTest, GivesAtMostSoManySenses) {
  SmallWordNet words;
  words.Add('n', 6, {"bank"});
  words.Add('n', 17, {"shore", "bank"});
  words.Add('n', 14, {"house", "bank"});
  Open(words.Files());
  EXPECT_THAT(wordnet_->SensesOf("bank", PartOfSpeech::kNoun, 0), IsEmpty());
  EXPECT_THAT(wordnet_->SensesOf("bank", PartOfSpeech::kNoun, 2), SizeIs(2));
  EXPECT_THAT(wordnet_->SensesOf("bank", PartOfSpeech::kNoun, 9), SizeIs(3));
}

TEST_F(WordNetTest, ReadsWhatIsLeftOfACutFile) {
  const auto sound = WalksAndStreams().Files();
  SynsetEntry entry;
  for (const char* const name : {"data.noun", "index.noun"}) {
    const TemporaryDirectory directory;
    const std::string& bytes = sound.at(name);
    ASSERT_OK(SmallWordNet::Open(sound, directory).status());
    const size_t line = bytes.find("beck");
    int read = 0;
    for (size_t cut = 1; cut < bytes.size(); ++cut) {
      const auto wordnet =
          SmallWordNet::Open({{name, bytes.substr(0, cut)}}, directory);
      ASSERT_OK(wordnet.status());
      for (const Synset& synset :
           (*wordnet)->SensesOf("beck", PartOfSpeech::kNoun, 3)) {
        if (!(*wordnet)->Read(synset, {}, &entry)) continue;
        EXPECT_THAT(entry.words, Contains("brook"));
        EXPECT_GT(cut, line);
        ++read;
      }
    }
    EXPECT_GT(read, 0);
  }
}

TEST_F(WordNetTest, PassesOverWrongOffsets) {
  auto files = WalksAndStreams().Files();
  std::string& index = files["index.noun"];
  const size_t line = index.find("\nbrook ") + 1;
  const size_t end = index.find("  \n", line);
  index.replace(end - 8, 8, "99999999");
  Open(files);
  SynsetEntry entry;
  const auto senses = wordnet_->SensesOf("brook", PartOfSpeech::kNoun, 3);
  EXPECT_THAT(senses, ElementsAre(Synset{PartOfSpeech::kNoun, 99999999}));
  EXPECT_FALSE(wordnet_->Read(senses.front(), {}, &entry));
}

TEST_F(WordNetTest, TellsWhatToInstall) {
  const TemporaryDirectory empty;
  const absl::Status status = WordNet::Open(empty.path()).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(std::string(status.message()), HasSubstr("wordnet-base"));
  auto files = WalksAndStreams().Files();
  files["verb.exc"] = "";
  EXPECT_THAT(SmallWordNet::Open(files, directory_).status(),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(WordNetTest, IsReadByManyThreads) {
  std::vector<std::vector<absl::string_view>> found(8);
  std::vector<std::thread> threads;
  threads.reserve(found.size());
  for (auto& forms : found) {
    threads.emplace_back([this, &forms] {
      forms = wordnet_->IrregularForms("go", PartOfSpeech::kVerb);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(found, Each(ElementsAre("went")));
}

TEST(InstalledWordNetTest, IsReadAsDebianHasIt) {
  const auto wordnet = WordNet::Open(WordNet::kDirectory);
  if (absl::IsNotFound(wordnet.status())) {
    GTEST_SKIP() << wordnet.status().message();
  }
  ASSERT_OK(wordnet.status());
  EXPECT_THAT((*wordnet)->BaseForms("leaves", PartOfSpeech::kNoun),
              UnorderedElementsAre("leaf", "leave"));
  EXPECT_THAT((*wordnet)->IrregularForms("write", PartOfSpeech::kVerb),
              ElementsAre("written", "wrote"));
  SynsetEntry entry;
  const auto senses = (*wordnet)->SensesOf("treaty", PartOfSpeech::kNoun, 9);
  ASSERT_THAT(senses, SizeIs(1));
  ASSERT_TRUE((*wordnet)->Read(senses.front(), {}, &entry));
  EXPECT_THAT(entry.words, ElementsAre("treaty", "pact", "accord"));
}

}  // namespace
}  // namespace footnote
