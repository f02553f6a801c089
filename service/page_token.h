// Where the next page of a listing begins, in a form that only we read.

#ifndef FOOTNOTE_SERVICE_PAGE_TOKEN_H_
#define FOOTNOTE_SERVICE_PAGE_TOKEN_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// Returns the token for the documents of `corpus` behind the one named
// `last_id`. It is of URL-safe characters and stays valid when the server is
// started anew and when documents come and go.
std::string MakePageToken(absl::string_view corpus, absl::string_view last_id);

// Returns the `last_id` that `token` was made with; an empty token, which asks
// for the first page, gives an empty id.
//
// Errors: kInvalidArgument naming `page_token` if MakePageToken() did not make
// it for `corpus`.
absl::StatusOr<std::string> ReadPageToken(absl::string_view corpus,
                                          absl::string_view token);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_PAGE_TOKEN_H_
