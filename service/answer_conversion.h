// From answers of the library to those of the contract.

#ifndef FOOTNOTE_SERVICE_ANSWER_CONVERSION_H_
#define FOOTNOTE_SERVICE_ANSWER_CONVERSION_H_

#include "footnote/v1/question_answering.pb.h"
#include "retrieval/answer/answer.h"
#include "retrieval/corpus.h"

namespace footnote {

// Fills an empty response with everything that the answer or result says.
void ToProto(const Answer& answer, v1::AskResponse* response);
void ToProto(const VerificationReport& report,
             v1::VerifyCitationsResponse* response);

// As above, but for `next_page_token`, which the request decides too.
void ToProto(const SearchResult& result, v1::SearchResponse* response);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_ANSWER_CONVERSION_H_
