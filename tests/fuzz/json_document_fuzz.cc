// A line of JSON becomes a document in valid UTF-8 or is refused, and is never
// misread as two.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "absl/strings/string_view.h"
#include "client/document_check.h"
#include "client/json.h"
#include "client/json_document.h"

using footnote::JsonLayout;
using footnote::ParseJsonDocument;
using footnote::UnknownKeys;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view line(reinterpret_cast<const char*>(bytes), size);
  footnote::v1::Document document;
  if (!ParseJsonDocument(line, UnknownKeys::kRefuse, &document).ok()) return 0;
  if (!footnote::CheckDocument(document).ok()) return 0;
  // What was understood is told again in the same words.
  const std::string again = footnote::ToJson(document, JsonLayout::kOneLine);
  footnote::v1::Document reread;
  if (!ParseJsonDocument(again, UnknownKeys::kRefuse, &reread).ok() ||
      reread.text() != document.text() || reread.id() != document.id()) {
    std::abort();
  }
  return 0;
}
