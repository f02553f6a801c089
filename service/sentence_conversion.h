// From sentences of the library to those of the contract.

#ifndef FOOTNOTE_SERVICE_SENTENCE_CONVERSION_H_
#define FOOTNOTE_SERVICE_SENTENCE_CONVERSION_H_

#include "footnote/v1/question_answering.pb.h"
#include "retrieval/answer/answer.h"

namespace footnote {

// Each fills an empty message with everything that the first argument says.
void ToProto(const CitedSentence& sentence, v1::CitedSentence* proto);
void ToProto(const Conflict& conflict, v1::Conflict* proto);
void ToProto(const Citation& citation, v1::Citation* proto);
void ToProto(const TermMatch& match, v1::TermMatch* proto);
void ToProto(const TermScore& score, v1::TermScore* proto);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_SENTENCE_CONVERSION_H_
