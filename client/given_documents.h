// The documents that a verification without a server compares with.

#ifndef FOOTNOTE_CLIENT_GIVEN_DOCUMENTS_H_
#define FOOTNOTE_CLIENT_GIVEN_DOCUMENTS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// The texts of documents, by id. Each is UTF-8.
using DocumentTexts = absl::flat_hash_map<std::string, std::string>;

// What was found of the documents that are cited.
struct GivenDocuments {
  DocumentTexts texts;
  std::vector<std::string> refusals;  // Lines that hold no document, and why.
};

// Reads the texts of the documents that `quotations` cite from files as an
// import takes them, or from files with any other ending, whose bytes are the
// text. Where one document is cited and one file of one document is given, that
// is its text whatever its name; else a file's id is that of an import. A
// document that is in two places is taken from the last.
//
// Errors: kInvalidArgument for a path that cannot be read.
absl::StatusOr<GivenDocuments> ReadGivenDocuments(
    const std::vector<std::string>& paths,
    const std::vector<v1::Quotation>& quotations);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_GIVEN_DOCUMENTS_H_
