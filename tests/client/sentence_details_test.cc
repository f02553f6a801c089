#include "client/sentence_details.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::AddCorroboration;
using ::footnote::testing::AddEvent;
using ::footnote::testing::CitationOf;
using ::footnote::testing::Cited;
using ::footnote::testing::SetAnswer;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

v1::CitedSentence Sentence() {
  return Cited("They met on February 7, 2025, in Washington.", "a", "Post",
               "2025-02-08");
}

std::string Corroborated(const v1::CitedSentence& sentence) {
  return CorroborationText(sentence, [](const v1::Citation& citation) {
    return citation.document_id();
  });
}

TEST(AnswerRangeTest, FindsTheWordsInTheSentence) {
  v1::CitedSentence sentence = Sentence();
  EXPECT_EQ(AnswerRange(sentence), std::nullopt);
  SetAnswer("February 7, 2025", "2025-02-07", &sentence);
  const auto range = AnswerRange(sentence);
  ASSERT_TRUE(range.has_value());
  EXPECT_EQ(range->begin, 12u);
  EXPECT_EQ(range->end, 28u);
}

TEST(AnswerRangeTest, FindsNothingWhereOtherWordsStand) {
  v1::CitedSentence sentence = Sentence();
  SetAnswer("February 7, 2025", "2025-02-07", &sentence);
  v1::TextSpan& span = *sentence.mutable_answer_span()->mutable_span();
  const v1::TextSpan right = span;
  span.set_begin_byte(right.begin_byte() + 1);
  EXPECT_EQ(AnswerRange(sentence), std::nullopt);
  span = right;
  span.set_end_byte(900);
  EXPECT_EQ(AnswerRange(sentence), std::nullopt);
  span.set_begin_byte(0);
  EXPECT_EQ(AnswerRange(sentence), std::nullopt);
}

TEST(AnswerSpanTextTest, GivesTheValueWhereItDiffers) {
  v1::CitedSentence sentence = Sentence();
  EXPECT_EQ(AnswerSpanText(sentence, false), "");
  SetAnswer("February 7, 2025", "2025-02-07", &sentence);
  EXPECT_EQ(AnswerSpanText(sentence, false),
            "answer: February 7, 2025 (2025-02-07)");
  EXPECT_EQ(AnswerSpanText(sentence, true),
            "answer: February 7, 2025 (2025-02-07)");
  SetAnswer("Washington", "Washington", &sentence);
  EXPECT_EQ(AnswerSpanText(sentence, false), "answer: Washington");
  EXPECT_EQ(AnswerSpanText(sentence, true), "");
}

TEST(AnswerSpanTextTest, TellsWhatCannotBeShown) {
  v1::CitedSentence sentence = Sentence();
  SetAnswer("Washington", "Washington", &sentence);
  sentence.mutable_answer_span()->mutable_span()->set_end_byte(900);
  EXPECT_EQ(AnswerSpanText(sentence, true), "answer: Washington");
}

TEST(AnswerSpanTextTest, TakesNoLineBreakOrMarkForADifference) {
  v1::CitedSentence sentence =
      Cited("“It is\nlate,” said Gen\n Nakatani.", "a", "Post", "2025-02-08");
  SetAnswer("Gen\n Nakatani", "Gen Nakatani", &sentence);
  EXPECT_EQ(AnswerSpanText(sentence, true), "");
  SetAnswer("“It is\nlate,”", "It is late,", &sentence);
  EXPECT_EQ(AnswerSpanText(sentence, true), "");
}

TEST(SpeakerTextTest, TellsQuotedFromReported) {
  v1::CitedSentence sentence = Sentence();
  EXPECT_EQ(SpeakerText(sentence), "");
  v1::Speaker& speaker = *sentence.mutable_speaker();
  EXPECT_EQ(SpeakerText(sentence), "reported of a speaker who is not named");
  speaker.set_name("Gen Nakatani");
  EXPECT_EQ(SpeakerText(sentence), "reported of Gen Nakatani");
  speaker.set_title("Japanese Defense Minister");
  speaker.set_is_direct(true);
  EXPECT_EQ(SpeakerText(sentence),
            "said by Gen Nakatani, Japanese Defense Minister");
  speaker.clear_name();
  EXPECT_EQ(SpeakerText(sentence), "said by Japanese Defense Minister");
}

TEST(EventsTextTest, GivesEachTimeOnce) {
  v1::CitedSentence sentence =
      Cited("On Friday, the 7th, they agreed to end it by 2030.", "a", "Post",
            "2025-02-08");
  EXPECT_EQ(EventsText(sentence), "");
  AddEvent("Friday", "2025-02-07", &sentence);
  AddEvent("the 7th", "2025-02-07", &sentence);
  v1::TimeMention& end = *AddEvent("2030", "2030", &sentence);
  const struct {
    v1::TimeBound bound;
    const char* want;
  } kCases[] = {
      {v1::TIME_BOUND_WITHIN, "speaks of Friday (2025-02-07); 2030"},
      {v1::TIME_BOUND_BY, "speaks of Friday (2025-02-07); 2030 (by 2030)"},
      {v1::TIME_BOUND_SINCE,
       "speaks of Friday (2025-02-07); 2030 (since 2030)"},
      {v1::TIME_BOUND_BEFORE,
       "speaks of Friday (2025-02-07); 2030 (before 2030)"},
      {v1::TIME_BOUND_AFTER,
       "speaks of Friday (2025-02-07); 2030 (after 2030)"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.want);
    end.mutable_time()->set_bound(c.bound);
    EXPECT_EQ(EventsText(sentence), c.want);
  }
  AddEvent("by 2030", "2030", &sentence)
      ->mutable_time()
      ->set_bound(v1::TIME_BOUND_BY);
  EXPECT_EQ(EventsText(sentence),
            "speaks of Friday (2025-02-07); 2030 (after 2030); by 2030");
}

TEST(EventsTextTest, LeavesOutTheAnswerItself) {
  v1::CitedSentence sentence = Sentence();
  AddEvent("February 7, 2025", "2025-02-07", &sentence);
  SetAnswer("February 7, 2025", "2025-02-07", &sentence);
  EXPECT_EQ(EventsText(sentence), "");
  SetAnswer("Washington", "Washington", &sentence);
  EXPECT_EQ(EventsText(sentence), "speaks of February 7, 2025 (2025-02-07)");
}

TEST(CorroborationTextTest, NamesSourcesAndCountsCopies) {
  v1::CitedSentence sentence = Sentence();
  sentence.set_independent_sources(1);
  EXPECT_EQ(Corroborated(sentence), "");
  AddCorroboration(CitationOf("x", "Wire", ""), true, &sentence);
  EXPECT_EQ(Corroborated(sentence), "also in 1 copy");
  AddCorroboration(CitationOf("y", "Wire", ""), true, &sentence);
  EXPECT_EQ(Corroborated(sentence), "also in 2 copies");
  AddCorroboration(CitationOf("b", "Wire", ""), false, &sentence);
  sentence.set_independent_sources(2);
  EXPECT_EQ(Corroborated(sentence), "also reported by b; and 2 copies");
  sentence.mutable_corroborations()->DeleteSubrange(0, 2);
  EXPECT_EQ(Corroborated(sentence), "also reported by b");
  AddCorroboration(CitationOf("c", "Wire", ""), false, &sentence);
  sentence.set_independent_sources(3);
  EXPECT_EQ(Corroborated(sentence), "also reported by b; and c");
}

TEST(CorroborationTextTest, CountsSourcesThatWereNotSent) {
  v1::CitedSentence sentence = Sentence();
  sentence.set_independent_sources(2);
  EXPECT_EQ(Corroborated(sentence), "also reported by 1 more source");
  AddCorroboration(CitationOf("b", "Wire", ""), false, &sentence);
  sentence.set_independent_sources(4);
  EXPECT_EQ(Corroborated(sentence), "also reported by b; and 2 more sources");
  sentence.set_independent_sources(0);
  EXPECT_EQ(Corroborated(sentence), "also reported by b");
}

TEST(SentenceDetailsTest, HasWhatIsKnownInOrder) {
  v1::CitedSentence sentence = Sentence();
  EXPECT_THAT(SentenceDetails(sentence, true), IsEmpty());
  SetAnswer("Washington", "Washington, D.C.", &sentence);
  sentence.mutable_speaker()->set_name("Nakatani");
  AddEvent("February 7, 2025", "2025-02-07", &sentence);
  EXPECT_THAT(SentenceDetails(sentence, true),
              ElementsAre("answer: Washington (Washington, D.C.)",
                          "reported of Nakatani",
                          "speaks of February 7, 2025 (2025-02-07)"));
}

}  // namespace
}  // namespace footnote
