#include "service/answer_conversion.h"

#include <string>

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

void ToProto(const CitedSentence& sentence, v1::CitedSentence* proto) {
  proto->set_text(sentence.text);
  ToProto(sentence.citation, proto->mutable_citation());
  proto->set_score(sentence.score);
  for (const TermMatch& match : sentence.matches) {
    ToProto(match, proto->add_matches());
  }
}

void ToProto(const TermScore& score, v1::TermScore* proto) {
  proto->set_term(score.term);
  proto->set_score(score.score);
  proto->set_frequency(score.frequency);
  proto->set_inverse_document_frequency(score.inverse_document_frequency);
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

DocumentFilter ToFilter(const v1::DocumentFilter& filter) {
  return {{filter.document_ids().begin(), filter.document_ids().end()}};
}

}  // namespace

Question ToQuestion(const v1::AskRequest& request) {
  return {request.question().text(), ToFilter(request.question().filter())};
}

Question ToQuestion(const v1::SearchRequest& request) {
  return {request.query(), ToFilter(request.filter())};
}

AskOptions ToAskOptions(const v1::AskOptions& options) {
  AskOptions converted;
  if (options.has_max_sentences()) {
    converted.max_sentences = options.max_sentences();
  }
  if (options.has_min_confidence()) {
    converted.min_confidence = options.min_confidence();
  }
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
  ToProto(answer.interpretation, response->mutable_interpretation());
  response->set_corpus_revision(answer.corpus_revision);
}

void ToProto(const SearchResult& result, v1::SearchResponse* response) {
  for (const FoundPassage& passage : result.passages) {
    ToProto(passage, response->add_passages());
  }
  ToProto(result.interpretation, response->mutable_interpretation());
  response->set_corpus_revision(result.corpus_revision);
}

}  // namespace footnote
