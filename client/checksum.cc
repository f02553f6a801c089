#include "client/checksum.h"

#include <array>

#include "absl/strings/escaping.h"

namespace footnote {

// OpenSSL reports failures only of a hash that it does not know.
Checksum::Checksum() : context_(EVP_MD_CTX_new()) {
  EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
}

void Checksum::Add(absl::string_view bytes) {
  EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
}

std::string Checksum::Finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  EVP_DigestFinal_ex(context_.get(), digest.data(), &size);
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest.data()), size));
}

std::string Checksum::Of(absl::string_view bytes) {
  Checksum hash;
  hash.Add(bytes);
  return hash.Finish();
}

}  // namespace footnote
