// What is sent for a batch of questions once each has its result.

#ifndef FOOTNOTE_SERVICE_BATCH_RESPONSE_H_
#define FOOTNOTE_SERVICE_BATCH_RESPONSE_H_

#include <string>

#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Replaces results by ResponseTooLargeError() so that `*response` has at most
// kMaxMessageBytes bytes. Which ones depends on nothing but the results: from
// the first on, each is kept that leaves room for the errors of all behind it.
void KeepWithinLimit(v1::BatchAskResponse* response);

// Returns how often each outcome is among the results, for the log: those of
// answers and the codes of failures by name, such as
// `DEADLINE_EXCEEDED:1,OUTCOME_ANSWERED:9`.
std::string OutcomesOf(const v1::BatchAskResponse& response);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_BATCH_RESPONSE_H_
