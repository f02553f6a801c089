// The hash by which anyone can check a quotation.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_SHA256_H_
#define FOOTNOTE_RETRIEVAL_TEXT_SHA256_H_

#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

// Returns the SHA-256 of `bytes` (FIPS 180-4, 2015) as 64 lower-case
// hexadecimal digits. Thread-safe.
std::string Sha256Hex(absl::string_view bytes);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_SHA256_H_
