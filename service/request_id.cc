#include "service/request_id.h"

#include <cstdint>
#include <random>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"

namespace footnote {
namespace {

constexpr size_t kMaxLength = 64;

bool IsHarmless(absl::string_view id) {
  if (id.empty() || id.size() > kMaxLength) return false;
  for (const char c : id) {
    if (!absl::ascii_isalnum(static_cast<unsigned char>(c)) && c != '-' &&
        c != '_' && c != '.' && c != ':') {
      return false;
    }
  }
  return true;
}

std::mt19937_64 SeededGenerator() {
  std::random_device device;
  std::seed_seq seed{device(), device(), device(), device()};
  return std::mt19937_64(seed);
}

}  // namespace

std::string ChooseRequestId(absl::string_view proposed) {
  if (IsHarmless(proposed)) return std::string(proposed);
  // Unlikely to meet another by chance; nothing is guarded by it.
  thread_local std::mt19937_64 generator = SeededGenerator();
  const uint64_t high = generator();
  const uint64_t low = generator();
  return absl::StrFormat("%016x%016x", high, low);
}

}  // namespace footnote
