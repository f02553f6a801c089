#include "tests/client/cited_sentence.h"

#include <gtest/gtest.h>

namespace footnote::testing {
namespace {

constexpr uint32_t kBegin = 100;

void AddPosition(const v1::CitedSentence& sentence, const std::string& value,
                 bool is_later, v1::Conflict* conflict) {
  v1::ConflictPosition& position = *conflict->add_positions();
  position.set_value(value);
  position.set_independent_sources(1);
  position.set_is_later(is_later);
  *position.add_sentences() = sentence;
}

}  // namespace

v1::Citation CitationOf(const std::string& id, const std::string& source,
                        const std::string& day) {
  v1::Citation citation;
  citation.set_document_id(id);
  citation.set_source(source);
  citation.set_published(day);
  citation.mutable_span()->set_begin_byte(kBegin);
  citation.mutable_span()->set_end_byte(kBegin + 50);
  return citation;
}

v1::CitedSentence Cited(const std::string& text, const std::string& id,
                        const std::string& source, const std::string& day) {
  v1::CitedSentence sentence;
  sentence.set_text(text);
  *sentence.mutable_citation() = CitationOf(id, source, day);
  sentence.mutable_citation()->mutable_span()->set_end_byte(
      kBegin + static_cast<uint32_t>(text.size()));
  return sentence;
}

v1::TextSpan SpanOf(const v1::CitedSentence& sentence,
                    const std::string& words) {
  const size_t place = sentence.text().find(words);
  EXPECT_NE(place, std::string::npos) << words;
  v1::TextSpan span;
  span.set_begin_byte(kBegin + static_cast<uint32_t>(place));
  span.set_end_byte(span.begin_byte() + static_cast<uint32_t>(words.size()));
  return span;
}

void SetAnswer(const std::string& words, const std::string& value,
               v1::CitedSentence* sentence) {
  v1::AnswerSpan& answer = *sentence->mutable_answer_span();
  answer.set_text(words);
  answer.set_value(value);
  *answer.mutable_span() = SpanOf(*sentence, words);
}

v1::TimeMention* AddEvent(const std::string& words, const std::string& value,
                          v1::CitedSentence* sentence) {
  v1::TimeMention& event = *sentence->add_events();
  event.set_text(words);
  *event.mutable_span() = SpanOf(*sentence, words);
  event.mutable_time()->set_value(value);
  event.mutable_time()->set_bound(v1::TIME_BOUND_WITHIN);
  return &event;
}

void AddCorroboration(const v1::Citation& citation, bool is_copy,
                      v1::CitedSentence* sentence) {
  v1::Corroboration& corroboration = *sentence->add_corroborations();
  corroboration.set_text("The same in other words.");
  *corroboration.mutable_citation() = citation;
  corroboration.set_is_copy(is_copy);
}

v1::Conflict ElectoralConflict() {
  v1::Conflict conflict;
  conflict.set_kind(v1::CONFLICT_KIND_VALUES);
  conflict.set_subject("electoral votes");
  v1::CitedSentence early = Cited("He has 277 electoral votes, enough to win.",
                                  "w1", "Wire", "2024-11-06");
  SetAnswer("277", "277", &early);
  AddPosition(early, "277", false, &conflict);
  v1::CitedSentence late =
      Cited("The final count gives him 312 electoral votes.", "l1", "Ledger",
            "2024-11-10");
  SetAnswer("312", "312", &late);
  AddPosition(late, "312", true, &conflict);
  return conflict;
}

}  // namespace footnote::testing
