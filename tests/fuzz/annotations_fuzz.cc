// Any bytes are the annotations of a text or damaged, and those that are lie in
// the text and are written and read as themselves.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "absl/strings/string_view.h"
#include "retrieval/index/annotations.h"

namespace {

constexpr uint32_t kTextBytes = 1000;

void Require(bool condition) {
  if (!condition) std::abort();
}

void RequireInText(footnote::ByteRange range) {
  Require(range.begin <= range.end && range.end <= kTextBytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view input(reinterpret_cast<const char*>(bytes), size);
  const auto decoded = footnote::DecodeAnnotations(input, kTextBytes);
  if (!decoded.ok()) {
    Require(absl::IsDataLoss(decoded.status()));
    return 0;
  }
  for (const auto& place : decoded->places) {
    RequireInText(place.range);
    Require(place.name < decoded->names.size());
  }
  for (const auto& speech : decoded->speeches) {
    RequireInText(speech.content);
    RequireInText(speech.source);
    Require(speech.name < decoded->names.size());
  }
  for (const auto& time : decoded->times) RequireInText(time.range);
  const std::string encoded = footnote::EncodeAnnotations(*decoded);
  const auto again = footnote::DecodeAnnotations(encoded, kTextBytes);
  Require(again.ok());
  Require(footnote::EncodeAnnotations(*again) == encoded);
  return 0;
}
