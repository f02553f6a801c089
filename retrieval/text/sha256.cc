#include "retrieval/text/sha256.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include "absl/strings/escaping.h"

namespace footnote {
namespace {

std::string Hexadecimal(const unsigned char (&digest)[SHA256_DIGEST_LENGTH]) {
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest), sizeof(digest)));
}

}  // namespace

std::string Sha256Hex(absl::string_view bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
         digest);
  return Hexadecimal(digest);
}

void Sha256::Freer::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : context_(EVP_MD_CTX_new()),
      ok_(context_ != nullptr &&
          EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1) {}

void Sha256::Add(absl::string_view bytes) {
  ok_ =
      ok_ && EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1;
}

absl::StatusOr<std::string> Sha256::Hex() {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  ok_ = ok_ && EVP_DigestFinal_ex(context_.get(), digest, nullptr) == 1;
  if (!ok_) return absl::InternalError("OpenSSL computes no SHA-256.");
  return Hexadecimal(digest);
}

}  // namespace footnote
