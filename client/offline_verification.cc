#include "client/offline_verification.h"

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "client/checksum.h"

namespace footnote {
namespace {

// Returns the place of `size` bytes from `begin` on, in all three ways.
v1::TextSpan SpanAt(absl::string_view text, size_t begin, size_t size) {
  uint32_t code_points = 0;
  uint32_t utf16 = 0;
  const auto count = [&](absl::string_view part) {
    for (const char c : part) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte & 0xC0) == 0x80) continue;  // Inside of a code point.
      ++code_points;
      utf16 += byte >= 0xF0 ? 2 : 1;
    }
  };
  v1::TextSpan span;
  span.set_begin_byte(static_cast<uint32_t>(begin));
  span.set_end_byte(static_cast<uint32_t>(begin + size));
  count(text.substr(0, begin));
  span.set_begin_code_point(code_points);
  span.set_begin_utf16(utf16);
  count(text.substr(begin, size));
  span.set_end_code_point(code_points);
  span.set_end_utf16(utf16);
  return span;
}

// Returns where `quoted` begins in `text`: at `cited`, or as near to it as it
// stands; nothing if it stands nowhere.
std::optional<size_t> NearestPlace(absl::string_view text,
                                   absl::string_view quoted, size_t cited) {
  const size_t before = text.rfind(quoted, cited);
  const size_t behind = text.find(quoted, cited);
  if (before == absl::string_view::npos && behind == absl::string_view::npos) {
    return std::nullopt;
  }
  if (before == absl::string_view::npos) return behind;
  if (behind == absl::string_view::npos) return before;
  return cited - before <= behind - cited ? before : behind;
}

// Returns whether `claimed` names the bytes of `actual`, and the code points
// and UTF-16 units too, if it names any.
bool NamesPlace(const v1::TextSpan& claimed, const v1::TextSpan& actual) {
  const bool bytes = claimed.begin_byte() == actual.begin_byte() &&
                     claimed.end_byte() == actual.end_byte();
  const bool code_points =
      claimed.end_code_point() == 0 ||
      (claimed.begin_code_point() == actual.begin_code_point() &&
       claimed.end_code_point() == actual.end_code_point());
  const bool utf16 = claimed.end_utf16() == 0 ||
                     (claimed.begin_utf16() == actual.begin_utf16() &&
                      claimed.end_utf16() == actual.end_utf16());
  return bytes && code_points && utf16;
}

bool Claims(const std::string& claimed, const std::string& actual) {
  return claimed.empty() || claimed == actual;
}

}  // namespace

v1::CitationVerification VerifyOffline(const v1::Quotation& quotation,
                                       const DocumentTexts& documents) {
  const v1::Citation& claimed = quotation.citation();
  v1::CitationVerification result;
  const auto document = documents.find(claimed.document_id());
  if (document == documents.end()) {
    result.set_status(v1::CITATION_STATUS_NOT_FOUND);
    return result;
  }
  const std::string& text = document->second;
  v1::Citation actual;
  actual.set_document_id(claimed.document_id());
  actual.set_sha256(Checksum::Of(quotation.text()));
  actual.set_document_sha256(Checksum::Of(text));
  const std::optional<size_t> place =
      NearestPlace(text, quotation.text(), claimed.span().begin_byte());
  if (place.has_value()) {
    *actual.mutable_span() = SpanAt(text, *place, quotation.text().size());
    *result.mutable_current_citation() = actual;
  }
  const bool is_own_hash = Claims(claimed.sha256(), actual.sha256());
  const bool is_own_document =
      Claims(claimed.document_sha256(), actual.document_sha256());
  if (!is_own_document && is_own_hash && place.has_value()) {
    result.set_status(v1::CITATION_STATUS_DOCUMENT_CHANGED);
    return result;
  }
  const auto mismatch = [&result](const char* field) {
    result.add_mismatched_fields(field);
  };
  if (!place.has_value()) mismatch("text");
  if (place.has_value() && is_own_document &&
      !NamesPlace(claimed.span(), actual.span())) {
    mismatch("citation.span");
  }
  if (!is_own_hash) mismatch("citation.sha256");
  if (!is_own_document) mismatch("citation.document_sha256");
  result.set_status(result.mismatched_fields().empty()
                        ? v1::CITATION_STATUS_INTACT
                        : v1::CITATION_STATUS_TEXT_MISMATCH);
  return result;
}

}  // namespace footnote
