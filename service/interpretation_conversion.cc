#include "service/interpretation_conversion.h"

#include <string>

#include "retrieval/text/timestamp.h"

namespace footnote {
namespace {

void ToProto(const TimePeriod& period, v1::TimeWindow* proto) {
  proto->set_begin(FormatInstant(period.begin));
  proto->set_end(FormatInstant(period.end));
}

// The contract's types have the same numbers.
static_assert(static_cast<int>(AnswerType::kPerson) == v1::ANSWER_TYPE_PERSON);
static_assert(static_cast<int>(AnswerType::kQuote) == v1::ANSWER_TYPE_QUOTE);
static_assert(static_cast<int>(AnswerType::kOther) == v1::ANSWER_TYPE_OTHER);

}  // namespace

v1::AnswerType ToProto(AnswerType type) {
  return static_cast<v1::AnswerType>(type);
}

std::optional<AnswerType> ToAnswerType(v1::AnswerType type) {
  if (type == v1::ANSWER_TYPE_UNSPECIFIED) return std::nullopt;
  return static_cast<AnswerType>(type);
}

void ToProto(const Interpretation& interpretation, v1::Interpretation* proto) {
  for (const QuestionTerm& term : interpretation.terms) {
    v1::QuestionTerm* added = proto->add_terms();
    added->set_term(term.term);
    added->set_word(term.word);
    added->set_weight(term.weight);
    added->set_passage_frequency(term.passage_frequency);
  }
  for (const std::string& word : interpretation.ignored_words) {
    proto->add_ignored_words(word);
  }
  if (interpretation.answer_type.has_value()) {
    proto->set_answer_type(ToProto(*interpretation.answer_type));
  }
  for (const std::string& entity : interpretation.entities) {
    proto->add_entities(entity);
  }
  proto->set_speaker(interpretation.speaker);
  if (interpretation.event.has_value()) {
    ToProto(*interpretation.event, proto->mutable_event());
  }
  if (interpretation.published.has_value()) {
    ToProto(*interpretation.published, proto->mutable_published());
  }
  for (const Inference& inference : interpretation.inferences) {
    v1::Inference* added = proto->add_inferences();
    added->set_field(inference.field);
    added->set_value(inference.value);
    added->set_words(inference.words);
  }
  for (const Synonym& synonym : interpretation.synonyms) {
    v1::Synonym* added = proto->add_synonyms();
    added->set_words(synonym.words);
    added->set_stands_for(synonym.stands_for);
  }
}

}  // namespace footnote
