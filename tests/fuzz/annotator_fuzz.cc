// Any text, whatever of it is boilerplate: what is found in it lies in it, in
// order, and is stored and read as itself.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/index/annotations.h"
#include "retrieval/ingest/annotator.h"
#include "retrieval/text/sentence_splitter.h"
#include "retrieval/text/utf8.h"

namespace {

using footnote::Annotations;
using footnote::ByteRange;
using footnote::Document;
using footnote::Sentence;
using footnote::SentenceKind;

void Require(bool condition) {
  if (!condition) std::abort();
}

// Requires of the ranges of `list` that they lie in `text` in order.
template <typename List, typename Range>
void RequireOrder(absl::string_view text, const List& list, Range range_of) {
  uint32_t last = 0;
  for (const auto& item : list) {
    const ByteRange range = range_of(item);
    Require(last <= range.begin && range.begin < range.end);
    Require(range.end <= text.size());
    last = range.begin;
  }
}

void RequireSound(absl::string_view text, const Annotations& annotations) {
  RequireOrder(text, annotations.places, [](const auto& p) { return p.range; });
  RequireOrder(text, annotations.speeches,
               [](const auto& s) { return s.content; });
  RequireOrder(text, annotations.times, [](const auto& t) { return t.range; });
  for (const auto& place : annotations.places) {
    Require(place.name < annotations.names.size());
  }
  for (const auto& speech : annotations.speeches) {
    Require(speech.name < annotations.names.size());
  }
  const std::string encoded = footnote::EncodeAnnotations(annotations);
  const auto decoded =
      footnote::DecodeAnnotations(encoded, static_cast<uint32_t>(text.size()));
  Require(decoded.ok());
  Require(footnote::EncodeAnnotations(*decoded) == encoded);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (footnote::FirstInvalidUtf8Byte(text).has_value()) return 0;
  Document document;
  document.text = std::string(text);
  std::vector<Sentence> sentences;
  for (const ByteRange& range : footnote::SplitSentences(text)) {
    sentences.push_back({.range = range});
  }
  RequireSound(text, footnote::Annotate(document, sentences));
  document.published = "2025-02-07";
  for (size_t i = 0; i < sentences.size(); i += 3) {
    sentences[i].kind = SentenceKind::kBoilerplate;
  }
  RequireSound(text, footnote::Annotate(document, sentences));
  return 0;
}
