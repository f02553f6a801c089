// From questions of the contract to those of the library.

#ifndef FOOTNOTE_SERVICE_QUESTION_CONVERSION_H_
#define FOOTNOTE_SERVICE_QUESTION_CONVERSION_H_

#include "footnote/v1/question_answering.pb.h"
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

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_QUESTION_CONVERSION_H_
