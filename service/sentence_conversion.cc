#include "service/sentence_conversion.h"

#include <string>

#include "retrieval/text/timestamp.h"
#include "service/document_conversion.h"
#include "service/interpretation_conversion.h"

namespace footnote {
namespace {

// The contract's values stand in the same order, behind the unspecified one.
constexpr int kFirst = 1;
static_assert(static_cast<int>(TimePrecision::kInstant) + kFirst ==
              v1::TIME_PRECISION_INSTANT);
static_assert(static_cast<int>(TimePrecision::kCentury) + kFirst ==
              v1::TIME_PRECISION_CENTURY);
static_assert(static_cast<int>(TimeBound::kWithin) + kFirst ==
              v1::TIME_BOUND_WITHIN);
static_assert(static_cast<int>(TimeBound::kAfter) + kFirst ==
              v1::TIME_BOUND_AFTER);
static_assert(static_cast<int>(QuantityBound::kExactly) + kFirst ==
              v1::QUANTITY_BOUND_EXACTLY);
static_assert(static_cast<int>(QuantityBound::kAtMost) + kFirst ==
              v1::QUANTITY_BOUND_AT_MOST);

void ToProto(const SentenceExplanation& explanation,
             v1::SentenceExplanation* proto) {
  for (const FeatureShare& share : explanation.features) {
    v1::FeatureShare* added = proto->add_features();
    added->set_feature(share.feature);
    added->set_value(share.value);
    if (share.weight.has_value()) added->set_weight(*share.weight);
    added->set_contribution(share.contribution);
  }
  const PassageScore& passage = explanation.passage;
  v1::PassageScore* score = proto->mutable_passage();
  ToProto(passage.span, score->mutable_span());
  score->set_score(passage.score);
  for (const TermScore& term : passage.terms) {
    ToProto(term, score->add_terms());
  }
  score->set_term_count(passage.term_count);
  score->set_average_term_count(passage.average_term_count);
}

void ToProto(const TimeExpression& time, v1::TimeValue* proto) {
  proto->set_value(time.interval.empty() ? time.value : time.interval);
  proto->set_bound(
      static_cast<v1::TimeBound>(static_cast<int>(time.bound) + kFirst));
  if (!time.period.has_value()) return;
  proto->set_begin(FormatInstant(time.period->begin));
  proto->set_end(FormatInstant(time.period->end));
  proto->set_precision(static_cast<v1::TimePrecision>(
      static_cast<int>(time.precision) + kFirst));
}

void ToProto(const Quantity& quantity, v1::QuantityValue* proto) {
  proto->set_number(quantity.value);
  if (quantity.upper.has_value()) proto->set_upper_number(*quantity.upper);
  proto->set_unit(quantity.unit);
  proto->set_bound(static_cast<v1::QuantityBound>(
      static_cast<int>(quantity.bound) + kFirst));
}

void ToProto(const AnswerSpan& answer, v1::AnswerSpan* proto) {
  proto->set_text(answer.text);
  ToProto(answer.span, proto->mutable_span());
  proto->set_type(ToProto(answer.type));
  proto->set_value(answer.value);
  if (answer.time.has_value()) ToProto(*answer.time, proto->mutable_time());
  if (answer.quantity.has_value()) {
    ToProto(*answer.quantity, proto->mutable_quantity());
  }
}

void ToProto(const Speaker& speaker, v1::Speaker* proto) {
  proto->set_name(speaker.name);
  proto->set_title(speaker.title);
  proto->set_is_direct(speaker.is_direct);
  ToProto(speaker.content_span, proto->mutable_content_span());
  if (speaker.source_span.has_value()) {
    ToProto(*speaker.source_span, proto->mutable_source_span());
  }
}

void ToProto(const ContextSentence& context, v1::ContextSentence* proto) {
  proto->set_text(context.text);
  ToProto(context.span, proto->mutable_span());
}

// Adds what stands around a sentence, in the text and in the corpus.
void AddSurroundings(const CitedSentence& sentence, v1::CitedSentence* proto) {
  for (const ContextSentence& context : sentence.context_before) {
    ToProto(context, proto->add_context_before());
  }
  for (const ContextSentence& context : sentence.context_after) {
    ToProto(context, proto->add_context_after());
  }
  for (const Corroboration& corroboration : sentence.corroborations) {
    v1::Corroboration* added = proto->add_corroborations();
    added->set_text(corroboration.text);
    ToProto(corroboration.citation, added->mutable_citation());
    added->set_is_copy(corroboration.is_copy);
  }
  proto->set_independent_sources(sentence.independent_sources);
}

void AddTimes(const CitedSentence& sentence, v1::CitedSentence* proto) {
  for (const TimeMention& mention : sentence.events) {
    v1::TimeMention* added = proto->add_events();
    added->set_text(mention.text);
    ToProto(mention.span, added->mutable_span());
    ToProto(mention.time, added->mutable_time());
  }
  if (!sentence.time.has_value()) return;
  v1::SentenceTime* time = proto->mutable_time();
  time->set_value(sentence.time->value);
  time->set_begin(FormatInstant(sentence.time->begin));
  time->set_is_publication(sentence.time->is_publication);
}

}  // namespace

void ToProto(const CitedSentence& sentence, v1::CitedSentence* proto) {
  proto->set_text(sentence.text);
  ToProto(sentence.citation, proto->mutable_citation());
  proto->set_score(sentence.score);
  for (const TermMatch& match : sentence.matches) {
    ToProto(match, proto->add_matches());
  }
  if (sentence.explanation.has_value()) {
    ToProto(*sentence.explanation, proto->mutable_explanation());
  }
  if (sentence.answer_span.has_value()) {
    ToProto(*sentence.answer_span, proto->mutable_answer_span());
  }
  if (sentence.speaker.has_value()) {
    ToProto(*sentence.speaker, proto->mutable_speaker());
  }
  AddTimes(sentence, proto);
  AddSurroundings(sentence, proto);
}

void ToProto(const Conflict& conflict, v1::Conflict* proto) {
  proto->set_kind(conflict.kind == ConflictKind::kValues
                      ? v1::CONFLICT_KIND_VALUES
                      : v1::CONFLICT_KIND_CLAIMS);
  proto->set_subject(conflict.subject);
  for (const ConflictPosition& position : conflict.positions) {
    v1::ConflictPosition* added = proto->add_positions();
    added->set_value(position.value);
    for (const CitedSentence& sentence : position.sentences) {
      ToProto(sentence, added->add_sentences());
    }
    added->set_independent_sources(position.independent_sources);
    added->set_is_later(position.is_later);
  }
}

void ToProto(const Citation& citation, v1::Citation* proto) {
  proto->set_document_id(citation.document_id);
  proto->set_document_revision(citation.document_revision);
  proto->set_title(citation.title);
  proto->set_uri(citation.uri);
  proto->set_source(citation.source);
  proto->set_published(citation.published);
  ToProto(citation.span, proto->mutable_span());
  proto->set_sentence_index(citation.sentence_index);
  proto->set_sha256(citation.sha256);
  proto->set_document_sha256(citation.document_sha256);
}

void ToProto(const TermMatch& match, v1::TermMatch* proto) {
  proto->set_term(match.term);
  ToProto(match.span, proto->mutable_span());
}

void ToProto(const TermScore& score, v1::TermScore* proto) {
  proto->set_term(score.term);
  proto->set_score(score.score);
  proto->set_frequency(score.frequency);
  proto->set_inverse_document_frequency(score.inverse_document_frequency);
}

}  // namespace footnote
