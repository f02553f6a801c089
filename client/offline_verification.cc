#include "client/offline_verification.h"

#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/checksum.h"

namespace footnote {
namespace {

constexpr char kDocumentHash[] = "citation.document_sha256";

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

bool StandsAt(absl::string_view quoted, absl::string_view text, size_t place) {
  return place <= text.size() && text.substr(place, quoted.size()) == quoted;
}

// Returns where `quoted` begins in `text`: at `cited`, or as near to it as it
// stands; nothing if it stands nowhere. memmem() takes linear time, which
// find() does not.
std::optional<size_t> NearestPlace(absl::string_view quoted,
                                   absl::string_view text, size_t cited) {
  if (StandsAt(quoted, text, cited)) return cited;
  std::optional<size_t> before;
  for (size_t from = 0; from < text.size();) {
    const void* const found = memmem(text.data() + from, text.size() - from,
                                     quoted.data(), quoted.size());
    if (found == nullptr) break;
    const auto place =
        static_cast<size_t>(static_cast<const char*>(found) - text.data());
    if (place > cited) {
      const bool is_nearer =
          !before.has_value() || place - cited < cited - *before;
      return is_nearer ? place : before;
    }
    before = place;
    from = place + quoted.size();
  }
  return before;
}

// Returns whether `claimed` names the code points and UTF-16 units of `actual`,
// if it names any.
bool NamesUnits(const v1::TextSpan& claimed, const v1::TextSpan& actual) {
  const bool code_points =
      claimed.end_code_point() == 0 ||
      (claimed.begin_code_point() == actual.begin_code_point() &&
       claimed.end_code_point() == actual.end_code_point());
  const bool utf16 = claimed.end_utf16() == 0 ||
                     (claimed.begin_utf16() == actual.begin_utf16() &&
                      claimed.end_utf16() == actual.end_utf16());
  return code_points && utf16;
}

// Returns whether `claimed` is the bytes of `actual`.
bool NamesBytes(const v1::TextSpan& claimed, const v1::TextSpan& actual) {
  return claimed.begin_byte() == actual.begin_byte() &&
         claimed.end_byte() == actual.end_byte();
}

bool Claims(const std::string& claimed, const std::string& actual) {
  return claimed.empty() || claimed == actual;
}

// Returns the fields of a quotation, cited as `claimed`, that are not as in
// `actual`, which has no span if the quotation stands nowhere.
std::vector<std::string> Mismatches(const v1::Citation& claimed,
                                    const v1::Citation& actual) {
  std::vector<std::string> fields;
  const bool is_own_document =
      Claims(claimed.document_sha256(), actual.document_sha256());
  // In another version of the document it may stand anywhere.
  const bool stands =
      actual.has_span() &&
      (!is_own_document || NamesBytes(claimed.span(), actual.span()));
  if (!stands) fields.emplace_back("text");
  if (stands && is_own_document && !NamesUnits(claimed.span(), actual.span())) {
    fields.emplace_back("citation.span");
  }
  if (stands && !Claims(claimed.sha256(), actual.sha256())) {
    fields.emplace_back("citation.sha256");
  }
  if (!is_own_document) fields.emplace_back(kDocumentHash);
  return fields;
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
      NearestPlace(quotation.text(), text, claimed.span().begin_byte());
  if (place.has_value()) {
    *actual.mutable_span() = SpanAt(text, *place, quotation.text().size());
    *result.mutable_current_citation() = actual;
  }
  const std::vector<std::string> mismatches = Mismatches(claimed, actual);
  if (mismatches.empty()) {
    result.set_status(v1::CITATION_STATUS_INTACT);
  } else if (mismatches == std::vector<std::string>{kDocumentHash}) {
    result.set_status(v1::CITATION_STATUS_DOCUMENT_CHANGED);
  } else {
    result.set_status(v1::CITATION_STATUS_TEXT_MISMATCH);
    result.mutable_mismatched_fields()->Add(mismatches.begin(),
                                            mismatches.end());
  }
  return result;
}

}  // namespace footnote
