#include "service/answer_conversion.h"

#include <google/protobuf/repeated_ptr_field.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "retrieval/text/timestamp.h"
#include "service/document_conversion.h"

namespace footnote {
namespace {

v1::NotAnsweredReason ToProto(NotAnsweredReason reason) {
  switch (reason) {
    case NotAnsweredReason::kNoMatch:
      return v1::NOT_ANSWERED_REASON_NO_MATCH;
    case NotAnsweredReason::kLowConfidence:
      return v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE;
    case NotAnsweredReason::kQuestionHasNoContent:
      return v1::NOT_ANSWERED_REASON_QUESTION_HAS_NO_CONTENT;
    case NotAnsweredReason::kNoDocumentInWindow:
      return v1::NOT_ANSWERED_REASON_NO_DOCUMENT_IN_WINDOW;
  }
  return v1::NOT_ANSWERED_REASON_UNSPECIFIED;
}

v1::ConfidenceBand ToProto(ConfidenceBand band) {
  switch (band) {
    case ConfidenceBand::kLow:
      return v1::CONFIDENCE_BAND_LOW;
    case ConfidenceBand::kMedium:
      return v1::CONFIDENCE_BAND_MEDIUM;
    case ConfidenceBand::kHigh:
      return v1::CONFIDENCE_BAND_HIGH;
  }
  return v1::CONFIDENCE_BAND_UNSPECIFIED;
}

v1::RejectionReason ToProto(RejectionReason reason) {
  switch (reason) {
    case RejectionReason::kNoMatch:
      return v1::REJECTION_REASON_NO_MATCH;
    case RejectionReason::kLowConfidence:
      return v1::REJECTION_REASON_LOW_CONFIDENCE;
    case RejectionReason::kNearDuplicate:
      return v1::REJECTION_REASON_NEAR_DUPLICATE;
    case RejectionReason::kMaxSentences:
      return v1::REJECTION_REASON_MAX_SENTENCES;
  }
  return v1::REJECTION_REASON_UNSPECIFIED;
}

v1::CitationStatus ToProto(CitationStatus status) {
  switch (status) {
    case CitationStatus::kIntact:
      return v1::CITATION_STATUS_INTACT;
    case CitationStatus::kDocumentChanged:
      return v1::CITATION_STATUS_DOCUMENT_CHANGED;
    case CitationStatus::kTextMismatch:
      return v1::CITATION_STATUS_TEXT_MISMATCH;
    case CitationStatus::kNotFound:
      return v1::CITATION_STATUS_NOT_FOUND;
  }
  return v1::CITATION_STATUS_UNSPECIFIED;
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

void ToProto(const SentenceExplanation& explanation,
             v1::SentenceExplanation* proto) {
  for (const FeatureShare& share : explanation.features) {
    v1::FeatureShare* added = proto->add_features();
    added->set_feature(share.feature);
    added->set_value(share.value);
    added->set_weight(share.weight);
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
}

void ToProto(const FoundPassage& passage, v1::ScoredPassage* proto) {
  proto->set_text(passage.text);
  ToProto(passage.citation, proto->mutable_citation());
  proto->set_score(passage.score);
  for (const TermScore& score : passage.terms) {
    ToProto(score, proto->add_terms());
  }
  proto->set_term_count(passage.term_count);
  for (const TermMatch& match : passage.matches) {
    ToProto(match, proto->add_matches());
  }
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
}

std::vector<std::string> ToStrings(
    const google::protobuf::RepeatedPtrField<std::string>& strings) {
  return {strings.begin(), strings.end()};
}

// Returns when documents may have been published by `question`, an AskRequest's
// question or a SearchRequest.
template <typename Conditions>
std::optional<TimePeriod> ToPeriod(const Conditions& question) {
  const auto begin = ParsePeriod(question.published().begin());
  const auto end = ParsePeriod(question.published().end());
  const auto as_of = ParsePeriod(question.as_of());
  if (!begin.has_value() && !end.has_value() && !as_of.has_value()) {
    return std::nullopt;
  }
  TimePeriod period;
  if (begin.has_value()) period.begin = begin->begin;
  if (end.has_value()) period.end = end->begin;
  if (as_of.has_value()) period.end = std::min(period.end, as_of->end);
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
  filter.published = ToPeriod(question);
  converted.required_terms = ToStrings(question.required_terms());
  converted.excluded_terms = ToStrings(question.excluded_terms());
  converted.phrases = ToStrings(question.phrases());
  return converted;
}

}  // namespace

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

Question ToQuestion(const v1::AskRequest& request) {
  Question question = ToConditions(request.question());
  question.text = request.question().text();
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
  return converted;
}

void ToProto(const Answer& answer, v1::AskResponse* response) {
  v1::Answer* proto = response->mutable_answer();
  proto->set_outcome(answer.sentences.empty() ? v1::OUTCOME_NOT_ANSWERED
                                              : v1::OUTCOME_ANSWERED);
  for (const NotAnsweredReason reason : answer.reasons) {
    proto->add_not_answered_reasons(ToProto(reason));
  }
  proto->set_confidence(answer.confidence);
  proto->set_confidence_scale(v1::CONFIDENCE_SCALE_UNCALIBRATED);
  proto->set_confidence_band(ToProto(answer.band));
  for (const CitedSentence& sentence : answer.sentences) {
    ToProto(sentence, proto->add_sentences());
  }
  for (const RejectedSentence& rejected : answer.rejected) {
    v1::RejectedSentence* added = proto->add_rejected();
    ToProto(rejected.sentence, added->mutable_sentence());
    added->set_reason(ToProto(rejected.reason));
    added->set_confidence(rejected.confidence);
  }
  ToProto(answer.interpretation, response->mutable_interpretation());
  response->set_corpus_revision(answer.corpus_revision);
}

void ToProto(const VerificationReport& report,
             v1::VerifyCitationsResponse* response) {
  for (const CitationVerification& verification : report.verifications) {
    v1::CitationVerification* added = response->add_verifications();
    added->set_status(ToProto(verification.status));
    for (const std::string& field : verification.mismatched_fields) {
      added->add_mismatched_fields(field);
    }
    added->set_current_revision(verification.current_revision);
    if (verification.current_citation.has_value()) {
      ToProto(*verification.current_citation,
              added->mutable_current_citation());
    }
  }
  response->set_corpus_revision(report.corpus_revision);
}

void ToProto(const SearchResult& result, v1::SearchResponse* response) {
  for (const FoundPassage& passage : result.passages) {
    ToProto(passage, response->add_passages());
  }
  ToProto(result.interpretation, response->mutable_interpretation());
  response->set_corpus_revision(result.corpus_revision);
}

}  // namespace footnote
