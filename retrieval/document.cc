#include "retrieval/document.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "retrieval/status.h"
#include "retrieval/text/timestamp.h"
#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

constexpr size_t kMaxIdBytes = 128;
constexpr size_t kMaxTitleBytes = 1024;
constexpr size_t kMaxUriBytes = 2048;
constexpr size_t kMaxSourceBytes = 256;
constexpr size_t kMaxLanguageBytes = 35;
constexpr size_t kMaxMetadata = 64;
constexpr size_t kMaxKeyBytes = 128;
constexpr size_t kMaxValueBytes = 1024;

bool HasControl(absl::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
  });
}

// Collects the violations of a document's fields.
class Checker {
 public:
  // Returns false if `value` is malformed UTF-8 or holds NUL, which leaves
  // nothing else to check.
  bool Text(absl::string_view field, absl::string_view value) {
    if (const auto byte = FirstInvalidUtf8Byte(value); byte.has_value()) {
      Add(field, absl::StrCat("not valid UTF-8 at byte ", *byte,
                              "; convert the text to UTF-8."));
      return false;
    }
    if (const size_t nul = value.find('\0'); nul != absl::string_view::npos) {
      Add(field, absl::StrCat("holds NUL at byte ", nul, "; remove it."));
      return false;
    }
    return true;
  }

  void Size(absl::string_view field, size_t size, size_t min, size_t max) {
    if (size >= min && size <= max) return;
    Add(field, absl::StrCat("has ", size, " bytes; ", min, " to ", max,
                            " are allowed."));
  }

  void Add(absl::string_view field, std::string description) {
    violations_.push_back({std::string(field), std::move(description)});
  }

  absl::Status status() const {
    return violations_.empty() ? absl::OkStatus() : InvalidFields(violations_);
  }

 private:
  std::vector<FieldViolation> violations_;
};

void CheckMetadata(const std::map<std::string, std::string>& metadata,
                   Checker* checker) {
  if (metadata.size() > kMaxMetadata) {
    checker->Add("metadata",
                 absl::StrCat("has ", metadata.size(), " entries; at most ",
                              kMaxMetadata, " are allowed."));
  }
  for (const auto& [key, value] : metadata) {
    if (!checker->Text("metadata", key) || !checker->Text("metadata", value)) {
      continue;
    }
    checker->Size("metadata", key.size(), 1, kMaxKeyBytes);
    checker->Size("metadata", value.size(), 0, kMaxValueBytes);
  }
}

}  // namespace

std::optional<absl::Time> PublicationTime(absl::string_view published) {
  const std::optional<TimePeriod> period = ParsePeriod(published);
  if (!period.has_value()) return std::nullopt;
  return period->begin;
}

absl::Status ValidateDocument(const Document& document) {
  const struct {
    absl::string_view field;
    const std::string& value;
    size_t min_bytes;
    size_t max_bytes;
  } kFields[] = {
      {"id", document.id, 1, kMaxIdBytes},
      {"title", document.title, 0, kMaxTitleBytes},
      {"text", document.text, 1, kMaxDocumentBytes},
      {"uri", document.uri, 0, kMaxUriBytes},
      {"source", document.source, 0, kMaxSourceBytes},
      {"language", document.language, 0, kMaxLanguageBytes},
  };
  Checker checker;
  for (const auto& [field, value, min_bytes, max_bytes] : kFields) {
    checker.Size(field, value.size(), min_bytes, max_bytes);
    checker.Text(field, value);
  }
  if (HasControl(document.id)) {
    checker.Add("id", "holds a control character; remove it.");
  }
  if (!document.published.empty() && !IsRfc3339(document.published)) {
    checker.Add("published",
                "is no RFC 3339 date or time; write it as 2025-01-31 or "
                "2025-01-31T09:30:00Z.");
  }
  CheckMetadata(document.metadata, &checker);
  return checker.status();
}

}  // namespace footnote
