#include "retrieval/index/seal.h"

#include "absl/strings/str_cat.h"
#include "retrieval/text/sha256.h"

namespace footnote {

std::string Fingerprint(const Document& document, absl::string_view text_sha256,
                        absl::string_view stored_sentences,
                        absl::string_view stored_annotations) {
  std::string fields;
  // The length before each field keeps neighbours apart.
  const auto append = [&fields](absl::string_view field) {
    absl::StrAppend(&fields, field.size(), ":", field);
  };
  for (const std::string* field :
       {&document.id, &document.title, &document.uri, &document.source,
        &document.published, &document.language}) {
    append(*field);
  }
  append(text_sha256);
  append(stored_sentences);
  append(stored_annotations);
  for (const auto& [key, value] : document.metadata) {
    append(key);
    append(value);
  }
  return Sha256Hex(fields);
}

std::string Seal(absl::string_view fingerprint, uint64_t revision) {
  return Sha256Hex(absl::StrCat(fingerprint, "@", revision));
}

}  // namespace footnote
