// The hash over all that is stored of a document, by which damage shows.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_SEAL_H_
#define FOOTNOTE_RETRIEVAL_INDEX_SEAL_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "retrieval/document.h"

namespace footnote {

// Returns the SHA-256 of every field of `document`, of its sentences and of its
// annotations as they are stored, hexadecimal; `text_sha256` stands for the
// text, which is not looked at. Equal for documents alone that are stored
// alike. Thread-safe.
std::string Fingerprint(const Document& document, absl::string_view text_sha256,
                        absl::string_view stored_sentences,
                        absl::string_view stored_annotations);

// Returns what is stored beside a document of that fingerprint which came with
// corpus revision `revision`: their SHA-256, hexadecimal. Thread-safe.
std::string Seal(absl::string_view fingerprint, uint64_t revision);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_SEAL_H_
