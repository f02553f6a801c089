// How a sentence got its score, and why others were left out.

#ifndef FOOTNOTE_CLIENT_EXPLANATION_TEXT_H_
#define FOOTNOTE_CLIENT_EXPLANATION_TEXT_H_

#include <string>
#include <vector>

#include "client/text_layout.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// A table: a row of headings, then rows of as many cells. The first column
// names things, the others hold numbers.
using Table = std::vector<std::vector<std::string>>;

// Returns the value, weight and contribution of each feature, then what the
// contributions add up to.
Table FeatureTable(const v1::SentenceExplanation& explanation);

// Returns the inverse document frequency, number and share of each term of the
// passage, then what the shares add up to.
Table TermTable(const v1::PassageScore& passage);

// Returns `passage bytes 310–900, score 7.123, 54 terms (mean 48.2)`.
std::string PassageScoreText(const v1::PassageScore& passage);

// Returns the test that a sentence failed, as `a better one says the same`.
std::string RejectionText(v1::RejectionReason reason);

// Returns both tables of `explanation`, aligned in lines with `indent` spaces
// in front; empty if there is nothing to explain. Safe to print on a terminal.
std::string ExplanationText(const v1::SentenceExplanation& explanation,
                            int indent);

// Returns both tables as GitHub's Markdown has them; empty if there is nothing
// to explain.
std::string ExplanationMarkdown(const v1::SentenceExplanation& explanation);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_EXPLANATION_TEXT_H_
