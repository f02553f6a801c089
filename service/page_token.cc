#include "service/page_token.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"

namespace footnote {
namespace {

// The digits of the hash that a token begins with.
constexpr size_t kSealLength = 16;

// Returns what ties `last_id` to the request that it belongs to. It guards
// against mistakes, not against forgery: a forged token shows nothing that the
// listing would not.
std::string Seal(absl::string_view corpus, absl::string_view last_id) {
  return Sha256Hex(absl::StrCat("ListDocuments/", corpus, "/", last_id))
      .substr(0, kSealLength);
}

}  // namespace

std::string MakePageToken(absl::string_view corpus, absl::string_view last_id) {
  return absl::WebSafeBase64Escape(
      absl::StrCat(Seal(corpus, last_id), last_id));
}

absl::StatusOr<std::string> ReadPageToken(absl::string_view corpus,
                                          absl::string_view token) {
  if (token.empty()) return std::string();
  // An id of a document is never empty, so a seal alone is no token.
  std::string decoded;
  if (absl::WebSafeBase64Unescape(token, &decoded) &&
      decoded.size() > kSealLength) {
    const std::string last_id = decoded.substr(kSealLength);
    if (decoded.substr(0, kSealLength) == Seal(corpus, last_id)) {
      return last_id;
    }
  }
  return InvalidFields(
      {{"page_token",
        "is not of this listing; send the next_page_token of the page before "
        "with the same corpus, or none for the first page."}});
}

}  // namespace footnote
