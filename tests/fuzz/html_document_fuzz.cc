// A page of any bytes becomes a document in valid UTF-8 or is refused.

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "absl/strings/string_view.h"
#include "client/document_check.h"
#include "client/html_document.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view page(reinterpret_cast<const char*>(bytes), size);
  footnote::v1::Document document;
  if (!footnote::ParseHtmlDocument(page, &document).ok()) return 0;
  document.set_id("page");
  // The length alone is left to the check.
  const absl::Status checked = footnote::CheckDocument(document);
  if (!checked.ok() && document.text().size() <= footnote::kMaxTextBytes) {
    std::abort();
  }
  return 0;
}
