#include "service/page_token.h"

#include <memory>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/descriptor.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"
#include "service/ordered_bytes.h"

namespace footnote {
namespace {

using google::protobuf::Message;

// The digits of the hash that a token begins with.
constexpr size_t kSealLength = 16;

// Returns what every page of one listing is asked with, as bytes.
std::string Listing(const Message& request) {
  const std::unique_ptr<Message> listing(request.New());
  listing->CopyFrom(request);
  for (const char* const of_a_page : {"page_size", "page_token"}) {
    const auto* field = listing->GetDescriptor()->FindFieldByName(of_a_page);
    if (field != nullptr)
      listing->GetReflection()->ClearField(&*listing, field);
  }
  return absl::StrCat(request.GetTypeName(), "/", OrderedBytes(*listing));
}

// Returns what ties `place` to the request that it belongs to. It guards
// against mistakes, not against forgery: a forged token shows nothing that the
// listing would not.
std::string Seal(const Message& request, absl::string_view place) {
  return Sha256Hex(absl::StrCat(Sha256Hex(Listing(request)), place))
      .substr(0, kSealLength);
}

// Returns the place in a token without its seal, or nothing if it is none.
std::optional<PagePlace> ReadPlace(absl::string_view text) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(text, absl::MaxSplits('/', 1));
  PagePlace place;
  if (!absl::SimpleAtoi(parts.first, &place.revision)) return std::nullopt;
  place.cursor = std::string(parts.second);
  return place;
}

}  // namespace

std::string MakePageToken(const Message& request, const PagePlace& place) {
  const std::string text = absl::StrCat(place.revision, "/", place.cursor);
  return absl::WebSafeBase64Escape(absl::StrCat(Seal(request, text), text));
}

absl::StatusOr<std::optional<PagePlace>> ReadPageToken(const Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("page_token");
  const std::string token = request.GetReflection()->GetString(request, field);
  if (token.empty()) return std::optional<PagePlace>();
  std::string decoded;
  if (absl::WebSafeBase64Unescape(token, &decoded)) {
    const absl::string_view text = absl::ClippedSubstr(decoded, kSealLength);
    const std::optional<PagePlace> place = ReadPlace(text);
    // Compared as a whole: there are several ways to write the same bytes.
    if (place.has_value() && MakePageToken(request, *place) == token) {
      return place;
    }
  }
  return InvalidFields(
      {{"page_token",
        "is not of this listing; send the next_page_token of the page before "
        "with the same request, or none for the first page."}});
}

}  // namespace footnote
