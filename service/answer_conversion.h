// Between questions and answers of the contract and those of the library.

#ifndef FOOTNOTE_SERVICE_ANSWER_CONVERSION_H_
#define FOOTNOTE_SERVICE_ANSWER_CONVERSION_H_

#include "footnote/v1/question_answering.pb.h"
#include "retrieval/answer/answer.h"
#include "retrieval/corpus.h"
#include "retrieval/question/question.h"

namespace footnote {

// What a request says, with its defaults filled in.
//
// REQUIRES: Validate() accepted the request.
Question ToQuestion(const v1::AskRequest& request);
Question ToQuestion(const v1::SearchRequest& request);
AskOptions ToAskOptions(const v1::AskOptions& options);
Quotation ToQuotation(const v1::Quotation& quotation);

// Fills an empty response with everything that the answer or result says.
void ToProto(const Answer& answer, v1::AskResponse* response);
void ToProto(const VerificationReport& report,
             v1::VerifyCitationsResponse* response);
void ToProto(const Citation& citation, v1::Citation* proto);

// As above, but for `next_page_token`, which the request decides too.
void ToProto(const SearchResult& result, v1::SearchResponse* response);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_ANSWER_CONVERSION_H_
