// Where the next page of a listing begins, in a form that only we read.

#ifndef FOOTNOTE_SERVICE_PAGE_TOKEN_H_
#define FOOTNOTE_SERVICE_PAGE_TOKEN_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace footnote {

// Where a page begins.
struct PagePlace {
  uint64_t revision = 0;  // Of the corpus when the page before was read.
  std::string cursor;     // What the method itself put there.
};

// Returns the token for the page at `place` of what `request` asks for. It is
// of URL-safe characters, and stays valid when the server is started anew.
std::string MakePageToken(const google::protobuf::Message& request,
                          const PagePlace& place);

// Returns the place that the `page_token` of `request` was made for, or nothing
// if it is empty, which asks for the first page. All but `page_size` and
// `page_token` is as it was in the request that the token was made for.
//
// Errors: kInvalidArgument naming `page_token` if MakePageToken() did not make
// it for such a request.
//
// REQUIRES: request has a string field `page_token`.
absl::StatusOr<std::optional<PagePlace>> ReadPageToken(
    const google::protobuf::Message& request);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_PAGE_TOKEN_H_
