#include "service/answer_conversion.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "service/question_conversion.h"
#include "tests/service/expect_message.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using testing::ExpectIs;

Citation SomeCitation() {
  Citation citation;
  citation.document_id = "d1";
  citation.document_revision = 4;
  citation.title = "T";
  citation.uri = "u:1";
  citation.source = "S";
  citation.published = "2025-01-31";
  citation.span = {{10, 20}, 9, 18, 8, 17};
  citation.sentence_index = 2;
  citation.sha256 = "ab";
  citation.document_sha256 = "cd";
  return citation;
}

constexpr char kCitation[] = R"(citation {
  document_id: "d1" document_revision: 4 title: "T" uri: "u:1" source: "S"
  published: "2025-01-31" sentence_index: 2 sha256: "ab" document_sha256: "cd"
  span { begin_byte: 10 end_byte: 20 begin_code_point: 9 end_code_point: 18
         begin_utf16: 8 end_utf16: 17 } })";

constexpr char kMatches[] = R"(matches { term: "treati" span {
  begin_byte: 1 end_byte: 2 begin_code_point: 3 end_code_point: 4
  begin_utf16: 5 end_utf16: 6 } })";

TEST(AnswerConversionTest, SaysAllOfAnAnswer) {
  Answer answer;
  CitedSentence& sentence = answer.sentences.emplace_back();
  sentence.text = "It was.";
  sentence.citation = SomeCitation();
  sentence.score = 0.5;
  sentence.matches = {{"treati", {{1, 2}, 3, 4, 5, 6}}};
  answer.confidence = 0.75;
  answer.band = ConfidenceBand::kHigh;
  answer.interpretation.terms.push_back({"treati", "treaty", 2.5, 3});
  answer.interpretation.ignored_words = {"Who", "the"};
  answer.corpus_revision = 9;
  v1::AskResponse response;
  ToProto(answer, &response);
  ExpectIs(response, std::string(R"(answer { outcome: OUTCOME_ANSWERED
      confidence: 0.75 confidence_scale: CONFIDENCE_SCALE_UNCALIBRATED
      confidence_band: CONFIDENCE_BAND_HIGH
      sentences { text: "It was." score: 0.5 independent_sources: 1 )") +
                         kCitation + kMatches + R"( } }
    interpretation { terms { term: "treati" word: "treaty" weight: 2.5
                             passage_frequency: 3 }
                     ignored_words: "Who" ignored_words: "the" }
    corpus_revision: 9)");
}

TEST(AnswerConversionTest, SaysWhyThereIsNone) {
  Answer answer;
  answer.reasons = {NotAnsweredReason::kLowConfidence,
                    NotAnsweredReason::kNoMatch,
                    NotAnsweredReason::kQuestionHasNoContent};
  v1::AskResponse response;
  ToProto(answer, &response);
  EXPECT_EQ(response.answer().outcome(), v1::OUTCOME_NOT_ANSWERED);
  EXPECT_TRUE(response.answer().has_confidence());
  EXPECT_EQ(response.answer().confidence_band(), v1::CONFIDENCE_BAND_LOW);
  EXPECT_THAT(response.answer().not_answered_reasons(),
              ElementsAre(v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE,
                          v1::NOT_ANSWERED_REASON_NO_MATCH,
                          v1::NOT_ANSWERED_REASON_QUESTION_HAS_NO_CONTENT));
}

TEST(AnswerConversionTest, SaysEveryReason) {
  Answer answer;
  for (int i = 1; i <= v1::NotAnsweredReason_MAX; ++i) {
    answer.reasons.push_back(static_cast<NotAnsweredReason>(i - 1));
  }
  for (int i = 1; i <= v1::RejectionReason_MAX; ++i) {
    answer.rejected.push_back({{}, static_cast<RejectionReason>(i - 1), 0.5});
  }
  v1::AskResponse response;
  ToProto(answer, &response);
  EXPECT_THAT(response.answer().not_answered_reasons(),
              ElementsAre(v1::NOT_ANSWERED_REASON_NO_MATCH,
                          v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE,
                          v1::NOT_ANSWERED_REASON_QUESTION_HAS_NO_CONTENT,
                          v1::NOT_ANSWERED_REASON_NO_DOCUMENT_IN_WINDOW,
                          v1::NOT_ANSWERED_REASON_TYPE_NOT_FOUND,
                          v1::NOT_ANSWERED_REASON_ENTITY_NOT_FOUND,
                          v1::NOT_ANSWERED_REASON_SPEAKER_NOT_FOUND,
                          v1::NOT_ANSWERED_REASON_NO_EVENT_IN_WINDOW));
  std::vector<int> rejections;
  for (const v1::RejectedSentence& rejected : response.answer().rejected()) {
    rejections.push_back(rejected.reason());
    EXPECT_EQ(rejected.confidence(), 0.5);
    EXPECT_TRUE(rejected.has_sentence());
  }
  EXPECT_THAT(
      rejections,
      ElementsAre(
          v1::REJECTION_REASON_NO_MATCH, v1::REJECTION_REASON_LOW_CONFIDENCE,
          v1::REJECTION_REASON_NEAR_DUPLICATE,
          v1::REJECTION_REASON_MAX_SENTENCES,
          v1::REJECTION_REASON_MAX_SENTENCES_PER_DOCUMENT,
          v1::REJECTION_REASON_ENTITY_NOT_FOUND,
          v1::REJECTION_REASON_OTHER_SPEAKER, v1::REJECTION_REASON_OTHER_TIME,
          v1::REJECTION_REASON_TYPE_NOT_FOUND, v1::REJECTION_REASON_UNLIKELY));
}

TEST(AnswerConversionTest, SaysWhetherConfidenceIsAProbability) {
  for (const auto& [is_probability, scale] :
       {std::pair(false, v1::CONFIDENCE_SCALE_UNCALIBRATED),
        std::pair(true, v1::CONFIDENCE_SCALE_PROBABILITY)}) {
    Answer answer;
    answer.is_probability = is_probability;
    v1::AskResponse response;
    ToProto(answer, &response);
    EXPECT_EQ(response.answer().confidence_scale(), scale);
  }
}

TEST(AnswerConversionTest, SaysWhatAnswersDisagreeOn) {
  Answer answer;
  answer.sentences.resize(1);
  answer.conflicts.resize(2);
  answer.conflicts[1].subject = "price";
  v1::AskResponse response;
  ToProto(answer, &response);
  ASSERT_EQ(response.answer().conflicts_size(), 2);
  EXPECT_EQ(response.answer().conflicts(1).subject(), "price");
}

TEST(AnswerConversionTest, SaysAllOfASearchResult) {
  SearchResult result;
  FoundPassage passage;
  passage.text = "One. Two.";
  passage.citation = SomeCitation();
  passage.score = 1.5;
  passage.terms.push_back({"treati", 1.5, 2, 0.25});
  passage.term_count = 30;
  passage.matches.push_back({"treati", {{1, 2}, 3, 4, 5, 6}});
  result.passages.push_back(passage);
  result.corpus_revision = 3;
  v1::SearchResponse response;
  ToProto(result, &response);
  ExpectIs(response, std::string(R"(passages { text: "One. Two." score: 1.5
      terms { term: "treati" score: 1.5 frequency: 2
              inverse_document_frequency: 0.25 }
      term_count: 30 )") +
                         kCitation + kMatches +
                         " } interpretation {} corpus_revision: 3");
}

TEST(AnswerConversionTest, TellsAbsentOptionsFromZero) {
  v1::AskOptions options;
  EXPECT_EQ(ToAskOptions(options).max_sentences, 3);
  EXPECT_EQ(ToAskOptions(options).min_confidence, std::nullopt);
  options.set_max_sentences(7);
  options.set_min_confidence(0.0);
  EXPECT_EQ(ToAskOptions(options).max_sentences, 7);
  EXPECT_EQ(ToAskOptions(options).min_confidence, 0.0);
}

TEST(AnswerConversionTest, TakesTextAndFilterOfAQuestion) {
  v1::AskRequest ask;
  ask.mutable_question()->set_text("Who?");
  ask.mutable_question()->mutable_filter()->add_document_ids("b");
  ask.mutable_question()->mutable_filter()->add_document_ids("a");
  EXPECT_EQ(ToQuestion(ask).text, "Who?");
  EXPECT_THAT(ToQuestion(ask).filter.document_ids, ElementsAre("b", "a"));
  v1::SearchRequest search;
  search.set_query("q");
  search.mutable_filter()->add_document_ids("c");
  EXPECT_EQ(ToQuestion(search).text, "q");
  EXPECT_THAT(ToQuestion(search).filter.document_ids, ElementsAre("c"));
}

}  // namespace
}  // namespace footnote
