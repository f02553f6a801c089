#include "retrieval/index/passage_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "retrieval/corpus.h"
#include "retrieval/index/reader.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"
#include "retrieval/text/word_class.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::IsEmpty;

TEST(CutSentenceTest, HoldsTheTermsOfTokenize) {
  for (const std::string text :
       {"The U.S. envoys met 14 times.", "Japan's 1,000 ferries wait.", "—"}) {
    SCOPED_TRACE(text);
    const CutSentence sentence(3, {10, 10 + static_cast<uint32_t>(text.size())},
                               text);
    EXPECT_EQ(sentence.index(), 3u);
    EXPECT_EQ(sentence.range().begin, 10u);
    EXPECT_EQ(sentence.text(), text);
    const std::vector<Term> terms = Tokenize(text);
    ASSERT_EQ(sentence.hashes().size(), terms.size());
    ASSERT_EQ(sentence.ranges().size(), terms.size());
    ASSERT_EQ(sentence.classes().size(), terms.size());
    for (size_t i = 0; i < terms.size(); ++i) {
      EXPECT_EQ(sentence.term(i), terms[i].text);
      EXPECT_EQ(sentence.hashes()[i], HashTerm(terms[i].text));
      EXPECT_EQ(sentence.ranges()[i], terms[i].range);
      EXPECT_EQ(sentence.classes()[i],
                WordClassesOf(Slice(text, terms[i].range)));
    }
    EXPECT_GE(sentence.bytes(), sizeof(CutSentence) + text.size());
  }
}

class ReadSentencesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
    testing::RandomCorpus random(5);
    ASSERT_OK(
        corpus_->Import(random.MakeDocuments(0, 30), Deadline::Infinite()));
  }

  std::unique_ptr<Reader> OpenReader() {
    auto reader = Reader::Open(path_, &kept_);
    EXPECT_OK(reader);
    EXPECT_OK((*reader)->Begin(Deadline::Infinite()));
    return *std::move(reader);
  }

  testing::TemporaryDirectory directory_;
  std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Corpus> corpus_;
  CorpusPassages kept_{std::make_shared<PassageCache>(size_t{1} << 20)};
};

TEST_F(ReadSentencesTest, ReadsThoseOfThePassageAndOneMoreOnEachSide) {
  const auto reader = OpenReader();
  for (PassageNumber number = 1; number <= 30; ++number) {
    SCOPED_TRACE(number);
    const auto read = reader->ReadSentences(number);
    ASSERT_OK(read);
    const Passage& passage = (*read)->passage;
    EXPECT_EQ(passage.number, number);
    const auto stored = reader->ReadStored(*(*read)->document);
    ASSERT_OK(stored);
    std::vector<uint32_t> wanted;
    const uint32_t end = passage.first_sentence + passage.sentence_count;
    for (uint32_t i = 0; i < stored->sentences.size(); ++i) {
      if (stored->sentences[i].kind == SentenceKind::kProse &&
          i + 1 >= passage.first_sentence && i <= end) {
        wanted.push_back(i);
      }
    }
    std::vector<uint64_t> title;
    for (const Term& term : Tokenize(stored->document.title)) {
      title.push_back(HashTerm(term.text));
    }
    EXPECT_EQ((*read)->title_terms, title);
    ASSERT_EQ((*read)->sentences.size(), wanted.size());
    for (size_t i = 0; i < wanted.size(); ++i) {
      const CutSentence& sentence = (*read)->sentences[i];
      EXPECT_EQ(sentence.index(), wanted[i]);
      EXPECT_EQ(sentence.range(), stored->sentences[wanted[i]].range);
      EXPECT_EQ(sentence.text(),
                Slice(stored->document.text, sentence.range()));
    }
  }
}

TEST_F(ReadSentencesTest, KeepsThemForOtherReaders) {
  const auto first = OpenReader();
  const auto second = OpenReader();
  const auto read = first->ReadSentences(2);
  ASSERT_OK(read);
  const auto again = second->ReadSentences(2);
  ASSERT_OK(again);
  EXPECT_EQ(*read, *again);
}

TEST_F(ReadSentencesTest, IsNotAskedForWhatIsGone) {
  auto reader = OpenReader();
  const auto read = reader->ReadSentences(1);
  ASSERT_OK(read);
  const std::string id = (*read)->document->summary.id;
  ASSERT_OK(corpus_->Delete({id}, Deadline::Infinite()));
  // The snapshot holds it, and a later one finds it by no term.
  EXPECT_OK(reader->ReadSentences(1));
  reader->End();
  ASSERT_OK(reader->Begin(Deadline::Infinite()));
  const auto postings =
      reader->postings().ReadPostings((*read)->sentences.front().term(0));
  ASSERT_OK(postings);
  for (const Posting& posting : *postings) EXPECT_NE(posting.passage, 1u);
}

}  // namespace
}  // namespace footnote
