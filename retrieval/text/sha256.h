// The hash by which anyone can check a quotation, or a copy of a corpus.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_SHA256_H_
#define FOOTNOTE_RETRIEVAL_TEXT_SHA256_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

struct evp_md_ctx_st;

namespace footnote {

// Returns the SHA-256 of `bytes` (FIPS 180-4, 2015) as 64 lower-case
// hexadecimal digits. Thread-safe.
std::string Sha256Hex(absl::string_view bytes);

// The same of bytes that come in pieces. Not thread-safe.
class Sha256 {
 public:
  Sha256();

  // Takes the next piece.
  void Add(absl::string_view bytes);

  // Returns Sha256Hex() of all pieces in a row. Called once, behind the last.
  //
  // Errors: kInternal if OpenSSL fails.
  absl::StatusOr<std::string> Hex();

 private:
  struct Freer {
    void operator()(evp_md_ctx_st* context) const;
  };

  std::unique_ptr<evp_md_ctx_st, Freer> context_;
  bool ok_;  // Whether nothing has failed so far.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_SHA256_H_
