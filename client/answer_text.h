// An answer for people: its sentences, then their footnotes.

#ifndef FOOTNOTE_CLIENT_ANSWER_TEXT_H_
#define FOOTNOTE_CLIENT_ANSWER_TEXT_H_

#include <string>

#include "client/text_layout.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// How an answer is shown.
struct AnswerView {
  bool is_timeline = false;     // Its sentences are in order of time.
  bool interpretation = false;  // Whether what was inferred is told.
};

// Returns `response` as text that ends with a line feed: each sentence as a
// paragraph with its footnote's number behind and what is known of it below,
// then what contradicts each other, then the footnotes, then the confidence; or
// that there is no answer, why, and what may help. What was inferred follows,
// if `view` has it, then the sentences that were left out, if they came, each
// with the reason. The words that answer are bold where colour is allowed. Safe
// to print on a terminal.
std::string AnswerText(const v1::AskResponse& response, const AnswerView& view,
                       const TextStyle& style);

// Returns `confidence 0.71 (uncalibrated, high)`.
std::string ConfidenceText(const v1::Answer& answer);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_ANSWER_TEXT_H_
