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
// colour is allowed. `first` is the rank of the first passage. Safe to print on
// a terminal.
std::string PassagesText(const v1::SearchResponse& response, int first,
                         const TextStyle& style);

// Returns how to get the page that `page_token` names, as a line.
std::string NextPageText(const std::string& page_token);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_PASSAGE_TEXT_H_
