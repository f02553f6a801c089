// The passages that a search found, for people.

#ifndef FOOTNOTE_CLIENT_PASSAGE_TEXT_H_
#define FOOTNOTE_CLIENT_PASSAGE_TEXT_H_

#include <string>

#include "client/text_layout.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns `response` as text that ends with a line feed: for each passage its
// rank, score and source, where it stands, the share of each term with how
// often it occurs, and the passage itself. Terms that match are bold where
// colour is allowed. Safe to print on a terminal.
std::string PassagesText(const v1::SearchResponse& response,
                         const TextStyle& style);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_PASSAGE_TEXT_H_
