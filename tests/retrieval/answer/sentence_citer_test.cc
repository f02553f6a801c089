// What comes with a sentence, as questions bring it out.

#include "retrieval/answer/sentence_citer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/retrieval/answer/asked_corpus.h"

namespace footnote {
namespace {

using testing::Best;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SentenceCiterTest : public testing::AskedCorpus {
 protected:
  // Imports `text` and returns the best sentence of it for `question`.
  CitedSentence BestOf(const std::string& text, const std::string& question,
                       int context_sentences = 0) {
    text_ = text;
    Import("d", text, "2031-05-20");
    AskOptions options = Best(1);
    options.context_sentences = context_sentences;
    const Answer answer = Ask(Asking(question), options);
    EXPECT_EQ(answer.sentences.size(), 1u);
    return answer.sentences.empty() ? CitedSentence() : answer.sentences[0];
  }

  // Returns the bytes of the document at `span`.
  std::string At(const TextSpan& span) const {
    return std::string(Slice(text_, span.bytes));
  }

  // Returns the sentences of context, each compared with the document's bytes.
  std::vector<std::string> Texts(
      const std::vector<ContextSentence>& context) const {
    std::vector<std::string> texts;
    for (const ContextSentence& sentence : context) {
      EXPECT_EQ(At(sentence.span), sentence.text);
      texts.push_back(sentence.text);
    }
    return texts;
  }

 private:
  std::string text_;
};

constexpr char kStory[] =
    "Fog lay over the sound. Boats stayed at home.\n\n"
    "Share this story with your friends!\n\n"
    "The pier of Halden leaks. Nobody mends it. Winter is near.";

TEST_F(SentenceCiterTest, BringsNoContextUnlessAsked) {
  const CitedSentence sentence = BestOf(kStory, "Does the pier leak?");
  EXPECT_EQ(sentence.text, "The pier of Halden leaks.");
  EXPECT_THAT(sentence.context_before, IsEmpty());
  EXPECT_THAT(sentence.context_after, IsEmpty());
}

TEST_F(SentenceCiterTest, BringsTheProseAroundASentence) {
  const CitedSentence one = BestOf(kStory, "Does the pier leak?", 1);
  EXPECT_THAT(Texts(one.context_before), ElementsAre("Boats stayed at home."));
  EXPECT_THAT(Texts(one.context_after), ElementsAre("Nobody mends it."));
  const CitedSentence two = BestOf(kStory, "Does the pier leak?", 2);
  EXPECT_THAT(Texts(two.context_before),
              ElementsAre("Fog lay over the sound.", "Boats stayed at home."));
  EXPECT_THAT(Texts(two.context_after),
              ElementsAre("Nobody mends it.", "Winter is near."));
}

TEST_F(SentenceCiterTest, BringsWhatThereIsAtTheEndsOfADocument) {
  const CitedSentence first = BestOf(kStory, "Where was the fog?", 10);
  EXPECT_EQ(first.text, "Fog lay over the sound.");
  EXPECT_THAT(first.context_before, IsEmpty());
  EXPECT_EQ(first.context_after.size(), 4u);
  const CitedSentence last = BestOf(kStory, "When is winter?", 10);
  EXPECT_EQ(last.text, "Winter is near.");
  EXPECT_EQ(last.context_before.size(), 4u);
  EXPECT_THAT(last.context_after, IsEmpty());
  const CitedSentence alone = BestOf("The pier leaks.", "Does it leak?", 1);
  EXPECT_THAT(alone.context_before, IsEmpty());
  EXPECT_THAT(alone.context_after, IsEmpty());
}

TEST_F(SentenceCiterTest, PointsAtTheBytesOfTheDocument) {
  const CitedSentence sentence = BestOf(
      "Caf\u00E9 \U0001F600 opened. \u201cThe caf\u00E9 cost \u20AC5 million "
      "on "
      "March 3, 2031,\u201d said Mayor Zo\u00EB Brandt. It was dear.",
      "How much did the caf\u00E9 cost?");
  EXPECT_EQ(At(sentence.citation.span), sentence.text);
  EXPECT_EQ(sentence.citation.span.begin_code_point, 15u);
  EXPECT_EQ(sentence.citation.span.begin_utf16, 16u);
  ASSERT_FALSE(sentence.matches.empty());
  ASSERT_TRUE(sentence.answer_span.has_value());
  EXPECT_EQ(sentence.answer_span->text, "\u20AC5 million");
  EXPECT_EQ(sentence.answer_span->value, "5000000 EUR");
  EXPECT_EQ(sentence.answer_span->type, AnswerType::kMoney);
  EXPECT_EQ(At(sentence.answer_span->span), sentence.answer_span->text);
  ASSERT_EQ(sentence.events.size(), 1u);
  EXPECT_EQ(sentence.events[0].text, "March 3, 2031");
  EXPECT_EQ(At(sentence.events[0].span), sentence.events[0].text);
  EXPECT_EQ(sentence.events[0].time.value, "2031-03-03");
  ASSERT_TRUE(sentence.speaker.has_value());
  EXPECT_EQ(sentence.speaker->name, "Zo\u00EB Brandt");
  EXPECT_EQ(sentence.speaker->title, "Mayor");
  EXPECT_TRUE(sentence.speaker->is_direct);
  EXPECT_EQ(At(sentence.speaker->content_span),
            "\u201cThe caf\u00E9 cost \u20AC5 million on March 3, 2031,\u201d");
  ASSERT_TRUE(sentence.speaker->source_span.has_value());
  EXPECT_THAT(At(*sentence.speaker->source_span),
              ::testing::HasSubstr("Zo\u00EB Brandt"));
}

TEST_F(SentenceCiterTest, KeepsAQuotationToItsSentence) {
  const CitedSentence sentence = BestOf(
      "\"The pier leaks. It sways in storms,\" Ines Falk said. Rain fell.",
      "Does the pier leak?");
  EXPECT_EQ(sentence.text, "\"The pier leaks.");
  ASSERT_TRUE(sentence.speaker.has_value());
  EXPECT_EQ(sentence.speaker->name, "Ines Falk");
  EXPECT_EQ(At(sentence.speaker->content_span), sentence.text);
}

TEST_F(SentenceCiterTest, LeavesOutWhatIsNotThere) {
  const CitedSentence sentence =
      BestOf("The pier leaks in the rain.", "Why does the pier leak?");
  EXPECT_FALSE(sentence.answer_span.has_value());
  EXPECT_FALSE(sentence.speaker.has_value());
  EXPECT_THAT(sentence.events, IsEmpty());
  ASSERT_TRUE(sentence.time.has_value());
  EXPECT_TRUE(sentence.time->is_publication);
}

}  // namespace
}  // namespace footnote
