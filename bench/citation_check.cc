#include "bench/citation_check.h"

#include <unicode/unistr.h>

#include <string>

#include "retrieval/text/sha256.h"

namespace footnote::bench {
namespace {

std::string ToUtf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// ICU does the counting here, so that it does not rest on our own.
bool IsTrue(const Document& document, const CitedSentence& sentence) {
  const Citation& citation = sentence.citation;
  const TextSpan& span = citation.span;
  const auto utf16 = icu::UnicodeString::fromUTF8(document.text);
  const auto begin = static_cast<int32_t>(span.begin_utf16);
  const auto end = static_cast<int32_t>(span.end_utf16);
  return span.bytes.end <= document.text.size() &&
         Slice(document.text, span.bytes) == sentence.text &&
         ToUtf8(utf16.tempSubStringBetween(begin, end)) ==
             std::string(sentence.text) &&
         utf16.countChar32(0, begin) ==
             static_cast<int32_t>(span.begin_code_point) &&
         utf16.countChar32(0, end) ==
             static_cast<int32_t>(span.end_code_point) &&
         citation.sha256 == Sha256Hex(sentence.text) &&
         citation.document_sha256 == Sha256Hex(document.text);
}

}  // namespace

void CitationCheck::Check(const Dataset& dataset, const Answer& answer) {
  for (const CitedSentence& sentence : answer.sentences) {
    ++checked;
    const auto position =
        dataset.document_positions.find(sentence.citation.document_id);
    const bool is_true = position != dataset.document_positions.end() &&
                         IsTrue(dataset.documents[position->second], sentence);
    if (!is_true) ++failed;
  }
}

}  // namespace footnote::bench
