#include "service/question_conversion.h"

#include <google/protobuf/repeated_ptr_field.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "retrieval/text/timestamp.h"
#include "service/interpretation_conversion.h"

namespace footnote {
namespace {

std::vector<std::string> ToStrings(
    const google::protobuf::RepeatedPtrField<std::string>& strings) {
  return {strings.begin(), strings.end()};
}

// Returns the time in `window`, or nothing if it sets no limit.
std::optional<TimePeriod> ToPeriod(const v1::TimeWindow& window) {
  const auto begin = ParsePeriod(window.begin());
  const auto end = ParsePeriod(window.end());
  if (!begin.has_value() && !end.has_value()) return std::nullopt;
  TimePeriod period;
  if (begin.has_value()) period.begin = begin->begin;
  if (end.has_value()) period.end = end->begin;
  return period;
}

// Returns when documents may have been published by `question`, an AskRequest's
// question or a SearchRequest.
template <typename Conditions>
std::optional<TimePeriod> PublicationPeriod(const Conditions& question) {
  std::optional<TimePeriod> period = ToPeriod(question.published());
  const auto as_of = ParsePeriod(question.as_of());
  if (!as_of.has_value()) return period;
  if (!period.has_value()) period.emplace();
  period->end = std::min(period->end, as_of->end);
  return period;
}

// Returns what narrows `question`, likewise, and no text.
template <typename Conditions>
Question ToConditions(const Conditions& question) {
  Question converted;
  DocumentFilter& filter = converted.filter;
  filter.document_ids = ToStrings(question.filter().document_ids());
  filter.sources = ToStrings(question.filter().sources());
  filter.languages = ToStrings(question.filter().languages());
  for (const v1::MetadataFilter& label : question.filter().metadata()) {
    filter.metadata.push_back({label.key(), ToStrings(label.values())});
  }
  filter.published = PublicationPeriod(question);
  converted.required_terms = ToStrings(question.required_terms());
  converted.excluded_terms = ToStrings(question.excluded_terms());
  converted.phrases = ToStrings(question.phrases());
  return converted;
}

}  // namespace

Question ToQuestion(const v1::AskRequest& request) {
  const v1::Question& proto = request.question();
  Question question = ToConditions(proto);
  question.text = proto.text();
  question.answer_type = ToAnswerType(proto.answer_type());
  question.entities = ToStrings(proto.entities());
  question.speaker = proto.speaker();
  question.event = ToPeriod(proto.event());
  return question;
}

Question ToQuestion(const v1::SearchRequest& request) {
  Question question = ToConditions(request);
  question.text = request.query();
  return question;
}

Quotation ToQuotation(const v1::Quotation& quotation) {
  const v1::Citation& proto = quotation.citation();
  const v1::TextSpan& span = proto.span();
  return {quotation.text(),
          {proto.document_id(),
           proto.document_revision(),
           proto.title(),
           proto.uri(),
           proto.source(),
           proto.published(),
           {{span.begin_byte(), span.end_byte()},
            span.begin_code_point(),
            span.end_code_point(),
            span.begin_utf16(),
            span.end_utf16()},
           proto.sentence_index(),
           proto.sha256(),
           proto.document_sha256()}};
}

AskOptions ToAskOptions(const v1::AskOptions& options) {
  AskOptions converted;
  if (options.has_max_sentences()) {
    converted.max_sentences = options.max_sentences();
  }
  if (options.has_min_confidence()) {
    converted.min_confidence = options.min_confidence();
  }
  converted.explain = options.explain();
  converted.include_rejected = options.include_rejected();
  converted.context_sentences = options.context_sentences();
  converted.max_sentences_per_document = options.max_sentences_per_document();
  converted.order = options.order() == v1::SENTENCE_ORDER_TIME
                        ? SentenceOrder::kTime
                        : SentenceOrder::kRelevance;
  return converted;
}

}  // namespace footnote
