// The quotations of saved answers.

#ifndef FOOTNOTE_CLIENT_QUOTATIONS_H_
#define FOOTNOTE_CLIENT_QUOTATIONS_H_

#include <google/protobuf/message.h>

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// What stands in a file of saved answers.
struct SavedAnswers {
  // Each quotation once, in order of its first place in the file.
  std::vector<v1::Quotation> quotations;
  // The corpus that a VerifyCitationsRequest is for; of answers it is unknown.
  std::optional<std::string> corpus;
  int errors = 0;  // Failures that stand in the place of an answer.
};

// Adds every quotation in `message` to `quotations`, in order: whatever message
// has a `text` and a `citation`, wherever it stands.
void CollectQuotations(const google::protobuf::Message& message,
                       std::vector<v1::Quotation>* quotations);

// Reads the quotations of `text`: an AskResponse, SearchResponse,
// BatchAskResponse or VerifyCitationsRequest as JSON, or one of them a line,
// where `{"error": …}` may stand, too. What a later server may have added is
// ignored.
//
// Errors: kInvalidArgument if `text` or a line of it is no JSON or none of
// these, if no answer is in it, if a quotation lacks its document or place, or
// if two corpora are named.
absl::StatusOr<SavedAnswers> ReadSavedAnswers(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_QUOTATIONS_H_
