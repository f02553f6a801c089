// Questions from the front door, on a few documents.

#include "retrieval/answer/answerer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus.h"
#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::StatusIs;

class AnswererTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto corpus = Corpus::Open(directory_.File("corpus.db"));
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
    Import("harbour",
           "The harbour of Northport froze in January. Ida Brandt, its master, "
           "closed it for nine days.");
    Import("copy",
           "The harbour of Northport froze in January, again. Ships waited.");
    Import("observatory",
           "Ida Brandt founded the observatory in 1871. It stood on a hill "
           "above the town.\n\nShare this story with your friends!");
    Import("market", "Fish prices rose. Traders in the town blamed the ice.");
  }

  void Import(const std::string& id, const std::string& text) {
    Document document;
    document.id = id;
    document.text = text;
    ASSERT_OK(corpus_->Import({document}, Deadline::Infinite()));
  }

  Answer Ask(const std::string& question, AskOptions options = {},
             DocumentFilter filter = {}) {
    auto answer =
        corpus_->Ask({question, filter}, options, Deadline::Infinite());
    EXPECT_OK(answer);
    return *std::move(answer);
  }

  testing::TemporaryDirectory directory_;
  std::unique_ptr<Corpus> corpus_;
};

TEST_F(AnswererTest, GivesAsManySentencesAsAreAskedFor) {
  for (int i = 0; i < 120; ++i) {
    Import(absl::StrCat("ship", i),
           absl::StrCat("Vessel", i, " of port", i, " carried load", i,
                        " under captain", i, "."));
  }
  for (const int wanted : {1, 20, 21, 100}) {
    const Answer answer = Ask("What was carried?", {wanted, 0.0});
    EXPECT_EQ(answer.sentences.size(), static_cast<size_t>(wanted));
  }
}

TEST_F(AnswererTest, CitesTheSentenceThatAnswers) {
  const Answer answer = Ask("Who founded the observatory?");
  ASSERT_THAT(answer.sentences, Not(IsEmpty()));
  const CitedSentence& first = answer.sentences.front();
  EXPECT_EQ(first.text, "Ida Brandt founded the observatory in 1871.");
  EXPECT_EQ(first.citation.document_id, "observatory");
  EXPECT_EQ(first.citation.sentence_index, 0u);
  EXPECT_EQ(first.citation.span.bytes, (ByteRange{0, 43}));
  ASSERT_EQ(first.matches.size(), 2u);
  EXPECT_EQ(first.matches[0].term, "found");
  EXPECT_EQ(first.matches[1].span.bytes, (ByteRange{23, 34}));
  EXPECT_THAT(answer.reasons, IsEmpty());
  EXPECT_EQ(answer.corpus_revision, 4u);
  EXPECT_EQ(answer.band, ConfidenceBand::kHigh);
}

TEST_F(AnswererTest, GivesOneOfTwoThatSayTheSame) {
  const Answer answer =
      Ask("When did the harbour of Northport freeze?", {10, 0.0});
  int freezes = 0;
  for (const CitedSentence& sentence : answer.sentences) {
    freezes += sentence.text.find("froze") != std::string::npos;
  }
  EXPECT_EQ(freezes, 1);
}

TEST_F(AnswererTest, SaysWhenTheDocumentsDoNotAnswer) {
  const struct {
    const char* question;
    std::vector<NotAnsweredReason> want;
  } kCases[] = {
      {"What is the capital of Peru?", {NotAnsweredReason::kNoMatch}},
      {"Who was it?", {NotAnsweredReason::kQuestionHasNoContent}},
      {"?!", {NotAnsweredReason::kQuestionHasNoContent}},
      {"Why did the Danish museum buy whales in the town?",
       {NotAnsweredReason::kLowConfidence}},
      {"How many whales did the Danish museum buy in the town?",
       {NotAnsweredReason::kLowConfidence, NotAnsweredReason::kTypeNotFound}},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.question);
    const Answer answer = Ask(c.question);
    EXPECT_THAT(answer.sentences, IsEmpty());
    EXPECT_EQ(answer.reasons, c.want);
    EXPECT_EQ(answer.band, ConfidenceBand::kLow);
  }
}

TEST_F(AnswererTest, GivesTheBestThereIsIfAsked) {
  const std::string question =
      "How many whales did the Danish museum buy in the town?";
  EXPECT_THAT(Ask(question).sentences, IsEmpty());
  EXPECT_EQ(Ask(question, {1, 0.0}).sentences.size(), 1u);
}

TEST_F(AnswererTest, NeverCitesBoilerplate) {
  EXPECT_THAT(
      Ask("Who should share this story with friends?", {10, 0.0}).sentences,
      IsEmpty());
}

TEST_F(AnswererTest, KeepsToTheDocumentsAskedFor) {
  const Answer answer =
      Ask("Who is Ida Brandt?", {10, 0.0}, {{"harbour", "absent"}});
  ASSERT_THAT(answer.sentences, Not(IsEmpty()));
  for (const CitedSentence& sentence : answer.sentences) {
    EXPECT_EQ(sentence.citation.document_id, "harbour");
  }
}

TEST_F(AnswererTest, GivesAtMostAsManyAsAsked) {
  EXPECT_EQ(Ask("Ida Brandt and the town", {1, 0.0}).sentences.size(), 1u);
  EXPECT_EQ(Ask("Ida Brandt and the town", {2, 0.0}).sentences.size(), 2u);
}

TEST_F(AnswererTest, TellsWhatItMadeOfTheQuestion) {
  const Interpretation interpretation =
      Ask("Who founded the observatory?").interpretation;
  EXPECT_THAT(interpretation.ignored_words, ElementsAre("Who", "the"));
  ASSERT_EQ(interpretation.terms.size(), 2u);
  EXPECT_EQ(interpretation.terms[1].term, "observatori");
  EXPECT_EQ(interpretation.terms[1].word, "observatory");
  EXPECT_EQ(interpretation.terms[1].passage_frequency, 1u);
  EXPECT_GT(interpretation.terms[1].weight, 0);
}

TEST_F(AnswererTest, ExplainsEachScore) {
  AskOptions options = {10, 0.0};
  EXPECT_FALSE(Ask("Ida Brandt", options).sentences[0].explanation.has_value());
  options.explain = true;
  const Answer answer = Ask("Who is Ida Brandt of Northport?", options);
  ASSERT_THAT(answer.sentences, Not(IsEmpty()));
  for (const CitedSentence& sentence : answer.sentences) {
    ASSERT_TRUE(sentence.explanation.has_value());
    double sum = 0;
    for (const FeatureShare& share : sentence.explanation->features) {
      sum += share.contribution;
    }
    EXPECT_EQ(sum, sentence.score);
    const PassageScore& passage = sentence.explanation->passage;
    sum = 0;
    for (const TermScore& term : passage.terms) sum += term.score;
    EXPECT_EQ(sum, passage.score);
    EXPECT_LE(passage.span.bytes.begin, sentence.citation.span.bytes.begin);
    EXPECT_GE(passage.span.bytes.end, sentence.citation.span.bytes.end);
    EXPECT_GT(passage.average_term_count, 0);
    EXPECT_GT(passage.term_count, 0u);
  }
}

TEST_F(AnswererTest, ShowsWhatWasLeftOut) {
  AskOptions options = {1, 0.0};
  EXPECT_THAT(Ask("Ida Brandt and the town", options).rejected, IsEmpty());
  options.include_rejected = true;
  const Answer answered = Ask("Ida Brandt and the town", options);
  EXPECT_EQ(answered.sentences.size(), 1u);
  ASSERT_THAT(answered.rejected, Not(IsEmpty()));
  for (const RejectedSentence& rejected : answered.rejected) {
    EXPECT_LE(rejected.sentence.score, answered.sentences[0].score);
    EXPECT_FALSE(rejected.sentence.citation.sha256.empty());
  }
  options.min_confidence.reset();
  const Answer silent =
      Ask("How many whales did the Danish museum buy in the town?", options);
  EXPECT_THAT(silent.sentences, IsEmpty());
  const auto best = std::find_if(
      silent.rejected.begin(), silent.rejected.end(), [](const auto& rejected) {
        return rejected.reason == RejectionReason::kLowConfidence;
      });
  ASSERT_NE(best, silent.rejected.end());
  EXPECT_EQ(best->confidence, silent.confidence);
}

TEST_F(AnswererTest, FindsTheTextBehindManyTitles) {
  std::vector<Document> documents;
  for (int i = 0; i < 40; ++i) {
    Document& document = documents.emplace_back();
    document.id = absl::StrCat("titled", i);
    document.title = "Quokka";
    document.text = absl::StrCat("Report ", i, " is short.");
  }
  ASSERT_OK(corpus_->Import(documents, Deadline::Infinite()));
  Import("island",
         "Of the many animals of the dry land in the west, one that smiles at "
         "people and lives on Rottnest Island is the quokka.");
  const Answer answer = Ask("quokka", {1, 0.0});
  ASSERT_THAT(answer.sentences, Not(IsEmpty()));
  EXPECT_EQ(answer.sentences[0].citation.document_id, "island");
}

TEST_F(AnswererTest, StopsWhenTheTimeIsOver) {
  const std::atomic<bool> cancelled = true;
  EXPECT_THAT(corpus_->Ask({"Who is Ida Brandt?", {}}, {},
                           Deadline(absl::InfiniteFuture(), &cancelled)),
              StatusIs(absl::StatusCode::kCancelled));
}

TEST_F(AnswererTest, SaysWhenNoDocumentMayAnswer) {
  const Answer answer = Ask("Who is Ida Brandt?", {}, {{"absent"}});
  EXPECT_THAT(answer.reasons,
              ElementsAre(NotAnsweredReason::kNoDocumentInWindow));
}

TEST_F(AnswererTest, RefusesConditionsWithoutAWord) {
  Question question;
  question.text = "Who is Ida Brandt?";
  question.required_terms = {"Ida", "?!"};
  question.phrases = {"--"};
  const absl::Status status =
      corpus_->Ask(question, {}, Deadline::Infinite()).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  ASSERT_EQ(ViolationsOf(status).size(), 2u);
  EXPECT_EQ(ViolationsOf(status)[0].field, "required_terms[1]");
  EXPECT_EQ(ViolationsOf(status)[1].field, "phrases[0]");
}

TEST_F(AnswererTest, SearchesPageByPage) {
  const Question query = {"town Northport Ida", {}};
  std::vector<std::string> all;
  const auto whole = corpus_->Search(query, {0, 100}, 0, Deadline::Infinite());
  ASSERT_OK(whole);
  for (const FoundPassage& p : whole->passages) all.push_back(p.text);
  ASSERT_EQ(all.size(), 4u);
  std::vector<std::string> paged;
  for (bool has_more = true; has_more;) {
    const auto page =
        corpus_->Search(query, {paged.size(), 3}, 4, Deadline::Infinite());
    ASSERT_OK(page);
    for (const FoundPassage& p : page->passages) paged.push_back(p.text);
    has_more = page->has_more;
  }
  EXPECT_EQ(paged, all);
  Import("more", "Northport.");
  EXPECT_THAT(corpus_->Search(query, {3, 3}, 4, Deadline::Infinite()),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

std::string Words(int count) {
  std::string words;
  for (int i = 0; i < count; ++i) absl::StrAppend(&words, "word", i, " ");
  return words;
}

TEST_F(AnswererTest, LimitsContentTerms) {
  EXPECT_OK(corpus_->Ask({Words(32), {}}, {}, Deadline::Infinite()));
  const absl::Status status =
      corpus_->Ask({Words(33), {}}, {}, Deadline::Infinite()).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  ASSERT_EQ(ViolationsOf(status).size(), 1u);
  EXPECT_EQ(ViolationsOf(status)[0].field, "text");
  EXPECT_EQ(
      ViolationsOf(
          corpus_->Search({Words(33), {}}, {0, 5}, 0, Deadline::Infinite())
              .status())[0]
          .field,
      "text");
}

TEST_F(AnswererTest, SearchShowsSharesThatAddUp) {
  const auto result = corpus_->Search({"Ida Brandt observatory", {}}, {0, 5}, 0,
                                      Deadline::Infinite());
  ASSERT_OK(result);
  ASSERT_EQ(result->passages.size(), 2u);
  const FoundPassage& first = result->passages.front();
  EXPECT_EQ(first.citation.document_id, "observatory");
  double sum = 0;
  for (const TermScore& term : first.terms) sum += term.score;
  EXPECT_DOUBLE_EQ(sum, first.score);
  EXPECT_EQ(first.terms.size(), 3u);
  EXPECT_EQ(first.matches.size(), 3u);
  EXPECT_EQ(first.text.substr(0, 10), "Ida Brandt");
}

TEST_F(AnswererTest, SearchTakesFunctionWordsIfThereIsNothingElse) {
  const auto result =
      corpus_->Search({"on a", {}}, {0, 5}, 0, Deadline::Infinite());
  ASSERT_OK(result);
  EXPECT_EQ(result->passages.size(), 1u);
}

// Whatever a user types is data.
TEST_F(AnswererTest, TakesQuerySyntaxAsWords) {
  for (const char* query :
       {"\"", "ida OR", "NEAR(", "title : *", "a\"\"b", "^ida", "-ida", "{x}",
        "ida*", "' ; DROP TABLE document; --", "\\", "%", "ida AND NOT"}) {
    SCOPED_TRACE(query);
    EXPECT_OK(corpus_->Search({query, {}}, {0, 5}, 0, Deadline::Infinite()));
    EXPECT_OK(corpus_->Ask({query, {}}, {}, Deadline::Infinite()));
  }
}

}  // namespace
}  // namespace footnote
