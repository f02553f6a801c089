// SHA-256 of texts and of what comes in pieces.

#ifndef FOOTNOTE_CLIENT_CHECKSUM_H_
#define FOOTNOTE_CLIENT_CHECKSUM_H_

#include <openssl/evp.h>

#include <memory>
#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

// The SHA-256 of bytes that come one piece after the other. Not thread-safe.
class Checksum {
 public:
  Checksum();

  // Returns the hash of `bytes`, lower-case hexadecimal.
  static std::string Of(absl::string_view bytes);

  // Adds the next bytes.
  void Add(absl::string_view bytes);

  // Returns the hash of all bytes, lower-case hexadecimal. Nothing may be added
  // after that.
  std::string Finish();

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_CHECKSUM_H_
