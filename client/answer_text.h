// An answer for people: its sentences, then their footnotes.

#ifndef FOOTNOTE_CLIENT_ANSWER_TEXT_H_
#define FOOTNOTE_CLIENT_ANSWER_TEXT_H_

#include <string>

#include "client/text_layout.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns `response` as text that ends with a line feed: each sentence as a
// paragraph with its footnote's number behind and the parts of its score, if
// they came, below, then the footnotes, then the confidence; or that there is
// no answer, why, and what may help. The sentences that were left out follow,
// if they came, each with the reason. Terms that match are bold where colour is
// allowed. Safe to print on a terminal.
std::string AnswerText(const v1::AskResponse& response, const TextStyle& style);

// Returns `confidence 0.71 (uncalibrated, high)`.
std::string ConfidenceText(const v1::Answer& answer);

// Returns why there is no answer, in words, as `no sentence holds a term of the
// question`.
std::string ReasonText(const v1::Answer& answer);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_ANSWER_TEXT_H_
