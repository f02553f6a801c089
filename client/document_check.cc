#include "client/document_check.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

absl::Status CheckString(absl::string_view field, absl::string_view value) {
  if (const auto byte = FirstInvalidUtf8(value); byte.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat("`", field, "` is not valid UTF-8 at byte ", *byte + 1));
  }
  const size_t nul = value.find('\0');
  if (nul != absl::string_view::npos) {
    return absl::InvalidArgumentError(
        absl::StrCat("`", field, "` has a NUL at byte ", nul + 1));
  }
  return absl::OkStatus();
}

absl::Status CheckLengths(const v1::Document& document) {
  if (document.id().empty()) {
    return absl::InvalidArgumentError("`id` is missing");
  }
  const size_t bytes = document.text().size();
  if (bytes == 0) return absl::InvalidArgumentError("`text` is missing");
  if (bytes > kMaxTextBytes) {
    return absl::InvalidArgumentError(absl::StrCat(
        "`text` has ", bytes, " bytes; at most ", kMaxTextBytes, " are taken"));
  }
  if (document.ByteSizeLong() - bytes > kMaxOtherBytes) {
    return absl::InvalidArgumentError(absl::StrCat(
        "what is said beside `text` has more than ", kMaxOtherBytes, " bytes"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckDocument(const v1::Document& document) {
  absl::Status status = CheckLengths(document);
  status.Update(CheckString("id", document.id()));
  status.Update(CheckString("title", document.title()));
  status.Update(CheckString("text", document.text()));
  status.Update(CheckString("uri", document.uri()));
  status.Update(CheckString("source", document.source()));
  status.Update(CheckString("published", document.published()));
  status.Update(CheckString("language", document.language()));
  for (const auto& [key, value] : document.metadata()) {
    status.Update(CheckString("metadata", key));
    status.Update(CheckString(absl::StrCat("metadata.", key), value));
  }
  return status;
}

}  // namespace footnote
