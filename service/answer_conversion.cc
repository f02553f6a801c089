#include "service/answer_conversion.h"

#include <string>

#include "service/interpretation_conversion.h"
#include "service/sentence_conversion.h"

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
    case NotAnsweredReason::kTypeNotFound:
      return v1::NOT_ANSWERED_REASON_TYPE_NOT_FOUND;
    case NotAnsweredReason::kEntityNotFound:
      return v1::NOT_ANSWERED_REASON_ENTITY_NOT_FOUND;
    case NotAnsweredReason::kSpeakerNotFound:
      return v1::NOT_ANSWERED_REASON_SPEAKER_NOT_FOUND;
    case NotAnsweredReason::kNoEventInWindow:
      return v1::NOT_ANSWERED_REASON_NO_EVENT_IN_WINDOW;
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
    case RejectionReason::kMaxSentencesPerDocument:
      return v1::REJECTION_REASON_MAX_SENTENCES_PER_DOCUMENT;
    case RejectionReason::kEntityNotFound:
      return v1::REJECTION_REASON_ENTITY_NOT_FOUND;
    case RejectionReason::kOtherSpeaker:
      return v1::REJECTION_REASON_OTHER_SPEAKER;
    case RejectionReason::kOtherTime:
      return v1::REJECTION_REASON_OTHER_TIME;
    case RejectionReason::kTypeNotFound:
      return v1::REJECTION_REASON_TYPE_NOT_FOUND;
    case RejectionReason::kUnlikely:
      return v1::REJECTION_REASON_UNLIKELY;
  }
  return v1::REJECTION_REASON_UNSPECIFIED;
}

}  // namespace

void ToProto(const Answer& answer, v1::AskResponse* response) {
  v1::Answer* proto = response->mutable_answer();
  proto->set_outcome(answer.sentences.empty() ? v1::OUTCOME_NOT_ANSWERED
                                              : v1::OUTCOME_ANSWERED);
  for (const NotAnsweredReason reason : answer.reasons) {
    proto->add_not_answered_reasons(ToProto(reason));
  }
  proto->set_confidence(answer.confidence);
  proto->set_confidence_scale(answer.is_probability
                                  ? v1::CONFIDENCE_SCALE_PROBABILITY
                                  : v1::CONFIDENCE_SCALE_UNCALIBRATED);
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
  for (const Conflict& conflict : answer.conflicts) {
    ToProto(conflict, proto->add_conflicts());
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
